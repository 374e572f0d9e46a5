/// `牵头 教育局, 市场监管局`, or `牵头 按 业态 { 电影院 => 宣传部  否则 => 文旅局 }`.
package enum LeadSyntax: Sendable {
  case departments([Name])
  case byObject(ByObjectSyntax<Name>)

  /// The departments named, in order; those of several arms as often as they are named.
  package var names: [Name] {
    switch self {
    case .departments(let names): names
    case .byObject(let rule): rule.arms.map(\.value)
    }
  }
}
