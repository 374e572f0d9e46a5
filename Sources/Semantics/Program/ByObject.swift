package import Source

/// What differs from object to object: the first arm whose patterns hold. Exhaustive; expressions
/// are over the registry's row.
package struct ByObject<Value: Hashable & Sendable>: Sendable {
  package struct Arm: Sendable {
    package let patterns: [TypedPattern]
    package let value: Value
    package let span: Span

    package init(patterns: [TypedPattern], value: Value, span: Span) {
      self.patterns = patterns
      self.value = value
      self.span = span
    }
  }

  package internal(set) var by: [TypedExpression]
  package let arms: [Arm]

  package init(by: [TypedExpression], arms: [Arm]) {
    self.by = by
    self.arms = arms
  }

  /// The values of the arms, each once, in order.
  package var values: [Value] {
    var seen: Set<Value> = []
    return arms.map(\.value).filter { seen.insert($0).inserted }
  }
}
