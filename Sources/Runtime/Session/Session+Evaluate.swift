package import Quantities
package import Semantics
package import Source

/// A value with its type, which says how it is shown.
package struct TypedValue: Sendable {
  package let value: Value
  package let type: Type
  package let span: Span

  package init(value: Value, type: Type, span: Span) {
    self.value = value
    self.type = type
    self.span = span
  }
}

extension Session {
  /// The values of the script's `显示` lines, in order.
  package func shows(asOf: CivilDate? = nil) throws(RunFailure) -> [TypedValue] {
    throw .mistakes([])
  }

  /// The value of an expression of the script's program, outside of any row.
  package func evaluate(
    _ expression: TypedExpression, asOf: CivilDate? = nil
  ) throws(RunFailure) -> Value {
    throw .mistakes([])
  }
}
