/// How many columns of a terminal a scalar takes: 0, 1 or 2.
///
/// Wide are the ranges with East_Asian_Width W or F in Unicode's EastAsianWidth.txt (UAX #11), with
/// unassigned gaps inside a block closed, and what has emoji presentation. Ambiguous scalars
/// (`“ … ×`) take one column, as in every terminal with a UTF-8 locale.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  if isWide(scalar.value) { return 2 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  // Vowels and finals of a Hangul syllable that is written in parts.
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  return scalar.properties.isEmojiPresentation ? 2 : 1
}

/// How many columns of a terminal a text without control characters takes.
package func displayWidth(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

private func isWide(_ value: UInt32) -> Bool {
  if value < 0x1100 { return false }
  if value >= 0x4E00, value <= 0xA4CF { return true }
  // Tone and voicing marks stand on the character before them.
  if (0x302A...0x302F).contains(value) || (0x3099...0x309A).contains(value) { return false }
  return wideRanges.contains { $0.contains(value) }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initials
  0x2329...0x232A,  // Angle brackets
  0x2E80...0x303E,  // Radicals, CJK punctuation
  0x3040...0x3247,  // Kana, Bopomofo, Hangul compatibility, enclosed CJK
  0x3250...0x4DBF,  // Enclosed CJK, extension A
  0x4E00...0xA4CF,  // CJK ideographs, Yi
  0xA960...0xA97F,  // Hangul extended A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // Compatibility ideographs
  0xFE10...0xFE1F,  // Vertical forms
  0xFE30...0xFE6F,  // Compatibility and small forms
  0xFF01...0xFF60,  // Full-width forms
  0xFFE0...0xFFE6,  // Full-width signs
  0x16FE0...0x18CFF,  // Tangut, Khitan
  0x1AFF0...0x1B2FF,  // Kana extensions, Nüshu
  0x1F200...0x1F265,  // Enclosed ideographic supplement
  0x20000...0x3FFFD,  // Extensions B and later
]
