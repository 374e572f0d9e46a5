package import Source

/// A value written out. Numbers are ASCII digits as written; what fits is the checker's question.
package enum Literal: Hashable, Sendable {
  case integer(String)
  case decimal(String)
  /// Digits with an optional fraction, before the sign: `5%`, `12.5%`.
  case percent(String)
  case perMille(String)
  /// A number with a counting unit: `5户`. The keyword is one of the counting units.
  case counted(String, Keyword)
  /// A number with a duration unit: `20工作日`. The keyword is one of the duration units.
  case duration(String, Keyword)
  case text(String)
  /// As written, `yyyy-mm-dd`; may be no real day.
  case date(String)
  case boolean(Bool)
  case none
}

package enum UnaryOperator: Hashable, Sendable {
  case negate, not
}

package enum BinaryOperator: Hashable, Sendable {
  case or, and
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `in`
  case coalesce
  case add, subtract, multiply, divide
}

/// An expression. Every part has a span; `.missing` has been reported already.
package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case missing
    case literal(Literal)
    case name(Name)
    /// `它`/`it`: the element of a list of plain values inside a query.
    case element
    /// `基准日`/`as_of`.
    case asOf
    case deadline(DeadlineSyntax)
    case member(Expression, Name)
    /// A member known by a keyword: `键`/`key` and `值`/`value` of a group.
    case keywordMember(Expression, Keyword, Span)
    case call(callee: Name, arguments: [CallArgument])
    /// A builtin function, which is known by a keyword.
    case builtinCall(Keyword, keywordSpan: Span, arguments: [CallArgument])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, operatorSpan: Span, Expression, Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case match(subjects: [Expression], arms: [MatchArm])
    case query(source: Expression, steps: [QueryStep])
    case list([Expression])
    case set([Expression])
  }

  package let kind: Kind
  package let span: Span
  /// How many levels of expressions and patterns this one has, itself included. The parser keeps
  /// it low enough for every later stage to walk the tree by recursion.
  package let height: Int32

  /// O(number of direct parts).
  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    self.height = 1 + kind.partsHeight
  }
}

/// An argument of a call, with its label if it has one.
package struct CallArgument: Sendable {
  package enum Label: Hashable, Sendable {
    case name(Name)
    /// A label of a builtin function.
    case keyword(Keyword, Span)
  }

  package let label: Label?
  package let value: Expression

  package init(label: Label?, value: Expression) {
    self.label = label
    self.value = value
  }
}

/// One line of a match: a pattern for each subject (or `否则`), and the result.
package struct MatchArm: Sendable {
  /// One for each subject; a single `.otherwise` stands for all.
  package let patterns: [Pattern]
  package let result: Expression
  package let span: Span

  package init(patterns: [Pattern], result: Expression, span: Span) {
    self.patterns = patterns
    self.result = result
    self.span = span
  }
}

/// A word of a query with what follows it.
package struct QueryStep: Sendable {
  package enum Kind: Sendable {
    case `where`(Expression)
    case count
    case sum(Expression)
    case minimum(Expression)
    case maximum(Expression)
    case average(Expression)
    case groupBy(Expression)
    case sortBy(Expression, descending: Bool)
    case first(Expression)
    case distinct(Expression?)
    case any(Expression)
    case all(Expression)
  }

  package let kind: Kind
  /// The query word itself.
  package let keywordSpan: Span
  package let span: Span

  package init(_ kind: Kind, keywordSpan: Span, span: Span) {
    self.kind = kind
    self.keywordSpan = keywordSpan
    self.span = span
  }
}
