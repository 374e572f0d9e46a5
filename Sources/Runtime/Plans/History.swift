import Digest
import Semantics
import Source
import Store
import Syntax

/// An event of a plan's round.
public enum HistoryEntry: Hashable, Sendable {
  case seedCommitted(SeedCommitment)
  case drawn(event: Int, on: String, digest: String, count: Int, redrawReason: String?)
}

/// The append-only history of one round of a plan: a stream of the store.
struct History {
  static let committed = "seed-committed"
  static let drawn = "drawn"

  /// - Parameter round: its first and last day.
  static func stream(of plan: PlanDeclaration, _ round: String) -> String {
    "draws/\(plan.name.text)/\(round)"
  }

  let stream: String
  let events: [StoredEvent]
  let entries: [HistoryEntry]

  init(_ stream: String, _ events: [StoredEvent]) throws(RunFailure) {
    self.stream = stream
    self.events = events
    var entries: [HistoryEntry] = []
    for event in events {
      guard let entry = HistoryEntry(event) else {
        let error = StoreError.corrupt("\(stream) \(event.version)")
        throw .store(error, storeFailed(error))
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  var draws: [HistoryEntry] {
    entries.filter { if case .drawn = $0 { true } else { false } }
  }

  /// The newest commitment that no draw has used yet.
  var openCommitment: SeedCommitment? {
    for entry in entries.reversed() {
      switch entry {
      case .seedCommitted(let commitment): return commitment
      case .drawn: return nil
      }
    }
    return nil
  }

  /// Whether a seed of this round has ever been committed to.
  var hasCommitments: Bool {
    entries.contains { if case .seedCommitted = $0 { true } else { false } }
  }

  /// SHA-256 of `"yijian-seed/1" LF seed`.
  static func digest(ofSeed seed: String) throws(RunFailure) -> String {
    do {
      return try SHA256.hex(of: "yijian-seed/1\n" + seed)
    } catch {
      throw RunFailure(StoreError.noDigest)
    }
  }
}

extension HistoryEntry {
  /// Nil for an event that is none of a plan's round.
  init?(_ event: StoredEvent) {
    guard let document = try? JSONValue(parsing: event.payload) else { return nil }
    switch event.kind {
    case History.committed:
      guard let digest = document["digest"]?.string else { return nil }
      self = .seedCommitted(
        SeedCommitment(
          digest: digest, event: event.version,
          registryVersion: document["registryVersion"]?.integer))
    case History.drawn:
      guard let on = document["on"]?.string, let digest = document["digest"]?.string,
        let count = document["counts"]?["drawn"]?.integer
      else { return nil }
      self = .drawn(
        event: event.version, on: on, digest: digest, count: count,
        redrawReason: document["redraw"]?["reason"]?.string)
    default: return nil
    }
  }
}
