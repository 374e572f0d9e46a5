@_spi(_Unicode) import Swift

/// Unicode's normalization form C: the one form in which texts are kept and compared.
package enum NormalizationFormC {
  /// Whether the bytes certainly are well-formed UTF-8 in the form. False means that one must look
  /// closer. One pass; true for ASCII, Latin, Chinese, Japanese and full-width texts, which almost
  /// all texts are.
  package static func isCertain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let left = bytes.count - index
      if lead < 0xCC {  // below U+0300, where marks that combine begin
        guard lead >= 0xC2, left >= 2, isContinuation(bytes[index + 1]) else { return false }
        index += 2
        continue
      }
      guard left >= 3, isContinuation(bytes[index + 1]), isContinuation(bytes[index + 2]),
        isPlain(lead, bytes[index + 1], bytes[index + 2])
      else { return false }
      index += 3
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

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Characters of three bytes that neither change nor combine with others.
  private static func isPlain(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (lead, second) {
    case (0xE2, 0x80): third >= 0x90  // dashes, quotation marks: U+2010 to U+203F
    case (0xE3, 0x80): !(0xAA...0xAF).contains(third)  // not the tone marks U+302A to U+302F
    case (0xE3, 0x82): !(0x99...0x9A).contains(third)  // not the voice marks U+3099, U+309A
    case (0xE3...0xE9, _): true  // U+3000 to U+9FFF
    case (0xEF, 0xBC), (0xEF, 0xBD): true  // full-width forms, U+FF00 to U+FF7F
    default: false
    }
  }
}
