/// A slow, obvious integer of any size: the reference that `Decimal` is tested against.
struct DigitNumber: Equatable {
  /// Decimal digits, the least first; no zeros at the end of the array. Zero has none.
  var digits: [Int] = []
  var isNegative = false

  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    digits = text.utf8.filter { $0 != UInt8(ascii: "-") }.reversed().map { Int($0) - 48 }
    normalise()
  }

  private init(digits: [Int], isNegative: Bool) {
    self.digits = digits
    self.isNegative = isNegative
    normalise()
  }

  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { isNegative = false }
  }

  func shifted(by places: Int) -> DigitNumber {
    DigitNumber(digits: Array(repeating: 0, count: places) + digits, isNegative: isNegative)
  }

  func adding(_ other: DigitNumber) -> DigitNumber {
    if isNegative == other.isNegative {
      var sum: [Int] = []
      var carry = 0
      for index in 0..<max(digits.count, other.digits.count) + 1 {
        let digit = digit(at: index) + other.digit(at: index) + carry
        sum.append(digit % 10)
        carry = digit / 10
      }
      return DigitNumber(digits: sum, isNegative: isNegative)
    }
    if isSmallerInMagnitude(than: other) { return other.adding(self) }
    var difference: [Int] = []
    var borrow = 0
    for index in 0..<digits.count {
      let digit = digit(at: index) - other.digit(at: index) - borrow
      difference.append((digit + 10) % 10)
      borrow = digit < 0 ? 1 : 0
    }
    return DigitNumber(digits: difference, isNegative: isNegative)
  }

  func multiplied(by other: DigitNumber) -> DigitNumber {
    var product = Array(repeating: 0, count: digits.count + other.digits.count + 1)
    for (index, digit) in digits.enumerated() {
      for (otherIndex, otherDigit) in other.digits.enumerated() {
        product[index + otherIndex] += digit * otherDigit
      }
    }
    for index in 0..<product.count - 1 {
      product[index + 1] += product[index] / 10
      product[index] %= 10
    }
    return DigitNumber(digits: product, isNegative: isNegative != other.isNegative)
  }

  /// Schoolbook division of magnitudes.
  func divided(by other: DigitNumber) -> (quotient: DigitNumber, remainder: DigitNumber) {
    let divisor = DigitNumber(digits: other.digits, isNegative: true)
    var quotient = Array(repeating: 0, count: digits.count)
    var remainder = DigitNumber("0")
    for index in digits.indices.reversed() {
      remainder = DigitNumber(digits: [digits[index]] + remainder.digits, isNegative: false)
      while !remainder.isSmallerInMagnitude(than: divisor) {
        remainder = remainder.adding(divisor)
        quotient[index] += 1
      }
    }
    return (DigitNumber(digits: quotient, isNegative: isNegative != other.isNegative), remainder)
  }

  func isSmallerInMagnitude(than other: DigitNumber) -> Bool {
    if digits.count != other.digits.count { return digits.count < other.digits.count }
    return digits.reversed().lexicographicallyPrecedes(other.digits.reversed())
  }

  private func digit(at index: Int) -> Int { index < digits.count ? digits[index] : 0 }

  /// As a decimal with so many places, in the notation of `Decimal.description`; nil if 38 digits do
  /// not hold it.
  func text(places: Int) -> String? {
    var digits = digits
    var places = places
    while places > 0, digits.first == 0 || digits.isEmpty {
      if !digits.isEmpty { digits.removeFirst() }
      places -= 1
    }
    guard digits.count <= 38, places <= 38 else { return nil }
    while digits.count < places + 1 { digits.append(0) }
    var text = ""
    for index in digits.indices.reversed() {
      text += String(digits[index])
      if index == places, places > 0 { text += "." }
    }
    return (isNegative ? "-" : "") + text
  }
}
