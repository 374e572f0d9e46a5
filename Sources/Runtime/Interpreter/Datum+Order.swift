import Semantics

extension Datum {
  /// Whether two values of one type are the same.
  static func equal(_ a: Datum, _ b: Datum) throws(Stop) -> Bool {
    switch (a, b) {
    case (.scalar(let a), .scalar(let b)): return a == b
    case (.record(let a), .record(let b)): return try equal(a, b)
    case (.row(let a, let aRow), .row(let b, let bRow)): return a === b && aRow == bRow
    case (.group(let aKey, let aValue), .group(let bKey, let bValue)):
      let sameKey = try equal(aKey, bKey)
      return sameKey ? try equal(aValue, bValue) : false
    default:
      guard let a = a.elements, let b = b.elements else { return false }
      return try equal(a, b)
    }
  }

  private static func equal(_ a: [Datum], _ b: [Datum]) throws(Stop) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      if try !equal(x, y) { return false }
    }
    return true
  }

  /// Whether a list or set has the element.
  func holds(_ wanted: Datum) throws(Stop) -> Bool {
    for element in elements ?? [] {
      if try Datum.equal(element, wanted) { return true }
    }
    return false
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
