import Quantities
import Testing

/// The published test cases of decimal arithmetic, as far as they are about finite numbers of 38
/// digits and about our roundings.
@Suite struct DecimalVectorTests {
  static let roundings: [String: Decimal.Rounding] = [
    "half_up": .halfUp, "ceiling": .up, "floor": .down,
  ]

  @Test(
    .enabled(
      if: DecimalVector.folder != nil, "shared/corpora/dectest is not beside the repository"),
    arguments: [
      ("add", 970), ("subtract", 410), ("multiply", 190), ("divide", 370), ("compare", 460),
      ("quantize", 330), ("rounding", 400),
    ])
  func agrees(_ file: String, atLeast expected: Int) throws {
    var checked = 0
    for vector in try DecimalVector.read(file) {
      guard let holds = check(vector) else { continue }
      checked += 1
      if !holds { Issue.record("\(vector)") }
    }
    #expect(checked >= expected)
  }

  /// Nil if the case is about something else.
  private func check(_ vector: DecimalVector) -> Bool? {
    let operands = vector.operands.compactMap { DecimalVector.plain($0) }
    let numbers = operands.compactMap { Decimal($0.text) }
    guard numbers.count == 2, vector.operands.count == 2,
      let result = DecimalVector.plain(vector.result)
    else { return nil }
    let expected = Decimal(result.text)
    let (left, right) = (numbers[0], numbers[1])
    let isExact = !vector.conditions.contains("Inexact")
    let rounding = Self.roundings[vector.rounding]
    switch vector.operation {
    // A result that we cannot hold is nil on both sides.
    case "add" where isExact: return (try? left.adding(right)) == expected
    case "subtract" where isExact: return (try? left.subtracting(right)) == expected
    case "multiply" where isExact: return (try? left.multiplied(by: right)) == expected
    case "divide" where isExact: return (try? left.divided(by: right)) == expected
    case "compare":
      return expected == (left < right ? -1 : left == right ? 0 : 1)
    default: break
    }
    let places = vector.operation == "quantize" ? -operands[1].exponent : -result.exponent
    guard let rounding, let expected, (0...Decimal.maximumDigits).contains(places) else {
      return nil
    }
    switch vector.operation {
    case "multiply":
      return (try? left.multipliedRounded(by: right, places: places, rounding: rounding))
        == expected
    case "divide":
      return (try? left.dividedRounded(by: right, places: places, rounding: rounding)) == expected
    case "add":
      return (try? left.adding(right))?.rounded(places: places, rounding: rounding) == expected
    case "subtract":
      return (try? left.subtracting(right))?.rounded(places: places, rounding: rounding) == expected
    case "quantize": return left.rounded(places: places, rounding: rounding) == expected
    default: return nil
    }
  }
}
