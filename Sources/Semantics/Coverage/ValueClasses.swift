import Quantities

/// The values of one column, cut into the fewest classes that its patterns cannot tell apart.
///
/// Classes have indices: the present ones in the order of their values, then absence, if the
/// column's type is optional.
struct ValueClasses: Sendable {
  /// What the values are.
  enum Domain: Sendable {
    /// The members in order; false and true of a truth value.
    case members(Int)
    /// The first value of each class, ascending, and the last value there is. A date is its day
    /// number.
    case integers([Int64], last: Int64)
    /// The values that occur; each is a class of its own, as is the open stretch on either side.
    case decimals([Decimal])
    /// The texts that occur, in order of appearance; then all others together.
    case texts([String])
    /// Values that no pattern looks into: one class.
    case opaque
  }

  let domain: Domain
  let isOptional: Bool
  /// How many classes hold present values.
  let presentCount: Int

  var count: Int { isOptional ? presentCount + 1 : presentCount }

  var absent: Int? { isOptional ? presentCount : nil }

  var all: BitSet { BitSet(0..<count, capacity: count) }

  init(_ domain: Domain, isOptional: Bool) {
    self.domain = domain
    self.isOptional = isOptional
    presentCount =
      switch domain {
      case .members(let count): count
      case .integers(let starts, _): starts.count
      case .decimals(let points): 2 * points.count + 1
      case .texts(let texts): texts.count + 1
      case .opaque: 1
      }
  }

  /// The classes at a value, as a range that is empty if the value is not of this domain: what
  /// lies below it and above it are smaller and greater values.
  private func position(of value: TypedExpression.Constant) -> Range<Int>? {
    switch (domain, value) {
    case (.members, .bool(let value)): value ? 1..<2 : 0..<1
    case (.members(let count), .member(let member)) where member < count: member..<member + 1
    case (.integers(let starts, _), .integer(let value)): starts.position(of: value)
    case (.integers(let starts, _), .date(let date)): starts.position(of: Int64(date.dayNumber))
    case (.decimals(let points), .decimal(let value)):
      points.firstIndex(of: value).map { 2 * $0 + 1..<2 * $0 + 2 }
    case (.texts(let texts), .text(let text)): texts.firstIndex(of: text).map { $0..<$0 + 1 }
    default: nil
    }
  }

  /// The classes whose values a pattern takes.
  func classes(of pattern: TypedPattern) -> BitSet {
    switch pattern {
    case .any: return all
    case .none, .equal(.none):
      return BitSet(presentCount..<count, capacity: count)
    case .equal(let value): return classes(.equal, value)
    case .compare(let comparison, let value): return classes(comparison, value)
    case .range(let low, let high):
      return classes(.greaterOrEqual, low).intersection(classes(.lessOrEqual, high))
    case .alternatives(let patterns):
      var result = BitSet(capacity: count)
      for pattern in patterns { result.formUnion(classes(of: pattern)) }
      return result
    case .not(let pattern): return all.subtracting(classes(of: pattern))
    }
  }

  private func classes(
    _ comparison: TypedExpression.Comparison, _ value: TypedExpression.Constant
  ) -> BitSet {
    guard let position = position(of: value) else { return BitSet(capacity: count) }
    switch comparison {
    case .equal: return BitSet(position, capacity: count)
    case .notEqual:
      return BitSet(0..<presentCount, capacity: count)
        .subtracting(BitSet(position, capacity: count))
    case .less: return BitSet(0..<position.lowerBound, capacity: count)
    case .lessOrEqual: return BitSet(0..<position.upperBound, capacity: count)
    case .greater: return BitSet(position.upperBound..<presentCount, capacity: count)
    case .greaterOrEqual: return BitSet(position.lowerBound..<presentCount, capacity: count)
    }
  }
}

extension [Int64] {
  /// The classes of an ascending line of class starts at a value that is itself a class.
  fileprivate func position(of value: Int64) -> Range<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low..<(low < count && self[low] == value ? low + 1 : low)
  }
}
