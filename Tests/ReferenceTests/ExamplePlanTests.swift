import Quantities
import Runtime
import Semantics
import Source
import Store
import Syntax
import TestSupport
import Testing

/// The plans of `examples/`, over random rows of their registries: drawn by SQLite as they are in
/// memory, and which of them are. A plan that falls back to looking at every row shows here.
struct ExamplePlanTests {
  static let scripts = Fixtures.files(in: "examples", extension: "yj")
  private static let rowCount = 200

  @Test func agree() throws {
    var lines: [String] = []
    for file in Self.scripts {
      let name = String(file.testDescription.split(separator: "/").last ?? "")
      for line in try ways(file) { lines.append("\(name) \(line)") }
    }
    #expect(!lines.isEmpty)
    try expectGolden(
      lines.joined(separator: "\n") + "\n", Fixtures.file("ways-to-draw.expected"))
  }

  /// For each plan of a script how it is drawn.
  private func ways(_ file: Fixture) throws -> [String] {
    let text = try file.text
    let script = ScriptLoader().load(name: file.name + ".yj", bytes: try file.bytes)
    if script.hasErrors || script.program.plans.isEmpty { return [] }
    let temporary = try TemporaryStore.sqlite()
    let stores: [any Store] = [MemoryStore(), WatchedStore(base: temporary.store)]
    for store in stores { try fill(store, script.program, text) }
    guard let watched = stores[1] as? WatchedStore else { return [] }
    return script.program.plans.compactMap { plan in
      let registry = script.program.registries[plan.registry.index].name.text
      guard let round = plan.allRounds.first else { return nil }
      let window = plan.times(of: round).window
      let request = DrawRequest(
        plan: plan.name.text, on: max(round.days.from, window?.from ?? .minimum), seed: "福彩 26")
      let expected = DrawOutcome(Session(script, store: stores[0]), request)
      watched.watch.reset()
      let found = DrawOutcome(Session(script, store: watched), request)
      #expect(expected == found, "\(plan.name.text):\n\(expected.text)\n\(found.text)")
      let way =
        switch (found.failure, watched.watch.selections(registry), watched.watch.scans(registry)) {
        case (let failure?, _, _): failure.diagnostics.map(\.code.number).joined(separator: " ")
        case (nil, 1..., 0): "by the engine"
        case (nil, 1..., _): "by the engine, and its conditions look at the registry"
        default: "row by row"
        }
      return "\(plan.name.text): \(way)"
    }
  }

  private func fill(_ store: any Store, _ program: Program, _ text: String) throws {
    var rows = ExampleRows(script: text, seed: 26)
    for (index, registry) in program.registries.enumerated() {
      let schema = RegistrySchema(registry, program)
      let plans = program.plans.filter { $0.registry.index == index }
      let asAt = plans.lazy.compactMap(\.relations.asAt).first?.date
      let pending = try store.beginImport(schema)
      let doubled = try pending.append(rows.table(schema, count: Self.rowCount).finish())
      #expect(doubled.isEmpty)
      _ = try pending.commit(ImportOrigin(name: "random", fileDigest: nil, asAt: asAt))
    }
  }
}
