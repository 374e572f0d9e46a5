import Engine
import Quantities
import Store

/// Cells that are numbers by the file's own word, rather than digits that somebody wrote.
extension CellParser {
  /// A number of JSON, every digit of which counts.
  func exactNumber(_ cell: Span<UInt8>, _ texts: inout [UInt8]) throws(CellFault) -> CellValue {
    switch kind {
    case .integer, .decimal, .percent:
      guard let value = NumberDigits(cell)?.decimal(isFromSpreadsheet: false) else {
        throw .reason(.tooManyDigits)
      }
      return try self.value(value)
    case .text, .code, .bool, .date, .enumeration: return try written(cell, &texts)
    }
  }

  /// A number of a spreadsheet.
  func number(
    _ cell: Span<UInt8>, _ style: NumberStyle, _ texts: inout [UInt8]
  ) throws(CellFault) -> CellValue {
    guard let digits = NumberDigits(cell) else { throw .reason(mismatch) }
    switch style {
    case .date(let from1904):
      guard case .date = kind else { throw .reason(.dateCell) }
      return .integer(Int64(try day(digits, from1904: from1904).dayNumber))
    case .time: throw .reason(mismatch)
    case .general, .percent, .padded: break
    }
    let isPercent = style == .percent
    switch kind {
    case .percent:
      guard let value = digits.decimal(isFromSpreadsheet: true) else {
        throw .reason(.tooManyDigits)
      }
      return .decimal(isPercent ? value : try ratio(value))
    case _ where isPercent: throw .reason(mismatch)
    case .decimal:
      guard let value = digits.decimal(isFromSpreadsheet: true) else {
        throw .reason(.tooManyDigits)
      }
      return .decimal(value)
    case .integer, .bool, .date, .text, .code, .enumeration:
      return try identifying(digits, style, &texts)
    }
  }

  /// Where each digit counts: more than a spreadsheet keeps were lost when the file was written.
  private func identifying(
    _ digits: NumberDigits, _ style: NumberStyle, _ texts: inout [UInt8]
  ) throws(CellFault) -> CellValue {
    guard digits.integerDigits <= NumberDigits.spreadsheetDigits,
      let value = digits.decimal(isFromSpreadsheet: true)
    else { throw .reason(.digitsLost) }
    if kind == .integer { return try self.value(value) }
    var text = value.description
    if case .padded(let width) = style, value.places == 0, !value.isNegative {
      text = String(repeating: "0", count: max(0, Int(width) - text.utf8.count)) + text
    }
    let start = texts.count
    texts += text.utf8
    let bytes = texts
    if case .date = kind {
      // 46082 may be a day, but the cell does not say so.
      guard text.utf8.count == 8 else { throw .reason(.dateNumber) }
    }
    let read = try written(bytes.span.extracting(start..<bytes.count), &texts)
    // The text stands among the texts, not in the cell.
    if case .cell = read { return .text(start..<bytes.count) }
    return read
  }

  /// The value of a number in a field of numbers.
  private func value(_ number: Decimal) throws(CellFault) -> CellValue {
    switch kind {
    case .integer:
      guard number.places == 0 else { throw .reason(.notInteger) }
      guard let integer = Int64(exactly: number.coefficient) else {
        throw .reason(.integerOutOfRange)
      }
      return .integer(integer)
    case .percent: return .decimal(try ratio(number))
    default: return .decimal(number)
    }
  }

  /// The day of a serial number. Spreadsheets that count from 1900 have a 29 February 1900, number 60,
  /// which was no day (ECMA-376, part 1, 18.17.4.1).
  private func day(_ digits: NumberDigits, from1904: Bool) throws(CellFault) -> CivilDate {
    guard let number = digits.decimal(isFromSpreadsheet: true) else { throw .reason(.noSuchDay) }
    guard number.places == 0 else { throw .reason(.timeOfDay) }
    guard !number.isNegative, let serial = Int(exactly: number.coefficient) else {
      throw .reason(.noSuchDay)
    }
    let epoch: Int
    if from1904 {
      epoch = -24_107  // 1904-01-01
    } else if serial == 0 || serial == 60 {
      throw .reason(.noSuchDay)
    } else {
      epoch = serial < 60 ? -25_568 : -25_569  // 1899-12-31, 1899-12-30
    }
    guard let date = CivilDate(dayNumber: epoch + serial) else { throw .reason(.noSuchDay) }
    return date
  }
}
