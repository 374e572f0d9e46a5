extension Condition {
  /// Prepares a chain of `and` or of `or`: terms that decide nothing are left out, and those after
  /// one that decides everything. Neighbours that cannot fault may change places, for nobody can
  /// tell; a term that can fault keeps all others on their side of it.
  func chained(_ preparation: Preparation) -> Condition {
    var isAnd = false
    if case .and = self { isAnd = true }
    var terms: [Condition] = []
    var run: [(term: Condition, cost: Int)] = []
    for term in links(isAnd) {
      let term = term.prepared(preparation)
      if case .constant(let value) = term {
        if value == isAnd { continue }
        // Nothing after it is asked; before it, only terms that may fault still matter.
        run = [(term, 0)]
        break
      }
      if term.canFault {
        terms += sortedByCost(run) + [term]
        run = []
      } else {
        run.append((term, term.nodeCost))
      }
    }
    terms += sortedByCost(run)
    guard let first = terms.first else { return .constant(isAnd) }
    return terms.dropFirst().reduce(first) { isAnd ? .and($0, $1) : .or($0, $1) }
  }

  /// The terms of a chain of one kind, in order.
  private func links(_ isAnd: Bool) -> [Condition] {
    var waiting = [self]
    var links: [Condition] = []
    while let next = waiting.popLast() {
      switch next {
      case .and(let left, let right) where isAnd: waiting += [right, left]
      case .or(let left, let right) where !isAnd: waiting += [right, left]
      default: links.append(next)
      }
    }
    return links
  }
}

/// Cheap terms first; terms of one cost keep their order.
private func sortedByCost(_ run: [(term: Condition, cost: Int)]) -> [Condition] {
  run.enumerated()
    .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    .map(\.element.term)
}
