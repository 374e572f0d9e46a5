@_spi(_Unicode) import Swift

/// Unicode's normalization form C: the one form in which texts are kept and compared.
package enum NormalizationFormC {
  /// Whether the bytes, which are well-formed UTF-8, are certainly in the form already. False means
  /// that `normalizing` must look closer. One pass; answers for ASCII, Latin, Cyrillic, Chinese,
  /// Japanese and full-width texts, where almost every text is.
  package static func isCertain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      switch lead {
      case ..<0x80: index += 1
      case ..<0xCC: index += 2  // below U+0300
      case 0xE3...0xE9 where index + 2 < bytes.count:
        guard isPlainIdeographOrKana(lead, bytes[index + 1], bytes[index + 2]) else { return false }
        index += 3
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x90:
        index += 3  // dashes and quotation marks, U+2010 to U+203F
      case 0xEF
      where index + 2 < bytes.count && (bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD):
        index += 3  // full-width forms, U+FF00 to U+FF7F
      default: return false
      }
    }
    return true
  }

  /// The text in the form.
  package static func normalizing(_ text: String) -> String {
    if isCertain(text.utf8.span) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// U+3000 to U+9FFF without the two combining kana marks and the tone marks U+302A to U+302F.
  private static func isPlainIdeographOrKana(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool
  {
    if lead > 0xE3 { return true }
    switch (second, third) {
    case (0x80, 0xAA...0xAF), (0x82, 0x99...0x9A): return false
    default: return true
    }
  }
}
