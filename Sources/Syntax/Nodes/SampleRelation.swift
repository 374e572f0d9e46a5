/// A sample that another plan decides.
package enum SampleRelation: Sendable {
  /// `抽查 同 计划甲`: the same strata and quantities.
  case same(Name)
  /// `抽查 随 计划甲`: what that plan draws, as far as it is in scope.
  case along(Name)

  package var plan: Name {
    switch self {
    case .same(let name), .along(let name): name
    }
  }
}
