import Engine
import Quantities
import Store

/// Reads the cells of one field. A class, because a value of its parts would be counted four times for
/// each cell.
///
/// What is accepted: `真 假 是 否 true false 1 0` (in any case); integers of digits with an optional
/// minus; decimals with a point; percentages with `%` or `‰`, or as a plain ratio up to 1 (`0.05` is
/// 5 %); dates whose year comes first; the exact names of members. Digits and signs may be full-width,
/// thousands may have commas where these can mean nothing else. Nothing is trimmed, nothing guessed.
final class CellParser {
  let kind: FieldKind
  let isKey: Bool
  private let members: TextIndex

  init(_ kind: FieldKind, isKey: Bool) {
    self.kind = kind
    self.isKey = isKey
    var members = TextIndex()
    if case .enumeration(let names) = kind {
      for name in names { _ = members.insert(name) }
    }
    self.members = members
  }

  /// The value of a cell that is not empty, or quoted.
  ///
  /// - Parameter texts: where the bytes of a text go that are not the cell's own.
  func parse(
    _ cell: Span<UInt8>, _ form: CellForm, texts: inout [UInt8]
  ) throws(CellFault) -> CellValue {
    switch form {
    case .plain, .quoted: return try written(cell, &texts)
    case .number(let style): return try number(cell, style, &texts)
    case .exactNumber: return try exactNumber(cell, &texts)
    case .truth:
      guard kind == .bool else { throw .reason(mismatch) }
      return .integer(cell[0] == UInt8(ascii: "1") || cell[0] == UInt8(ascii: "t") ? 1 : 0)
    case .error: throw .reason(.errorValue)
    case .formula: throw .reason(.formulaWithoutValue)
    case .nested: throw .reason(.nestedValue)
    }
  }

  /// A cell whose text stands as somebody wrote it.
  func written(_ cell: Span<UInt8>, _ texts: inout [UInt8]) throws(CellFault) -> CellValue {
    switch kind {
    case .text: return try text(cell, &texts)
    case .code(let kind):
      if let fault = kind.fault(in: cell) { throw .reason(.code(fault)) }
      return .cell
    case .bool: return .integer(try bool(cell))
    case .integer: return .integer(try integer(cell))
    case .decimal: return .decimal(try decimal(cell, else: .notDecimal))
    case .percent: return .decimal(try percent(cell))
    case .date: return .integer(try date(cell))
    case .enumeration:
      guard let position = members.find(cell) else { throw .notMember }
      return .integer(Int64(position))
    }
  }

  /// What a value of another type is not.
  var mismatch: RowProblem.Reason {
    switch kind {
    case .bool: .notBool
    case .integer: .notInteger
    case .decimal: .notDecimal
    case .percent: .notPercent
    case .date: .notDate
    case .text, .code, .enumeration: .notText
    }
  }

  private func text(
    _ cell: Span<UInt8>, _ texts: inout [UInt8]
  ) throws(CellFault) -> CellValue {
    for index in cell.indices where cell[index] < 0x20 || cell[index] == 0x7F {
      if isKey { throw .reason(.controlCharacterInKey) }
      if cell[index] == 0 { throw .reason(.nullCharacter) }
    }
    if NormalizationFormC.isCertain(cell) { return .cell }
    guard firstMalformed(cell) == nil else { throw .notUTF8 }
    let text = String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
    let start = texts.count
    texts.append(contentsOf: NormalizationFormC.normalizing(text).utf8)
    return .text(start..<texts.count)
  }

