internal import Digest
internal import Dispatch
internal import Engine
internal import Synchronization

/// One walk over the rows that hashes keys and keeps the small tickets.
struct TicketPass: Sendable {
  /// Rows that one core takes at a time.
  static let morsel = 65_536

  let root: DrawRoot
  let keys: KeyBytes
  let strata: [Int32]
  let meter: Meter

  /// For each stratum the rows whose tickets its limit admits, in the order of the rows.
  func candidates(below limits: [TicketLimit]) throws(DrawFailure) -> [[Drawn]] {
    let count = (strata.count + TicketPass.morsel - 1) / TicketPass.morsel
    let outcomes = Mutex([Result<[Drawn], DrawFailure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let start = index * TicketPass.morsel
      let rows = start..<min(start + TicketPass.morsel, strata.count)
      let outcome = Result { () throws(DrawFailure) in try walk(rows, limits) }
      outcomes.withLock { $0[index] = outcome }
    }
    var candidates = [[Drawn]](repeating: [], count: limits.count)
    // In the order of the rows, so that the first failure is always the same.
    for outcome in outcomes.withLock({ $0 }) {
      for drawn in try outcome?.get() ?? [] {
        candidates[Int(strata[drawn.row])].append(drawn)
      }
    }
    return candidates
  }

  private func walk(_ rows: Range<Int>, _ limits: [TicketLimit]) throws(DrawFailure) -> [Drawn] {
    do { try meter.spend(steps: rows.count) } catch { throw .limit(error) }
    var hasher = try TicketHasher(root)
    var drawn: [Drawn] = []
    for row in rows {
      let stratum = strata[row]
      guard stratum >= 0 else { continue }
      let limit = limits[Int(stratum)]
      if limit == .none { continue }
      let ticket = try keys.ticket(ofRow: row, &hasher)
      if limit.admits(ticket.words.0) { drawn.append(Drawn(ticket: ticket, row: row)) }
    }
    do {
      try meter.spend(bytes: drawn.count * MemoryLayout<Drawn>.stride)
    } catch {
      throw .limit(error)
    }
    return drawn
  }
}
