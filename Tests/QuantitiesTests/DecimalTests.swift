import Quantities
import TestSupport
import Testing

@Suite struct DecimalTests {
  @Test(
    arguments: [
      ("12", "12"), ("12.50", "12.5"), ("-3", "-3"), ("-0", "0"), ("0.00", "0"), ("007", "7"),
      ("100", "100"), ("0.050", "0.05"), ("-0.5", "-0.5"),
      ("1.00000000000000000000000000000000000000", "1"),
      ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
      ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
      ("100000000000000000000000000000000000000", nil),
      ("340282366920938463463374607431768211456", nil),
      ("0.000000000000000000000000000000000000001", nil),
      ("", nil), ("-", nil), (".", nil), (".5", nil), ("5.", nil), ("-.5", nil), ("1.2.3", nil),
      ("1e3", nil), ("+1", nil), (" 1", nil), ("1 ", nil), ("12abc", nil), ("١٢", nil), ("１２", nil),
      ("--1", nil), ("1-", nil), ("1_000", nil), ("NaN", nil),
    ] as [(String, String?)])
  func reading(_ text: String, as expected: String?) {
    #expect(Decimal(text)?.description == expected)
  }

  @Test func equalNumbersAreEqual() throws {
    let numbers = ["2", "2.0", "2.000"].compactMap { Decimal($0) }
    #expect(Set(numbers) == [2])
    #expect(Decimal("-0") == Decimal.zero)
    #expect(try Decimal(1).divided(by: 4).multiplied(by: 8) == 2)
    #expect(Decimal(Int64.min).description == "-9223372036854775808")
    #expect(Decimal(coefficient: 1200, places: 2) == 12)
    #expect(Decimal(coefficient: Int128.max, places: 0) == nil)
    #expect(Decimal(coefficient: Int128.min, places: 0) == nil)
    #expect(Decimal(coefficient: 1, places: -1) == nil)
    #expect(Decimal(coefficient: 10, places: 39)?.places == 38)
  }

