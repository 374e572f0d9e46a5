import Digest
import Foundation
import TestSupport
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples and the NIST vector of a million letters.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
        + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu", 1,
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func standardVectors(_ text: String, repeated count: Int, expected: String) throws {
    let whole = String(repeating: text, count: count)
    #expect(try SHA256.hex(of: whole) == expected)
    #expect(try SHA256.hex(of: Array(whole.utf8)) == expected)
    let digest = try #require(SHA256Digest(hex: expected))
    #expect(digest.hex == expected)
    #expect(try SHA256.digest(of: whole.utf8.span) == digest)
  }

  @Test func notADigest() {
    #expect(SHA256Digest(hex: "ba78") == nil)
    #expect(SHA256Digest(hex: String(repeating: "A", count: 64)) == nil)
    #expect(SHA256Digest(hex: String(repeating: "g", count: 64)) == nil)
  }

  /// Order of digests is the order of their hexadecimal texts.
  @Test func order() throws {
    let digests = try (0..<200).map { try SHA256.digest(of: Array("\($0)".utf8).span) }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
  }

  /// However the bytes are cut, and after earlier use, the digest is that of the whole.
  @Test func piecesAndPrefixes() throws {
    var random = SplitMix64(seed: 4)
    var hasher = try SHA256Hasher()
    for _ in 0..<300 {
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let expected = try SHA256.digest(of: bytes.span)
      if Bool.random(using: &random) {
        try hasher.update("left over")
        try hasher.reset()
      }
      let cut = Int.random(in: 0...count, using: &random)
      try hasher.update(Array(bytes[..<cut]))
      try hasher.update(Array(bytes[cut...]))
      let pieces = try hasher.finish()
      let (start, end) = (Array(bytes[..<cut]), Array(bytes[cut...]))
      var prefix = try SHA256Prefix(start.span)
      let first = try prefix.digest(of: end.span)
      let second = try prefix.digest(of: end.span)
      if pieces != expected || first != expected || second != expected {
        Issue.record("\(bytes) cut at \(cut)")
      }
    }
  }

  @Test func agreesWithSha256sum() throws {
    for text in ["", "yijian-draw/1\n", "校园食品安全一件事", String(repeating: "一", count: 5_000)] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["sha256sum"]
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try input.fileHandleForWriting.close()
      let printed = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(String(decoding: printed.prefix(64), as: UTF8.self) == (try SHA256.hex(of: text)))
    }
  }
}
