/// Distinct texts, numbered in the order in which they came: flat bytes under open addressing, so
/// that neither adding nor finding one makes a `String`.
package struct TextIndex: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int] = [0]
  /// A power of two of places, at most half of them taken; −1 where nothing is.
  private var places: [Int32] = Array(repeating: -1, count: 16)

  package init() {}

  package var count: Int { offsets.count - 1 }

  /// The number of a text, or nil if it was never added.
  package func find(_ text: Span<UInt8>) -> Int? {
    let number = places[place(of: text)]
    return number < 0 ? nil : Int(number)
  }

  package func find(_ text: String) -> Int? { find(text.utf8.span) }

  /// The number of a text, which is added if it is new.
  package mutating func insert(_ text: Span<UInt8>) -> Int {
    let place = place(of: text)
    let number = places[place]
    if number >= 0 { return Int(number) }
    let added = count
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    offsets.append(bytes.count)
    places[place] = Int32(truncatingIfNeeded: added)
    if count * 2 > places.count { grow() }
    return added
  }

  package mutating func insert(_ text: String) -> Int { insert(text.utf8.span) }

  package subscript(number: Int) -> String {
    String(decoding: bytes[offsets[number]..<offsets[number + 1]], as: UTF8.self)
  }

  /// Where the text stands, or the free place where it would.
  private func place(of text: Span<UInt8>) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: mixed(text)) & mask
    while true {
      let number = places[place]
      if number < 0 { return place }
      let start = offsets[Int(number)]
      if sameBytes(bytes.span.extracting(start..<offsets[Int(number) + 1]), text) { return place }
      place = (place + 1) & mask
    }
  }

  private mutating func grow() {
    var grown = Array(repeating: Int32(-1), count: places.count * 2)
    let mask = grown.count - 1
    for number in 0..<count {
      let text = bytes.span.extracting(offsets[number]..<offsets[number + 1])
      var place = Int(truncatingIfNeeded: mixed(text)) & mask
      while grown[place] >= 0 { place = (place + 1) & mask }
      grown[place] = Int32(truncatingIfNeeded: number)
    }
    places = grown
  }
}

/// A hash that is the same in every process: eight bytes a step, each multiplied and folded.
private func mixed(_ text: Span<UInt8>) -> UInt64 {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
  var index = 0
  while index < text.count {
    var word: UInt64 = 0
    let end = min(index + 8, text.count)
    while index < end {
      word = word << 8 | UInt64(text[index])
      index += 1
    }
    let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    state = product.high ^ product.low
  }
  return state ^ state >> 32
}