  private func bool(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    if cell.count == 1, cell[0] == 0x30 || cell[0] == 0x31 { return Int64(cell[0] - 0x30) }
    if cell.count <= 5 {
      switch String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self).lowercased() {
      case "true", "真", "是": return 1
      case "false", "假", "否": return 0
      default: break
      }
    }
    throw .reason(.notBool)
  }

  private func integer(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    if let value = try digits(cell) { return value }
    let written = WrittenForm(cell)
    guard let plain = written.withoutThousands(allowsOneComma: true),
      let value = try digits(plain.bytes.span)
    else { throw .reason(.notInteger) }
    return value
  }

  /// ASCII digits with an optional minus; nil for anything else.
  private func digits(_ cell: Span<UInt8>) throws(CellFault) -> Int64? {
    let isNegative = !cell.isEmpty && cell[0] == UInt8(ascii: "-")
    var isInRange = true
    var value: Int64 = 0
    let start = isNegative ? 1 : 0
    guard cell.count > start else { return nil }
    for index in start..<cell.count {
      guard cell[index] >= 0x30, cell[index] <= 0x39 else { return nil }
      let digit = Int64(cell[index] - 0x30)
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative
        ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      isInRange = isInRange && !overflow && !carry
      value = sum
    }
    if !isInRange { throw .reason(.integerOutOfRange) }
    return value
  }

  private func decimal(
    _ cell: Span<UInt8>, else reason: RowProblem.Reason
  ) throws(CellFault) -> Decimal {
    if let value = Decimal(ascii: cell) { return value }
    guard let plain = WrittenForm(cell).withoutThousands(allowsOneComma: false) else {
      throw .reason(reason)
    }
    if plain.isAmbiguous { throw .reason(.ambiguousComma) }
    if let value = Decimal(ascii: plain.bytes.span) { return value }
    var digits = 0
    for (index, byte) in plain.bytes.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: ".") where index > 0 && index < plain.bytes.count - 1: break
      case UInt8(ascii: "-"): break
      default: throw .reason(reason)
      }
    }
    throw .reason(digits > Decimal.maximumDigits ? .tooManyDigits : reason)
  }

  private func percent(_ cell: Span<UInt8>) throws(CellFault) -> Decimal {
    let sign = percentSign(cell)
    let number = try decimal(cell.extracting(first: cell.count - sign.bytes), else: .notPercent)
    if sign.bytes == 0 { return try ratio(number) }
    guard
      let value = Decimal(coefficient: number.coefficient, places: number.places + sign.places)
    else { throw .reason(.tooManyDigits) }
    return value
  }

  /// A number without a sign is a ratio; one above 1 may well be meant as a number of hundredths.
  func ratio(_ number: Decimal) throws(CellFault) -> Decimal {
    if number.magnitude > .one { throw .reason(.ambiguousPercent) }
    return number
  }

  /// The sign at the end: its bytes, and the places by which it moves the point.
  private func percentSign(_ cell: Span<UInt8>) -> (bytes: Int, places: Int) {
    if cell.count > 1, cell[cell.count - 1] == UInt8(ascii: "%") { return (1, 2) }
    guard cell.count > 3 else { return (0, 0) }
    switch (cell[cell.count - 3], cell[cell.count - 2], cell[cell.count - 1]) {
    case (0xEF, 0xBC, 0x85): return (3, 2)  // the full-width ％
    case (0xE2, 0x80, 0xB0): return (3, 3)  // ‰
    default: return (0, 0)
    }
  }

  private func date(_ cell: Span<UInt8>) throws(CellFault) -> Int64 {
    if let date = CivilDate(ascii: cell) { return Int64(date.dayNumber) }
    do throws(WrittenForm.DateFault) {
      return Int64(try WrittenForm(cell).date().dayNumber)
    } catch {
      switch error {
      case .notDate: throw .reason(.notDate)
      case .noSuchDay: throw .reason(.noSuchDay)
      case .timeOfDay: throw .reason(.timeOfDay)
      case .order: throw .reason(.ambiguousDate)
      }
    }
  }
}

/// Why a cell has no value.
enum CellFault: Error {
  case reason(RowProblem.Reason)
  /// Apart, because the nearest member is looked for only if the problem is kept.
  case notMember
  case notUTF8
}

/// Where bytes stop being UTF-8.
func firstMalformed(_ bytes: Span<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch { return error.byteOffsets.lowerBound }
}
