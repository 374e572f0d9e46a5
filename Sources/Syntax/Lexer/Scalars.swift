/// One character of a file as the lexer sees it.
struct Scalar {
  /// The code point; `Scalar.invalid` for bytes that are not UTF-8.
  let value: UInt32
  /// In bytes, at least 1.
  let length: Int

  static let invalid: UInt32 = .max

  var isInvalid: Bool { value == Scalar.invalid }

  /// Decodes the character at an offset inside `bytes`, strictly (Unicode, table 3-7).
  init(_ bytes: [UInt8], at offset: Int) {
    let first = bytes[offset]
    if first < 0x80 {
      self.init(UInt32(first), 1)
      return
    }
    let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let length: Int
    let secondRange: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, secondRange) = (2, 0x80...0xBF)
    case 0xE0: (length, secondRange) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (length, secondRange) = (3, 0x80...0xBF)
    case 0xED: (length, secondRange) = (3, 0x80...0x9F)
    case 0xF0: (length, secondRange) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, secondRange) = (4, 0x80...0xBF)
    case 0xF4: (length, secondRange) = (4, 0x80...0x8F)
    default:
      self.init(Scalar.invalid, 1)
      return
    }
    guard secondRange.contains(second) else {
      self.init(Scalar.invalid, 1)
      return
    }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    value = value << 6 | UInt32(second & 0x3F)
    for position in 2..<max(length, 2) {
      let byte = offset + position < bytes.count ? bytes[offset + position] : 0
      guard byte & 0xC0 == 0x80 else {
        self.init(Scalar.invalid, position)
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    self.init(value, length)
  }

  private init(_ value: UInt32, _ length: Int) {
    self.value = value
    self.length = length
  }

  /// The ASCII character that it means outside texts and comments, or 0: itself, the full-width
  /// form, or the punctuation that a Chinese input method writes for it.
  var ascii: UInt8 {
    switch value {
    case 0..<0x80: UInt8(value)
    case 0xFF01...0xFF5E: UInt8(value - 0xFEE0)
    case 0x3001: UInt8(ascii: ",")
    case 0x3002: UInt8(ascii: ".")
    case 0x3010: UInt8(ascii: "[")
    case 0x3011: UInt8(ascii: "]")
    default: 0
    }
  }

  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= ascii }

  /// White space that ends no line.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0D, 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  /// A character that shows nothing, or turns the writing direction.
  var isHidden: Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// A hidden character that can make a text or a comment read as something else. The joiners
  /// (U+200C, U+200D) are needed by emoji and some scripts.
  var isDeceptiveInText: Bool { isHidden && value != 0x200C && value != 0x200D }

  /// Han characters in common use, which need no look at Unicode properties and no NFC.
  var isCommonHan: Bool { 0x4E00...0x9FFF ~= value }

  var startsWord: Bool {
    if isCommonHan { return true }
    switch ascii {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return true
    case 0:
      return value >= 0x80 && unicode?.properties.isXIDStart == true
    default:
      return false
    }
  }

  var continuesWord: Bool {
    if isCommonHan || isDigit || startsWord { return true }
    return value >= 0x80 && ascii == 0 && unicode?.properties.isXIDContinue == true
  }

  var unicode: Unicode.Scalar? { isInvalid ? nil : Unicode.Scalar(value) }
}
