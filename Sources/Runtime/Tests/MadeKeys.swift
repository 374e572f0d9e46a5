import Quantities
import Semantics

/// Keys for rows that a test gives by their number: `40户`. Different ones, always the same.
struct MadeKeys {
  /// Roughly what a value of such a row takes.
  static let bytes = 24

  /// Of the codes that the keys must be.
  private let kind: CodeKind?
  private let written: Set<String>
  private var last = 0

  /// Keys of a type that differ from those written in the other rows.
  init(_ type: Type, besides rows: [TestDeclaration.GivenRow], key: Int) {
    kind = if case .code(let kind) = type { kind } else { nil }
    written = Set(
      rows.compactMap { row in
        if case .text(let text)? = row.values[key] { text } else { nil }
      })
  }

  /// `#1`, `#2` …, or valid codes: of no registering body's area, of villages, of small matters.
  mutating func next() -> String {
    var key: String
    repeat { key = following() } while written.contains(key)
    return key
  }

  private mutating func following() -> String {
    last += 1
    let number = last
    /// Digits with zeros before them.
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    switch kind {
    case .uniform?:
      return UniformCode(authority: "91000000", organisation: padded(number, 8))?.text
        ?? "#\(number)"
    case .matter?: return padded(number, MatterCode.length)
    case .division?:
      // Villages of made-up towns and counties.
      let (village, rest) = (number % 999, number / 999)
      return "1101" + padded(rest / 999 + 1, 2) + padded(rest % 999 + 1, 3)
        + padded(village + 1, 3)
    case nil: return "#\(number)"
    }
  }
}
