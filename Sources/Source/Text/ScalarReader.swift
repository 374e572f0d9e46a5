/// Reads UTF-8 bytes scalar by scalar and steps over bytes that are no UTF-8 one at a time.
package struct ScalarReader: Sendable {
  package struct Element: Hashable, Sendable {
    /// Nil for a byte that is not part of well-formed UTF-8.
    package let scalar: Unicode.Scalar?
    package let range: Range<Int>
  }

  /// The scalar that starts at `offset`, which must lie inside `bytes`. Constant time.
  package static func read(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Element {
    let lead = bytes[offset]
    if lead < 0x80 {
      return Element(scalar: Unicode.Scalar(lead), range: offset..<offset + 1)
    }
    let invalid = Element(scalar: nil, range: offset..<offset + 1)
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return invalid
    }
    guard offset + length <= bytes.endIndex else { return invalid }
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return invalid }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    // Overlong forms; surrogates and values that are too large are refused by `Unicode.Scalar`.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return invalid }
    return Element(scalar: scalar, range: offset..<offset + length)
  }

  /// All scalars of a slice in order.
  package static func elements(of bytes: ArraySlice<UInt8>) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(bytes.count)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let element = read(bytes, at: offset)
      elements.append(element)
      offset = element.range.upperBound
    }
    return elements
  }

  /// How many scalars a slice holds, with stray continuation bytes counted to what they follow.
  package static func count(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
