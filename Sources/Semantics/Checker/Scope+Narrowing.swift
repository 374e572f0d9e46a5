extension Scope {
  /// The place an expression denotes, if it denotes one.
  func place(of expression: TypedExpression) -> Place? {
    switch expression.kind {
    case .local(let local): Place(root: .local(local), path: [])
    case .globalConstant(let constant): Place(root: .constant(constant), path: [])
    case .field(let index, let depth):
      Place(root: .field(level: level - depth, index: index), path: [])
    case .element(let depth): Place(root: .element(level: level - depth), path: [])
    case .member(let value, let field):
      place(of: value).map { Place(root: $0.root, path: $0.path + [field]) }
    case .unwrap(let value): place(of: value)
    default: nil
    }
  }

  /// What is certainly present where the condition has the given outcome.
  func facts(_ condition: TypedExpression, _ outcome: Bool) -> Set<Place> {
    switch condition.kind {
    case .not(let inner): return facts(inner, !outcome)
    case .and(let left, let right), .or(let left, let right):
      var isAnd = false
      if case .and = condition.kind { isAnd = true }
      let (first, second) = (facts(left, outcome), facts(right, outcome))
      return isAnd == outcome ? first.union(second) : first.intersection(second)
    case .isNone(let value):
      guard !outcome, let place = place(of: value) else { return [] }
      return [place]
    case .compare(let comparison, let left, let right):
      // Equal to something that is there: there itself.
      guard (comparison == .equal && outcome) || (comparison == .notEqual && !outcome) else {
        return []
      }
      return present(left, equalTo: right).union(present(right, equalTo: left))
    default: return []
    }
  }

  private func present(_ value: TypedExpression, equalTo other: TypedExpression) -> Set<Place> {
    guard case .optional = value.type, case .some = other.kind, let place = place(of: value) else {
      return []
    }
    return [place]
  }
}
