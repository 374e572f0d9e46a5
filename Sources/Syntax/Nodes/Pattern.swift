package import Source

/// What a value is compared with in a match arm, a cell of a decision table or a sampling arm.
package struct Pattern: Sendable {
  package indirect enum Kind: Sendable {
    case missing
    /// `_`: anything, absence included.
    case wildcard
    /// `否则`/`otherwise`: whatever no other arm takes.
    case otherwise
    /// A literal or the name of an enum member.
    case value(Expression)
    /// `>= 5`. The operator is one of the six comparisons.
    case comparison(BinaryOperator, Expression)
    /// `2..4`, both ends included.
    case range(Expression, Expression)
    /// `A, B`
    case alternatives([Pattern])
    case not(Pattern)
  }

  package let kind: Kind
  package let span: Span
  /// As `Expression.height`.
  package let height: Int32

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
    self.height = 1 + kind.partsHeight
  }
}
