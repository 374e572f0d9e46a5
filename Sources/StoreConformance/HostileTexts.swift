import Engine
import Quantities
import Store

/// Names and values that mean something where they should not: quotes and ends of statements, signs of
/// the wire and of files, directions, characters that join the one before. Any text is one of a store.
struct HostileTexts {
  static let pieces = [
    "'", "''", "\"", "\"\"", "\\", "\\'", "--", ";", "/*", "*/", "$1", "$$", "$tag$", "?", "?1",
    ":x",
    "@y", "%", "_", "\t", "\n", "\r", "\r\n", " ", "(", ")", ",", "[", "]", "`", "{", "}", "NULL",
    "\\N",
    "\\.", "DROP SCHEMA yijian CASCADE", "'; DROP TABLE events; --", "' OR '1'='1", "E'\\x41'",
    "COPY", "SELECT", "rows_1", "c0", "x", "é", "e\u{301}", "'\u{301}", "\"\u{301}", "\\\u{301}",
    "\u{301}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "🏫", "名",
    "한",
    "\u{7F}", "\u{1}", "\u{1B}[2J", "\u{85}", "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{10FFFF}",
  ]

  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A text, seldom a long one.
  mutating func text() -> String {
    let piece = random.one(of: HostileTexts.pieces)
    if random.below(15) == 0 {
      return String(repeating: piece, count: 1_500 / piece.utf8.count)
    }
    let count = random.below(6)
    return (0..<count).map { _ in random.one(of: HostileTexts.pieces) }.joined()
  }

  /// A text that may be a key.
  mutating func key(_ number: Int) -> String {
    let scalars = text().unicodeScalars.filter { $0 > "\u{1F}" && $0 != "\u{7F}" }
    return "\(number)" + String(String.UnicodeScalarView(scalars))
  }

  mutating func origin() -> ImportOrigin {
    ImportOrigin(name: text(), fileDigest: text(), importedBy: text(), importedAt: text())
  }

  /// A registry of texts, members and decimals.
  mutating func registry() -> RegistrySchema {
    StoreConformance.schema(
      text(), key: 1, (text(), .enumeration(members: [text(), text(), text()]), true),
      (text(), .text, false), (text(), .text, true), (text(), .decimal, true),
      (text(), .text, true))
  }

  /// Rows of such a registry; those with the same numbers have other keys each time, mostly.
  mutating func rows(_ numbers: Range<Int>) -> [[Cell]] {
    numbers.map { number in
      [
        random.below(3) == 0 ? .none : .integer(Int64(random.below(3))), .text(key(number)),
        random.below(5) == 0 ? .none : .text(text()), .decimal("-0.5"),
        .text(random.one(of: HostileTexts.pieces)),
      ]
    }
  }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }
}
