internal import Digest

/// An object that was drawn.
package struct Drawn: Hashable, Sendable {
  package let ticket: Ticket
  /// The row of the registry.
  package var row: Int { Int(index) }
  private let index: UInt32

  /// The first eight bytes of the ticket, which nearly always decide.
  var first: UInt64 { ticket.words.0 }

  init(ticket: Ticket, row: Int) {
    self.ticket = ticket
    index = UInt32(truncatingIfNeeded: row)
  }
}
