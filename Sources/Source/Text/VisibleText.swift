/// Scalars that would change how a terminal shows what stands around them, or that show as nothing:
/// control characters, line separators, bidirectional controls and invisible spaces.
package func isUnsafeToShow(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: true
  case 0xAD, 0x61C, 0x180E: true
  // Zero-width space and joiners, marks and embeddings of direction, line separators, isolates.
  case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
  case 0xFEFF, 0xFFF9...0xFFFB: true
  // Tags, which can hide a whole text.
  case 0xE0000...0xE007F: true
  default: false
  }
}

/// `\u{202E}`: an unsafe scalar as it can be written in a text of the language.
package func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\t": "\\t"
  default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}

/// A text of the user's inside a message: safe to show, on one line, and cut when it is very long.
package func visible(_ text: String, atMost limit: Int = 200) -> String {
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == limit { return result + "…" }
    if isUnsafeToShow(scalar) {
      result += escaped(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
