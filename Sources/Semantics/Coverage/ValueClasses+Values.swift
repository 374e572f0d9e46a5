import Quantities

/// A stretch of a line of numbers; nil where it has no end.
struct Stretch<Value: Hashable & Sendable>: Hashable, Sendable {
  struct End: Hashable, Sendable {
    let value: Value
    /// Whether the value itself belongs to the stretch.
    let isIncluded: Bool
  }

  let low: End?
  let high: End?

  /// The value, if there is only one.
  var single: Value? { low == high && low?.isIncluded == true ? low?.value : nil }
}

extension ValueClasses {
  /// The order in which people would name examples: members and texts as they come, numbers from
  /// zero upwards and the negative ones last, absence after all values.
  var naturalOrder: [Int] {
    let negative: Int =
      switch domain {
      case .integers(let starts, let last):
        last < .max ? 0 : (starts.firstIndex { $0 > 0 } ?? starts.count) - 1
      case .decimals(let points):
        2 * points.count { $0 < .zero } + (points.contains(.zero) ? 1 : 0)
      case .members, .texts, .opaque: 0
      }
    return Array(negative..<presentCount) + (0..<negative).reversed() + (presentCount..<count)
  }

  /// A run of neighbouring classes of an integer line.
  func integerStretch(_ run: Range<Int>) -> Stretch<Int64>? {
    guard case .integers(let starts, _) = domain, !run.isEmpty else { return nil }
    let low = run.lowerBound == 0 ? nil : starts[run.lowerBound]
    let high = run.upperBound == starts.count ? nil : starts[run.upperBound] - 1
    return Stretch(
      low: low.map { .init(value: $0, isIncluded: true) },
      high: high.map { .init(value: $0, isIncluded: true) })
  }

  /// A run of neighbouring classes of a decimal line: odd classes are points, even ones lie between.
  func decimalStretch(_ run: Range<Int>) -> Stretch<Decimal>? {
    guard case .decimals(let points) = domain, let last = run.last else { return nil }
    let first = run.lowerBound
    let low: Stretch<Decimal>.End? =
      first == 0 ? nil : .init(value: points[(first - 1) / 2], isIncluded: !first.isMultiple(of: 2))
    let high: Stretch<Decimal>.End? =
      last == 2 * points.count
      ? nil : .init(value: points[last / 2], isIncluded: !last.isMultiple(of: 2))
    return Stretch(low: low, high: high)
  }
}

extension Stretch<Int64> {
  /// The value of the stretch that is the simplest to read.
  var example: Int64 {
    switch (low?.value, high?.value) {
    case (let low?, _) where low > 0: low
    case (_, let high?) where high < 0: high
    default: 0
    }
  }
}

extension Stretch<Decimal> {
  /// The value of the stretch with the fewest places, but at least `places` tried first; nil if
  /// no number of 38 digits lies in it.
  func example(places: Int) -> Decimal? {
    if contains(.zero) { return .zero }
    guard let low else { return high.flatMap { $0.isIncluded ? $0.value : step($0, places, -1) } }
    if low.isIncluded { return low.value }
    for tried in places...Decimal.maximumDigits {
      if let value = step(low, tried, 1), contains(value) { return value }
    }
    return high.flatMap { $0.isIncluded ? $0.value : nil }
  }

  private func contains(_ value: Decimal) -> Bool {
    let aboveLow = low.map { $0.isIncluded ? $0.value <= value : $0.value < value } ?? true
    let belowHigh = high.map { $0.isIncluded ? value <= $0.value : value < $0.value } ?? true
    return aboveLow && belowHigh
  }

  /// The next number with so many places above or below an end.
  private func step(_ end: End, _ places: Int, _ direction: Int128) -> Decimal? {
    guard let unit = Decimal(coefficient: direction, places: places) else { return nil }
    let rounded = end.value.rounded(places: places, rounding: direction > 0 ? .down : .up)
    return try? rounded.adding(unit)
  }
}
