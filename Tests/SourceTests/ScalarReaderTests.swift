import Source
import TestSupport
import Testing

@Suite struct ScalarReaderTests {
  /// Every byte belongs to one element, and what is well-formed is what the standard library says.
  @Test func agreesWithStandardLibrary() throws {
    var generator = SplitMix64(seed: 11)
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE9, 0xED, 0xA0, 0x9F, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<generator.next() % 7).map { _ -> UInt8 in
        let number = generator.next()
        return number % 4 == 0
          ? UInt8(truncatingIfNeeded: number >> 8) : leads[Int(number >> 8) % leads.count]
      }
      let elements = ScalarReader.elements(of: bytes[...])
      try #require(elements.flatMap { Array($0.range) } == Array(bytes.indices))
      let valid = String(validating: bytes, as: UTF8.self)
      try #require(elements.allSatisfy { $0.scalar != nil } == (valid != nil))
      if let valid { try #require(elements.map(\.scalar) == valid.unicodeScalars.map { $0 }) }
    }
  }
}