  /// Against schoolbook arithmetic on digits, with lengths up to the limits.
  @Test func arithmeticAgreesWithDigits() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_500 {
      let (left, leftPlaces) = randomNumber(&random)
      let (right, rightPlaces) = randomNumber(&random)
      guard let a = left.text(places: leftPlaces).flatMap({ Decimal($0) }),
        let b = right.text(places: rightPlaces).flatMap({ Decimal($0) })
      else {
        Issue.record("not readable")
        continue
      }
      let places = max(leftPlaces, rightPlaces)
      let alignedLeft = left.shifted(by: places - leftPlaces)
      let alignedRight = right.shifted(by: places - rightPlaces)
      let sum = alignedLeft.adding(alignedRight).text(places: places)
      let product = left.multiplied(by: right).text(places: leftPlaces + rightPlaces)
      var negated = alignedRight
      negated.isNegative.toggle()
      let difference = alignedLeft.adding(negated)
      let isLess = difference.isNegative
      let observed = (try? a.adding(b), try? a.multiplied(by: b), try? a.subtracting(b))
      if observed.0?.description != sum || observed.1?.description != product
        || observed.2?.description != difference.text(places: places) || (a < b) != isLess
        || (a == b) != difference.digits.isEmpty
      {
        Issue.record("\(a) and \(b): \(observed), not \(sum ?? "nil"), \(product ?? "nil")")
      }
    }
  }

  /// `quotient × divisor + remainder = dividend`, with the remainder on the right side.
  @Test func divisionAgreesWithDigits() throws {
    var random = SplitMix64(seed: 2)
    for round in 0..<300 {
      let (left, leftPlaces) = randomNumber(&random)
      let (right, rightPlaces) = randomNumber(&random)
      guard !right.digits.isEmpty, let a = left.text(places: leftPlaces).flatMap({ Decimal($0) }),
        let b = right.text(places: rightPlaces).flatMap({ Decimal($0) })
      else { continue }
      let places = Int.random(in: 0...38, using: &random)
      let rounding = Decimal.Rounding.allCases[round % 3]
      let expected = quotient(
        left.shifted(by: rightPlaces + places), right.shifted(by: leftPlaces), rounding)
      let observed = try? a.dividedRounded(by: b, places: places, rounding: rounding)
      if observed?.description != expected.text(places: places) {
        Issue.record("\(a) / \(b), \(places) \(rounding): \(String(describing: observed))")
      }
      let exact = left.shifted(by: rightPlaces + 76).divided(by: right.shifted(by: leftPlaces))
      let exactText = exact.remainder.digits.isEmpty ? exact.quotient.text(places: 76) : nil
      if (try? a.divided(by: b))?.description != exactText { Issue.record("\(a) / \(b) exactly") }
      let product = quotient(
        left.multiplied(by: right).shifted(by: places),
        DigitNumber("1").shifted(by: leftPlaces + rightPlaces), rounding)
      let roundedProduct = try? a.multipliedRounded(by: b, places: places, rounding: rounding)
      if roundedProduct?.description != product.text(places: places) {
        Issue.record("\(a) × \(b), \(places) \(rounding): \(String(describing: roundedProduct))")
      }
      let rounded = quotient(
        left.shifted(by: places), DigitNumber("1").shifted(by: leftPlaces), rounding)
      if a.rounded(places: places, rounding: rounding).description != rounded.text(places: places) {
        Issue.record("\(a) to \(places) \(rounding)")
      }
    }
  }

  /// Products come out, so their division must too.
  @Test func productsDivideExactly() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<1_000 {
      let (left, leftPlaces) = randomNumber(&random)
      let (right, rightPlaces) = randomNumber(&random)
      guard !right.digits.isEmpty, let a = left.text(places: leftPlaces).flatMap({ Decimal($0) }),
        let b = right.text(places: rightPlaces).flatMap({ Decimal($0) }),
        let product = try? a.multiplied(by: b)
      else { continue }
      let quotient = try product.divided(by: b)
      if quotient != a { Issue.record("\(product) / \(b)") }
    }
  }

  @Test(arguments: [
    ("1", "3", DecimalFault.inexact), ("1", "0", .divisionByZero), ("0", "0", .divisionByZero),
    ("99999999999999999999999999999999999999", "0.1", .overflow),
    ("0.00000000000000000000000000000000000001", "2", .inexact),
    ("1", "0.00000000000000000000000000000000000001", .overflow),
  ])
  func impossibleQuotients(_ left: String, _ right: String, _ fault: DecimalFault) throws {
    let (left, right) = (try #require(Decimal(left)), try #require(Decimal(right)))
    #expect(throws: fault) { try left.divided(by: right) }
  }

  @Test(
    arguments: [
      ("2.5", 3, 2, "3"), ("-2.5", -2, -3, "-3"), ("2.4", 3, 2, "2"), ("-2.4", -2, -3, "-2"),
      ("7", 7, 7, "7"), ("0.00000000000000000000000000000000000001", 1, 0, "0"),
      ("9223372036854775807.5", nil, Int64.max, "9223372036854775808"),
    ] as [(String, Int64?, Int64?, String)])
  func integers(_ text: String, _ ceiling: Int64?, _ floor: Int64?, _ halfUp: String) throws {
    let value = try #require(Decimal(text))
    #expect(value.ceiling == ceiling)
    #expect(value.floor == floor)
    #expect(value.rounded(places: 0, rounding: .halfUp).description == halfUp)
  }

  private func quotient(
    _ dividend: DigitNumber, _ divisor: DigitNumber, _ rounding: Decimal.Rounding
  ) -> DigitNumber {
    let (cut, remainder) = dividend.divided(by: divisor)
    let isNegative = dividend.isNegative != divisor.isNegative
    var magnitude = cut
    magnitude.isNegative = false
    let increments =
      switch rounding {
      case .up: !isNegative && !remainder.digits.isEmpty
      case .down: isNegative && !remainder.digits.isEmpty
      case .halfUp: !remainder.adding(remainder).isSmallerInMagnitude(than: divisor)
      }
    if increments { magnitude = magnitude.adding(DigitNumber("1")) }
    magnitude.isNegative = isNegative && !magnitude.digits.isEmpty
    return magnitude
  }

  /// Any length, small factors and runs of nines and zeros alike.
  private func randomNumber(_ random: inout SplitMix64) -> (DigitNumber, places: Int) {
    let length = Int.random(in: 1...38, using: &random)
    let places = Int.random(in: 0...length, using: &random)
    let style = Int.random(in: 0..<4, using: &random)
    var text = Bool.random(using: &random) ? "-" : ""
    for index in 0..<length {
      switch style {
      case 0: text += "9"
      case 1: text += index < 2 ? String(Int.random(in: 1...9, using: &random)) : "0"
      default: text += String(Int.random(in: 0...9, using: &random))
      }
    }
    return (DigitNumber(text), places)
  }
}
