/// The 32 bytes of a SHA-256, ordered as bytes are.
package struct SHA256Digest: Hashable, Comparable, Sendable {
  /// The first eight bytes, the most significant first, and so on: comparing them as numbers is
  /// comparing the bytes.
  package let words: (UInt64, UInt64, UInt64, UInt64)

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// From 64 hexadecimal digits in lower case; nil for anything else.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      words[index / 16] = words[index / 16] << 4 | UInt64(value)
    }
    self.init(words: (words[0], words[1], words[2], words[3]))
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
  package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  /// The ASCII bytes of `hex`.
  package var hexBytes: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    appendHex(words.0, to: &digits)
    appendHex(words.1, to: &digits)
    appendHex(words.2, to: &digits)
    appendHex(words.3, to: &digits)
    return digits
  }

  private func appendHex(_ word: UInt64, to digits: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: word >> shift & 15)
      digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
  }

  package static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
    left.words == right.words
  }

  package static func < (left: SHA256Digest, right: SHA256Digest) -> Bool {
    left.words < right.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
