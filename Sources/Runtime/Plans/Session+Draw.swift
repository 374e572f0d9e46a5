package import Quantities

/// What a draw is asked for.
package struct DrawRequest: Sendable {
  package let plan: String
  /// Must lie in the plan's period; it is the plan's as-of date.
  package let on: CivilDate
  package let seed: String
  /// Why the round is drawn again; nil for its first draw.
  package let redrawReason: String?

  package init(plan: String, on: CivilDate, seed: String, redrawReason: String? = nil) {
    self.plan = plan
    self.on = on
    self.seed = seed
    self.redrawReason = redrawReason
  }
}

/// A draw as it was recorded.
package struct RecordedDraw: Sendable {
  package let result: DrawResult
  /// The manifest's text, as stored and published.
  package let manifest: [UInt8]
  /// The manifest's own digest.
  package let digest: String
  /// The event's version in the history of the plan's round.
  package let event: Int

  package init(result: DrawResult, manifest: [UInt8], digest: String, event: Int) {
    self.result = result
    self.manifest = manifest
    self.digest = digest
    self.event = event
  }
}

extension Session {
  /// Computes a sample without recording it: for rehearsals, tests and verification.
  package func sample(_ request: DrawRequest) throws(RunFailure) -> DrawResult {
    throw .mistakes([])
  }

  /// Draws a sample and appends it to the history of the plan's round. A second draw of a round is
  /// refused unless the request gives a reason.
  package func draw(_ request: DrawRequest) throws(RunFailure) -> RecordedDraw {
    throw .mistakes([])
  }

  /// Records that the seed is fixed, before the draw, without telling it: only its hash is stored.
  package func commitSeed(_ seed: String, plan: String) throws(RunFailure) -> SeedCommitment {
    throw .mistakes([])
  }

  /// The history of a plan's round, oldest first.
  package func history(plan: String) throws(RunFailure) -> [HistoryEntry] {
    throw .mistakes([])
  }
}

/// An event of a plan's round.
package enum HistoryEntry: Hashable, Sendable {
  case seedCommitted(SeedCommitment)
  case drawn(event: Int, on: String, digest: String, count: Int, redrawReason: String?)
}
