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
      if let shown = shownDay(bytes), number.places > 0 { return .text(shown) }
      guard number.places == 0, let serial = Int(exactly: number.coefficient), serial > 60,
        let date = CivilDate(dayNumber: serial + (from1904 ? -24_107 : -25_569))
      else { return .decimal(number) }
      return .date(date)
    }
  }

  /// A day, and the time where there is one, as people write them; nil for what is no cell of a date.
  func shownDay(_ bytes: Span<UInt8>) -> String? {
    guard case .number(.date(let from1904)) = self,
      let serial = Double(String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)),
      serial >= 1, serial < 3_000_000
    else { return nil }
    // Spreadsheets keep a time as a part of the day; below a second there are only leftovers.
    let seconds = Int((serial * 86_400).rounded())
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let epoch = from1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    guard let date = CivilDate(dayNumber: epoch + day) else { return nil }
    if time == 0 { return date.description }
    let parts = [time / 3_600, time / 60 % 60] + (time % 60 == 0 ? [] : [time % 60])
    return date.description + " "
      + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
