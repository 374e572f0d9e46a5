import Quantities

/// What our arithmetic says about one published test case.
struct DecimalVectorCheck {
  enum Outcome: Equatable {
    case agrees, differs
    case leftOut(Reason)
  }

  enum Reason: String, CaseIterable {
    case operation = "an operation that is not ours: power, and the order of 2.0 before 2"
    case special = "NaN, an infinity, or a result that is one because of the precision there"
    case long = "an operand, or the result before rounding, has more than 38 digits or places"
    case tens = "rounded to tens, hundreds and so on"
    case ties = "a tie rounded to the even digit or downwards, or 0 and 5 rounded up"
    case notation = "a notation that scripts do not have: 1E+3, +1, .5, 5."
    case syntax = "a case about diagnostic payloads or encodings, not about a number"
  }

  private let vector: DecimalVector
  private let result: (text: String, exponent: Int)?

  init(_ vector: DecimalVector) {
    self.vector = vector
    result = DecimalVector.plain(vector.result)
  }

  var outcome: Outcome {
    switch vector.operation {
    case "tosci", "toeng": return reading
    case "abs", "add", "apply", "compare", "divide", "divideint", "max", "min", "minus", "multiply",
      "plus", "quantize", "remainder", "subtract":
      break
    default: return .leftOut(.operation)
    }
    if vector.operands.contains("#") || vector.result == "#" { return .leftOut(.syntax) }
    let written = vector.operands.map { DecimalVector.plain($0) }
    guard written.allSatisfy({ $0 != nil }) else {
      return .leftOut(vector.operands.contains(where: isSpecial) ? .special : .long)
    }
    let operands = written.compactMap { $0.flatMap { Decimal($0.text) } }
    guard operands.count == vector.operands.count, let first = operands.first,
      let last = operands.last
    else { return .leftOut(.long) }
    if let places = written.last.flatMap({ $0 }).map({ -$0.exponent }),
      vector.operation == "quantize"
    {
      return quantized(first, places: places)
    }
    return calculated(first, last)
  }

  private func isSpecial(_ text: String) -> Bool {
    let text = text.uppercased()
    return text.contains("NAN") || text.contains("INF")
  }

  private func agreement(_ holds: Bool) -> Outcome { holds ? .agrees : .differs }

  // MARK: Operations

  private func calculated(_ first: Decimal, _ last: Decimal) -> Outcome {
    if ["divide", "divideint", "remainder"].contains(vector.operation), last.isZero {
      return agreement(failsByZero(first, last))
    }
    if isSpecial(vector.result) { return .leftOut(.special) }
    guard let result else { return .leftOut(.long) }
    let expected = Decimal(result.text)
    switch vector.operation {
    case "compare":
      return agreement(expected == (first < last ? -1 : first == last ? 0 : 1))
    case "max", "min":
      let chosen = vector.operation == "max" ? max(first, last) : min(first, last)
      return rounded(chosen)
    case "abs": return rounded(first.magnitude)
    case "minus": return rounded(first.negated)
    case "plus", "apply": return rounded(first)
    case "divideint": return agreement(integerQuotient(first, last) == expected)
    case "remainder":
      guard let whole = integerQuotient(first, last), let product = try? whole.multiplied(by: last)
      else { return .leftOut(.long) }
      return rounded(try? first.subtracting(product))
    case "add": return rounded(try? first.adding(last))
    case "subtract": return rounded(try? first.subtracting(last))
    case "multiply":
      return rounded(try? first.multiplied(by: last)) {
        try? first.multipliedRounded(by: last, places: $0, rounding: $1)
      }
    default:
      return rounded(try? first.divided(by: last)) {
        try? first.dividedRounded(by: last, places: $0, rounding: $1)
      }
    }
  }

  private func failsByZero(_ first: Decimal, _ last: Decimal) -> Bool {
    do {
      _ = try first.divided(by: last)
      return false
    } catch {
      return error == .divisionByZero
    }
  }

  /// The quotient cut off towards zero.
  private func integerQuotient(_ first: Decimal, _ last: Decimal) -> Decimal? {
    let isNegative = first.isNegative != last.isNegative
    return try? first.dividedRounded(by: last, places: 0, rounding: isNegative ? .up : .down)
  }

  private func quantized(_ value: Decimal, places: Int) -> Outcome {
    if isSpecial(vector.result) { return .leftOut(.special) }
    return rounded(value, places: places)
  }

  /// A text read as a number: what is not one must be refused.
  private var reading: Outcome {
    let text = vector.operands[0]
    if vector.conditions.contains("Conversion_syntax") { return agreement(Decimal(text) == nil) }
    if text == "#" || vector.result == "#" { return .leftOut(.syntax) }
    if isSpecial(text) || isSpecial(vector.result) { return .leftOut(.special) }
    guard DecimalVector.isPlain(text) else { return .leftOut(.notation) }
    guard let value = Decimal(text) else { return .leftOut(.long) }
    return rounded(value)
  }

  // MARK: Rounding

  /// Compares with the result, rounded first where the case rounds to its precision.
  ///
  /// - Parameter exact: nil where it has more than 38 digits, or never ends.
  private func rounded(
    _ exact: Decimal?, places: Int? = nil,
    by round: ((Int, Decimal.Rounding) -> Decimal?)? = nil
  ) -> Outcome {
    guard let result else { return .leftOut(.long) }
    let expected = Decimal(result.text)
    guard vector.conditions.contains("Inexact") else {
      // A result that we cannot hold is nil on both sides.
      return exact == expected ? .agrees : expected == nil ? .leftOut(.long) : .differs
    }
    guard let expected else { return .leftOut(.long) }
    let places = places ?? -result.exponent
    if places < 0 { return .leftOut(.tens) }
    if places > Decimal.maximumDigits { return .leftOut(.long) }
    guard let rounding = rounding(of: exact, places: places) else { return .leftOut(.ties) }
    if let round { return agreement(round(places, rounding) == expected) }
    guard let exact else { return .leftOut(.long) }
    return agreement(exact.rounded(places: places, rounding: rounding) == expected)
  }

  /// The rounding of ours that does what the case asks for; nil if none does.
  private func rounding(of exact: Decimal?, places: Int) -> Decimal.Rounding? {
    let isNegative = vector.result.hasPrefix("-")
    switch vector.rounding {
    case "half_up": return .halfUp
    case "ceiling": return .up
    case "floor": return .down
    case "up": return isNegative ? .down : .up
    case "down": return isNegative ? .up : .down
    case "half_even", "half_down": return isTie(exact, places: places) ? nil : .halfUp
    default: return nil
    }
  }

  /// Whether the number lies halfway; one that is not known exactly has too many digits to.
  private func isTie(_ exact: Decimal?, places: Int) -> Bool {
    guard let exact, places < Decimal.maximumDigits else { return false }
    return exact.places == places + 1
      && exact.coefficient.magnitude % 10 == 5
  }
}
