internal import Dispatch
package import Engine
internal import Synchronization

/// The `n` smallest tickets of each stratum, in ticket order. The same on any machine and with any
/// number of cores, and independent of the order of the rows.
package struct Selection: Sendable {
  /// For each stratum the objects drawn.
  package let strata: [[Drawn]]

  /// Draws from every stratum.
  ///
  /// - Parameters:
  ///   - strata: The stratum of each row; a negative number where the row is in none.
  ///   - quotas: How many to draw of each stratum; one above the population takes all.
  ///   - meter: Asked once in 65,536 rows.
  /// - Complexity: One hash for each row of a stratum with a quota, on all cores; memory for
  ///   little more than the sample.
  package init(
    root: DrawRoot, keys: TextColumn, strata: [Int32], quotas: [Int], meter: Meter = Meter()
  ) throws(DrawFailure) {
    let keys = KeyBytes(keys)
    guard keys.count == strata.count else {
      throw .rowsMismatch(keys: keys.count, strata: strata.count)
    }
    let populations = try Selection.populations(of: strata, count: quotas.count)
    let pass = TicketPass(root: root, keys: keys, strata: strata, meter: meter)
    let limits = zip(populations, quotas).map { TicketLimit(population: $0, quota: $1) }
    var candidates = try pass.candidates(below: limits)
    // Tickets are uniform, so a limit is hardly ever too tight; where it is, all are looked at.
    let short = quotas.indices.filter {
      candidates[$0].count < min(quotas[$0], populations[$0])
    }
    if !short.isEmpty {
      let wide = quotas.indices.map { short.contains($0) ? TicketLimit.all : .none }
      let again = try pass.candidates(below: wide)
      for stratum in short { candidates[stratum] = again[stratum] }
    }
    self.strata = Selection.smallest(of: candidates, quotas: quotas, keys: keys)
  }

  /// All drawn objects in ticket order, for the column of keys that they were drawn from.
  package func merged(keys: TextColumn) -> [Drawn] {
    let keys = KeyBytes(keys)
    return ticketOrder(Array(strata.joined()), keys: keys)
  }

  private static func populations(
    of strata: [Int32], count: Int
  ) throws(DrawFailure) -> [Int] {
    var populations = [Int](repeating: 0, count: count)
    for stratum in strata where stratum >= 0 {
      guard stratum < count else { throw .noQuota(stratum: Int(stratum)) }
      populations[Int(stratum)] += 1
    }
    return populations
  }

  /// Sorts each stratum, several at a time, and cuts it to its quota.
  private static func smallest(
    of candidates: [[Drawn]], quotas: [Int], keys: KeyBytes
  ) -> [[Drawn]] {
    let results = Mutex([[Drawn]](repeating: [], count: candidates.count))
    DispatchQueue.concurrentPerform(iterations: candidates.count) { stratum in
      let drawn = ticketOrder(candidates[stratum], keys: keys).prefix(max(0, quotas[stratum]))
      let result = Array(drawn)
      results.withLock { $0[stratum] = result }
    }
    return results.withLock { $0 }
  }
}
