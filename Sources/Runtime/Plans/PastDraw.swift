import Quantities
import Source
import Store

/// A draw that was made before, as far as later ones depend on it.
struct PastDraw {
  let registry: String
  /// Nil in a test that does not say which plan it was: of any.
  let plan: String?
  let on: CivilDate
  /// The round as an ISO 8601 interval.
  let period: String
  /// The event's version in the history of its round, and its manifest's digest.
  let event: Int
  let digest: String
  /// Planned visits to each object.
  let visits: Int64
  let keys: [String]
}

extension PastDraw {
  /// What a manifest says; nil if it is none.
  init?(manifest: JSONValue, event: Int) {
    guard let registry = manifest["registry"]?["name"]?.string,
      let plan = manifest["plan"]?["name"]?.string,
      let on = manifest["on"]?.string.flatMap({ CivilDate($0) }),
      let period = manifest["period"]?.string, let digest = manifest["digest"]?.string,
      let visits = manifest["visits"]?["objects"]?.integer,
      let drawn = manifest["drawn"]?.array
    else { return nil }
    self.registry = registry
    self.plan = plan
    self.on = on
    self.period = period
    self.event = event
    self.digest = digest
    self.visits = drawn.isEmpty ? 0 : Int64(visits / drawn.count)
    keys = drawn.compactMap { $0["key"]?.string }
  }

  /// By date, then by plan, round and event: an order that no store decides.
  static func precedes(_ a: PastDraw, _ b: PastDraw) -> Bool {
    if a.on != b.on { return a.on < b.on }
    for (x, y) in [(a.plan ?? "", b.plan ?? ""), (a.period, b.period)] where x != y {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return a.event < b.event
  }
}

extension StoreSnapshot {
  /// The newest draw of each round that was drawn from a registry.
  func pastDraws(of registry: String) throws(StoreError) -> [PastDraw] {
    var draws: [PastDraw] = []
    for stream in try streams(startingWith: "draws/") {
      // A redraw stands for its round in place of what was drawn before.
      guard let event = try events(in: stream).last(where: { $0.kind == History.drawn }) else {
        continue
      }
      guard let manifest = try? JSONValue(parsing: event.payload),
        let draw = PastDraw(manifest: manifest, event: event.version)
      else { throw .corrupt("\(stream) \(event.version)") }
      if draw.registry == registry { draws.append(draw) }
    }
    return draws.sorted(by: PastDraw.precedes)
  }
}
