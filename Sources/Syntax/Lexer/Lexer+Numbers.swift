extension Lexer {
  /// number = digits | digits "." digits ; date = 4 digits "-" 2 digits "-" 2 digits
  mutating func lexNumber() -> (kind: TokenKind, value: String) {
    let start = offset
    let (end, digits) = digits(from: start)
    if digits.count == 4, let date = lexDate(from: start, year: digits, yearEnd: end) {
      return (.date, date)
    }
    offset = end
    guard end < bytes.count else { return (.integer, Lexer.ascii(digits)) }
    let point = Scalar(bytes, at: end)
    guard point.ascii == UInt8(ascii: ".") else { return (.integer, Lexer.ascii(digits)) }
    let (fractionEnd, fraction) = self.digits(from: end + point.length)
    if fraction.isEmpty { return (.integer, Lexer.ascii(digits)) }
    offset = fractionEnd
    return (.decimal, Lexer.ascii(digits + [UInt8(ascii: ".")] + fraction))
  }

  /// A date, also in a form that only people read (`2026-3-1`, `2026/03/01`, `2026年3月1日`), which
  /// is reported. Nil, and nothing consumed, if this is no date.
  private mutating func lexDate(from start: Int, year: [UInt8], yearEnd: Int) -> String? {
    guard let (separator, monthStart) = dateSeparator(at: yearEnd) else { return nil }
    let (monthEnd, month) = digits(from: monthStart)
    guard 1...2 ~= month.count, let (second, dayStart) = dateSeparator(at: monthEnd) else {
      return nil
    }
    let (dayEnd, day) = digits(from: dayStart)
    guard 1...2 ~= day.count else { return nil }
    let dash = UInt8(ascii: "-")
    let value = Lexer.ascii(year + [dash] + Lexer.padded(month) + [dash] + Lexer.padded(day))
    if separator == dash, second == dash, month.count == 2, day.count == 2 {
      offset = dayEnd
      return value
    }
    let end: Int
    if separator == Lexer.yearSign, second == Lexer.monthSign {
      end = daySignEnd(at: dayEnd) ?? dayEnd
    } else if separator == second, separator == dash || month.count == 2 && day.count == 2,
      separator != Lexer.yearSign, separator != Lexer.monthSign, Lexer.isLikelyDay(year, month, day)
    {
      end = dayEnd
    } else {
      return nil
    }
    offset = end
    report(from: start) { .dateForm(value, at: $0) }
    return value
  }

  private static let yearSign = UInt8(ascii: "y")
  private static let monthSign = UInt8(ascii: "m")

  /// `-`, `/`, or the signs of 年 and 月, with the offset behind it.
  private func dateSeparator(at offset: Int) -> (sign: UInt8, end: Int)? {
    guard offset < bytes.count else { return nil }
    let scalar = Scalar(bytes, at: offset)
    let end = offset + scalar.length
    switch (scalar.ascii, scalar.value) {
    case (UInt8(ascii: "-"), _), (UInt8(ascii: "/"), _): return (scalar.ascii, end)
    case (_, 0x5E74): return (Lexer.yearSign, end)
    case (_, 0x6708): return (Lexer.monthSign, end)
    default: return nil
    }
  }

  /// Behind 日 or 号, if one stands here.
  private func daySignEnd(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    let scalar = Scalar(bytes, at: offset)
    return scalar.value == 0x65E5 || scalar.value == 0x53F7 ? offset + scalar.length : nil
  }

  /// Whether digits can only be meant as a date, not as a calculation.
  private static func isLikelyDay(_ year: [UInt8], _ month: [UInt8], _ day: [UInt8]) -> Bool {
    let year = Int(ascii(year)) ?? 0
    let month = Int(ascii(month)) ?? 0
    let day = Int(ascii(day)) ?? 0
    return 1900...2199 ~= year && 1...12 ~= month && 1...31 ~= day
  }

  /// The digits from an offset on, in ASCII, and where they end.
  private func digits(from start: Int) -> (end: Int, digits: [UInt8]) {
    var end = start
    while end < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[end] { end += 1 }
    var digits = Array(bytes[start..<end])
    while end < bytes.count {
      let scalar = Scalar(bytes, at: end)
      guard scalar.isDigit else { break }
      digits.append(scalar.ascii)
      end += scalar.length
    }
    return (end, digits)
  }

  private static func padded(_ digits: [UInt8]) -> [UInt8] {
    digits.count == 1 ? [UInt8(ascii: "0")] + digits : digits
  }

  private static func ascii(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
