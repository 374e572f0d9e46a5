import Quantities
import Semantics

/// Keys for rows that a test gives by their number: `40户`. Different ones, always the same.
struct MadeKeys {
  /// Roughly what a value of such a row takes.
  static let bytes = 24

  private let isUniformCode: Bool
  private let written: Set<String>
  private var last = 0

  /// Keys of a type that differ from those written in the other rows.
  init(_ type: Type, besides rows: [TestDeclaration.GivenRow], key: Int) {
    isUniformCode = type == .uniformCode
    written = Set(
      rows.compactMap { row in
        if case .text(let text)? = row.values[key] { text } else { nil }
      })
  }

  /// `#1`, `#2` …, or valid codes of no registering body's area.
  mutating func next() -> String {
    var key: String
    repeat { key = following() } while written.contains(key)
    return key
  }

  private mutating func following() -> String {
    last += 1
    guard isUniformCode else { return "#\(last)" }
    let digits = String(last)
    let organisation = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    return UniformCode(authority: "91000000", organisation: organisation)?.text ?? "#\(last)"
  }
}
