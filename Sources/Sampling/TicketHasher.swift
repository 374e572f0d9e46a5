package import Digest

/// 32 bytes that decide an object's place in a draw; the smallest are drawn.
package typealias Ticket = SHA256Digest

/// Computes tickets: SHA-256(root ‖ key). One for each thread.
package struct TicketHasher: ~Copyable {
  private var prefix: SHA256Prefix

  package init(_ root: DrawRoot) throws(DrawFailure) {
    let root = root.bytes
    do { prefix = try SHA256Prefix(root.span) } catch { throw .digest }
  }

  /// The ticket of a key: UTF-8 in NFC, without a line feed.
  package mutating func ticket(of key: Span<UInt8>) throws(DrawFailure) -> Ticket {
    do { return try prefix.digest(of: key) } catch { throw .digest }
  }

  package mutating func ticket(of key: String) throws(DrawFailure) -> Ticket {
    try ticket(of: key.utf8.span)
  }
}
