import Quantities

/// Dates and numbers as people write them, in ASCII: full-width digits and signs are their ASCII
/// ones.
struct WrittenForm {
  /// Why a cell is no date.
  enum DateFault: Error {
    case notDate, noSuchDay
    /// A day and a time that is not midnight.
    case timeOfDay
    /// Its year is not written first, in four digits.
    case order
  }

  /// The order of the marks of a date in Chinese.
  private static let year = Array("年".utf8)
  private static let month = Array("月".utf8)
  private static let days = [Array("日".utf8), Array("号".utf8)]

  let bytes: [UInt8]

  init(_ cell: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.count)
    var index = 0
    while index < cell.count {
      let lead = cell[index]
      if lead >= 0xE2, index + 2 < cell.count,
        let narrow = Self.narrow(lead, cell[index + 1], cell[index + 2])
      {
        bytes.append(narrow)
        index += 3
      } else {
        bytes.append(lead)
        index += 1
      }
    }
    self.bytes = bytes
  }

  /// The ASCII character of a full-width one (U+FF01 to U+FF5E), and of a minus.
  private static func narrow(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (lead, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    case (0xE2, 0x88, 0x92): UInt8(ascii: "-")
    case (0xE3, 0x80, 0x80): 0x20
    default: nil
    }
  }

  /// The number without the commas between its thousands, where they can mean nothing else. Nil where
  /// commas do not stand so.
  ///
  /// - Parameter allowsOneComma: `1,234` is a thousand and not a decimal, because the field has none.
  func withoutThousands(allowsOneComma: Bool) -> (bytes: [UInt8], isAmbiguous: Bool)? {
    var plain: [UInt8] = []
    var commas = 0
    /// Digits since the last comma, or since the start.
    var run = 0
    var hasPoint = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: plain.append(byte)
      case 0x30...0x39:
        plain.append(byte)
        run += 1
      case UInt8(ascii: ",") where !hasPoint:
        let begins = (1...3).contains(run) && plain.first(where: { $0 != 0x2D }) != 0x30
        guard commas == 0 ? begins : run == 3 else { return nil }
        commas += 1
        run = 0
      case UInt8(ascii: ".") where !hasPoint:
        guard commas == 0 || run == 3 else { return nil }
        hasPoint = true
        plain.append(byte)
      default: return nil
      }
    }
    if commas > 0, !hasPoint, run != 3 { return nil }
    return (plain, commas == 1 && !hasPoint && !allowsOneComma)
  }

  /// `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`, `20260301`, each with midnight behind it or
  /// without.
  func date() throws(DateFault) -> CivilDate {
    var reader = Reader(bytes: bytes)
    guard let first = reader.number() else { throw .notDate }
    if first.digits == 8, (1_800...2_199).contains(first.value / 10_000) {
      return try day(
        first.value / 10_000, first.value / 100 % 100, first.value % 100, behind: &reader)
    }
    if reader.take(Self.year) {
      guard first.digits == 4, let month = reader.number(), month.digits <= 2,
        reader.take(Self.month), let number = reader.number(), number.digits <= 2,
        Self.days.contains(where: { reader.take($0) })
      else { throw .notDate }
      return try day(first.value, month.value, number.value, behind: &reader)
    }
    let separators: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    guard let separator = separators.first(where: { reader.take([$0]) }),
      let second = reader.number(), reader.take([separator]), let third = reader.number()
    else { throw .notDate }
    guard first.digits == 4 else {
      throw first.digits <= 2 && second.digits <= 2 && third.digits <= 4 ? .order : .notDate
    }
    guard second.digits <= 2, third.digits <= 2 else { throw .notDate }
    return try day(first.value, second.value, third.value, behind: &reader)
  }

  private func day(
    _ year: Int, _ month: Int, _ day: Int, behind reader: inout Reader
  ) throws(DateFault) -> CivilDate {
    var isMidnight = true
    if !reader.isAtEnd {
      guard reader.take([0x20]) || reader.take([UInt8(ascii: "T")]) else { throw .notDate }
      guard let time = reader.time() else { throw .notDate }
      isMidnight = time == 0
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
    if !isMidnight { throw .timeOfDay }
    return date
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ text: [UInt8]) -> Bool {
      guard bytes[index...].starts(with: text) else { return false }
      index += text.count
      return true
    }

    /// A number of at most eight digits.
    mutating func number() -> (value: Int, digits: Int)? {
      let start = index
      var value = 0
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index - start < 9 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      return index == start || index - start > 8 ? nil : (value, index - start)
    }

    /// `0:00`, `00:00:00`, `00:00:00.000`, with `Z` or without, to the end: 0 for midnight, nil for
    /// no time.
    mutating func time() -> Int? {
      guard let hour = number(), hour.digits <= 2, hour.value < 24, take([UInt8(ascii: ":")]),
        let minute = number(), minute.digits == 2, minute.value < 60
      else { return nil }
      var total = hour.value + minute.value
      if take([UInt8(ascii: ":")]) {
        guard let second = number(), second.digits == 2, second.value < 61 else { return nil }
        total += second.value
        if take([UInt8(ascii: ".")]) {
          guard let fraction = number() else { return nil }
          total += fraction.value
        }
      }
      _ = take([UInt8(ascii: "Z")])
      return isAtEnd ? total : nil
    }
  }
}
