internal import Digest
internal import Sampling

/// The tickets of a round in the format `yijian-draw/1`, for programs that check or repeat a draw
/// themselves. One value for each thread.
public struct DrawTickets: ~Copyable {
  /// 64 lowercase hexadecimal digits.
  public let root: String
  private var hasher: TicketHasher

  /// - Parameter period: the ISO 8601 interval of the round: `2026-03-01/2026-11-30`.
  /// - Throws: where a part has a line feed.
  public init(seed: String, group: String, period: String) throws(DrawTicketFailure) {
    do {
      let root = try DrawRoot(seed: seed, group: group, period: period)
      hasher = try TicketHasher(root)
      self.root = String(decoding: root.bytes, as: UTF8.self)
    } catch {
      throw error == .digest ? .digest : .lineFeed
    }
  }

  /// The ticket of a registry key. The smallest tickets of a stratum are drawn.
  public mutating func ticket(of key: String) throws(DrawTicketFailure) -> DrawTicket {
    do { return DrawTicket(digest: try hasher.ticket(of: key)) } catch { throw .digest }
  }
}

/// Why there is no ticket.
public enum DrawTicketFailure: Error, Hashable, Sendable {
  /// The seed, the group or the period has a line feed.
  case lineFeed
  /// libcrypto has no SHA-256.
  case digest
}

/// 32 bytes, in the order in which objects are drawn.
public struct DrawTicket: Hashable, Comparable, Sendable {
  let digest: SHA256Digest

  /// 64 lowercase hexadecimal digits.
  public var hex: String { digest.hex }

  public static func < (a: DrawTicket, b: DrawTicket) -> Bool { a.digest < b.digest }
}
