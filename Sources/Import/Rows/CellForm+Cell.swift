import Quantities

extension CellForm {
  /// A cell as it can be written into another file and is read from there as the same value.
  func cell(_ bytes: Span<UInt8>) -> TableCell {
    let text = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    if text.isEmpty { return .empty }
    if self == .truth { return .bool(text == "1" || text == "true") }
    guard case .number(let style) = self,
      let number = NumberDigits(bytes)?.decimal(isFromSpreadsheet: true)
    else { return .text(text) }
    switch style {
    case .general, .time: return .decimal(number)
    case .percent: return .percent(number)
    case .padded(let width):
      let digits = number.description
      return .text(String(repeating: "0", count: max(0, Int(width) - digits.utf8.count)) + digits)
    case .date(let from1904):
      guard number.places == 0, let serial = Int(exactly: number.coefficient), serial > 60,
        let date = CivilDate(dayNumber: serial + (from1904 ? -24_107 : -25_569))
      else { return .decimal(number) }
      return .date(date)
    }
  }
}
