import Semantics

extension Datum {
  /// Whether two values of one type are the same: plain values, or lists or sets of them. Structures
  /// are compared by their fields only.
  static func equal(_ a: Datum, _ b: Datum) -> Bool {
    if case .scalar(let a) = a, case .scalar(let b) = b { return a == b }
    guard let a = a.elements, let b = b.elements, a.count == b.count else { return false }
    return zip(a, b).allSatisfy { equal($0, $1) }
  }

  /// Whether a list or set has the element.
  func holds(_ wanted: Datum) -> Bool {
    (elements ?? []).contains { Datum.equal($0, wanted) }
  }

  /// Plain values in ascending order, each once: what a set is made of.
  static func sortedUnique(_ data: [Datum]) -> [Datum] {
    let sorted = data.enumerated().sorted {
      switch order($0.element, $1.element) {
      case 0: $0.offset < $1.offset
      case let order: order < 0
      }
    }
    var kept: [Datum] = []
    for (_, datum) in sorted {
      if let last = kept.last, order(last, datum) == 0 { continue }
      kept.append(datum)
    }
    return kept
  }

  /// Negative, zero or positive. Structures, which have no order, are equal to each other.
  static func order(_ a: Datum, _ b: Datum) -> Int {
    guard case .scalar(let a) = a, case .scalar(let b) = b else { return 0 }
    return a.order(against: b)
  }
}

extension TypedExpression.Constant {
  /// The order of values of one type: numbers, days, members by position, texts by code point,
  /// false before true; absence comes last.
  func order(against other: TypedExpression.Constant) -> Int {
    switch (self, other) {
    case (.none, .none): return 0
    case (.none, _): return 1
    case (_, .none): return -1
    case (.decimal(let a), .decimal(let b)): return a < b ? -1 : b < a ? 1 : 0
    case (.text(let a), .text(let b)):
      if a == b { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    default:
      let a = engineInteger ?? 0
      let b = other.engineInteger ?? 0
      return a < b ? -1 : a > b ? 1 : 0
    }
  }
}
