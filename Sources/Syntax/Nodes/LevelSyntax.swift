package import Source

/// `抽取层级 市级`, or `检查层级 按 辖区 { 市本级 => 市级  否则 => 县级 }`.
package enum LevelSyntax: Sendable {
  case one(Keyword, Span)
  case byObject(ByObjectSyntax<Keyword>)

  /// The levels as they are written, in order.
  package var words: [(keyword: Keyword, span: Span)] {
    switch self {
    case .one(let keyword, let span): [(keyword, span)]
    case .byObject(let rule): rule.arms.map { ($0.value, $0.valueSpan) }
    }
  }
}
