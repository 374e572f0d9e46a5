import Quantities

/// Whether two texts have the same bytes.
@inline(__always)
func sameBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for index in left.indices where left[index] != right[index] { return false }
  return true
}

/// Order by UTF-8 bytes, which is the order by code point: negative, zero or positive.
@inline(__always)
func orderBytes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
  let shared = min(left.count, right.count)
  for index in 0..<shared where left[index] != right[index] {
    return Int(left[index]) - Int(right[index])
  }
  return left.count - right.count
}

/// Whether `part` stands in `whole` from an index on.
@inline(__always)
private func stands(_ part: Span<UInt8>, in whole: Span<UInt8>, at start: Int) -> Bool {
  for index in part.indices where whole[start + index] != part[index] { return false }
  return true
}

extension TextMatch {
  /// Answers for two texts as UTF-8; every text contains the empty one.
  func holds(_ whole: Span<UInt8>, _ part: Span<UInt8>) -> Bool {
    if self == .withinDivision { return DivisionCode.isWithin(whole, part) }
    let room = whole.count - part.count
    guard room >= 0 else { return false }
    switch self {
    case .startsWith: return stands(part, in: whole, at: 0)
    case .endsWith: return stands(part, in: whole, at: room)
    case .contains, .withinDivision:
      // The last byte of a letter tells more than the first, which all of a script share.
      guard let last = part.indices.last else { return true }
      let wanted = part[last]
      for start in 0...room where whole[start + last] == wanted {
        if stands(part, in: whole, at: start) { return true }
      }
      return false
    }
  }
}

/// How many Unicode scalars a text has: bytes that do not continue one.
func scalarCount(_ text: Span<UInt8>) -> Int64 {
  var count: Int64 = 0
  for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
  return count
}

/// The code of the division above; empty where there is none.
func parentDivision(_ text: String) -> String {
  String(decoding: DivisionCode.parent(of: text.utf8.span), as: UTF8.self)
}
