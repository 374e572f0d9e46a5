import Source
import Syntax
import TestSupport
import Testing

/// Whatever the bytes are, parsing ends, loses nothing, and every place lies in the file.
@Suite struct FuzzTests {
  static let fixtures = FixtureTests.all

  /// A file cut off at any byte, also in the middle of a character.
  @Test(arguments: fixtures)
  func truncated(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes
    for length in stride(from: 0, to: bytes.count, by: 5) {
      expectLossless(Observation(Array(bytes.prefix(length))).tree)
    }
  }

  /// Random bytes changed, removed, inserted or moved.
  @Test(arguments: fixtures)
  func mutated(_ fixture: Fixture) throws {
    let original = try fixture.bytes
    var random = SplitMix64(seed: UInt64(original.count))
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      expectLossless(Observation(bytes).tree)
    }
  }

  /// Tokens removed, doubled or put in each other's place.
  @Test(arguments: fixtures)
  func shuffled(_ fixture: Fixture) throws {
    let tree = Observation(try fixture.bytes).tree
    let pieces = tree.tokens.map { Array(tree.file.bytes[Int($0.triviaStart)..<Int($0.end)]) }
    var random = SplitMix64(seed: UInt64(pieces.count))
    for _ in 0..<60 {
      var changed = pieces
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<changed.count, using: &random)
        let other = Int.random(in: 0..<changed.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed[place] = []
        case 1: changed.insert(changed[other], at: place)
        default: changed.swapAt(place, other)
        }
      }
      expectLossless(Observation(Array(changed.joined())).tree)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let signs = Array("(){}[]\"“”|,;:=>.、　\n\\0９\u{200B}\u{0}".utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: place)
    default:
      let end = min(place + Int.random(in: 1...40, using: &random), bytes.count)
      bytes.removeSubrange(place..<end)
    }
  }
}
