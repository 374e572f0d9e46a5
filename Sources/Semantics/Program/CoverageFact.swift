package import Source

/// A gap or an overlap that was reported, in terms of values: so that a store can be asked how many
/// rows it is about.
package struct CoverageFact: Sendable {
  /// Whose values the patterns are held against.
  package enum Subject: Sendable {
    /// The arguments of each call of a table.
    case table(TableID)
    /// Values of the rows of a registry.
    case rows(RegistryID, [TypedExpression])
  }

  package enum Kind: Sendable {
    /// No row of patterns takes it.
    case gap
    /// A row of patterns and one of the others take it.
    case overlap(Int, [Int])
  }

  /// The diagnostic, by its code and place.
  package let code: DiagnosticCode
  package let span: Span
  package let subject: Subject
  package let patterns: [[TypedPattern]]
  package let kind: Kind
  /// Which rows of the registry are meant; nil for all.
  package var scope: TypedExpression?

  package init(
    code: DiagnosticCode, span: Span, subject: Subject, patterns: [[TypedPattern]], kind: Kind
  ) {
    self.code = code
    self.span = span
    self.subject = subject
    self.patterns = patterns
    self.kind = kind
  }

  /// Whether values are in the gap or the overlap.
  package func condition(on values: [TypedExpression]) -> TypedExpression {
    switch kind {
    case .gap:
      return match(values, patterns.map { ($0, constant(false)) }, otherwise: constant(true))
    case .overlap(let row, let others):
      let second = match(
        values, others.map { (patterns[$0], constant(true)) }, otherwise: constant(false))
      return match(values, [(patterns[row], second)], otherwise: constant(false))
    }
  }

  private func match(
    _ values: [TypedExpression], _ arms: [([TypedPattern], TypedExpression)],
    otherwise: TypedExpression
  ) -> TypedExpression {
    let last = TypedArm(patterns: values.map { _ in .any }, result: otherwise)
    return TypedExpression(
      .match(
        subjects: values, arms: arms.map { TypedArm(patterns: $0.0, result: $0.1) } + [last]),
      .bool, span)
  }

  private func constant(_ value: Bool) -> TypedExpression {
    TypedExpression(.constant(.bool(value)), .bool, span)
  }
}
