internal import Digest

/// What all tickets of one draw begin with (format `yijian-draw/1`): the hexadecimal SHA-256 of
///
///     "yijian-draw/1" LF seed LF group LF period
///
/// 64 ASCII bytes, which are one block of SHA-256. The caller hands in texts in NFC.
package struct DrawRoot: Hashable, Sendable {
  /// The texts that go into a ticket.
  package enum Part: Hashable, Sendable { case seed, group, period }

  package static let format = "yijian-draw/1"

  /// 64 hexadecimal digits in lower case.
  package let bytes: [UInt8]

  /// `period` is the ISO 8601 interval of the round: `2026-03-01/2026-11-30`.
  package init(seed: String, group: String, period: String) throws(DrawFailure) {
    for (part, text) in [(Part.seed, seed), (.group, group), (.period, period)]
    where text.utf8.contains(UInt8(ascii: "\n")) {
      throw .lineFeed(part)
    }
    do {
      var hasher = try SHA256Hasher()
      try hasher.update(DrawRoot.format + "\n" + seed + "\n" + group + "\n" + period)
      bytes = try hasher.finish().hexBytes
    } catch {
      throw .digest
    }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
