import Engine
import Quantities
import Store

/// Reads the cells of one field. A class, because a value of its parts would be counted four times for
/// each cell.
///
/// What is accepted: `真 假 是 否 true false 1 0` (in any case); integers of ASCII digits with an
/// optional minus; decimals with a point; percentages with `%` or `‰`, or as a plain ratio (`0.05` is
/// 5 %); dates as `2026-03-01`; the exact names of members. Nothing is trimmed.
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
  /// - Parameter texts: where the bytes of a text go that is not in NFC.
  func parse(
    _ cell: Span<UInt8>, texts: inout [UInt8]
  ) throws(CellFault) -> CellValue {
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
    let isNegative = !cell.isEmpty && cell[0] == UInt8(ascii: "-")
    var isInRange = true
    var value: Int64 = 0
    let start = isNegative ? 1 : 0
    guard cell.count > start else { throw .reason(.notInteger) }
    for index in start..<cell.count {
      guard cell[index] >= 0x30, cell[index] <= 0x39 else { throw .reason(.notInteger) }
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
    var digits = 0
    for index in cell.indices {
      switch cell[index] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: ".") where index > 0 && index < cell.count - 1: break
      default: throw .reason(reason)
      }
    }
    throw .reason(digits > Decimal.maximumDigits ? .tooManyDigits : reason)
  }

  private func percent(_ cell: Span<UInt8>) throws(CellFault) -> Decimal {
    let sign = percentSign(cell)
    let number = try decimal(cell.extracting(first: cell.count - sign.bytes), else: .notPercent)
    guard
      let value = Decimal(coefficient: number.coefficient, places: number.places + sign.places)
    else { throw .reason(.tooManyDigits) }
    return value
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
    var hasForm = cell.count == 10
    for index in cell.indices where hasForm {
      let isHyphen = index == 4 || index == 7
      hasForm = isHyphen ? cell[index] == 0x2D : cell[index] >= 0x30 && cell[index] <= 0x39
    }
    throw .reason(hasForm ? .noSuchDay : .notDate)
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
