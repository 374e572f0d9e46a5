import Quantities
import Runtime
import Semantics
import Source
import Store
import Syntax

/// What a real draw gives: the manifest and the result, or why there is none.
struct DrawOutcome: Equatable {
  let manifest: [UInt8]
  let result: DrawResult?
  let failure: RunFailure?

  /// Draws, and records the draw.
  init(_ session: Session, _ request: DrawRequest) {
    do {
      let drawn = try session.draw(request)
      (manifest, result, failure) = (drawn.manifest, drawn.result, nil)
    } catch {
      (manifest, result, failure) = ([], nil, error)
    }
  }

  var text: String {
    failure.map { "\($0.diagnostics)" } ?? String(decoding: manifest, as: UTF8.self)
  }
}

/// How real draws went over a store whose engine selects.
struct DrawCounts {
  /// Draws that there are, and those of which the engine selected all rows.
  var drawn = 0
  var selected = 0
}

extension Trial {
  /// Draws all plans in several of their rounds over both stores; says where they differ.
  func drawDisagreement(
    _ plain: any Store, _ watched: WatchedStore, counting counts: inout DrawCounts
  ) -> Failure? {
    let checked = ScriptLoader(usesStandardLibrary: false).load(
      name: "random.yj", bytes: Array(script.text.utf8))
    do {
      try fill(plain, checked.program)
      try fill(watched, checked.program)
    } catch {
      return Failure("the store refused the rows", "\(error)")
    }
    for plan in checked.program.plans {
      let registry = checked.program.registries[plan.registry.index].name.text
      for (number, round) in plan.allRounds.prefix(3).enumerated() {
        let request = DrawRequest(
          plan: plan.name.text, on: round.days.from, seed: "福彩 \(number)")
        let expected = DrawOutcome(Session(checked, store: plain), request)
        watched.watch.reset()
        let found = DrawOutcome(Session(checked, store: watched), request)
        if expected != found {
          return Failure(
            "another draw of \(plan.name.text) on \(request.on)",
            "in memory:\n\(expected.text)\nby the engine:\n\(found.text)")
        }
        guard found.result != nil else { continue }
        counts.drawn += 1
        if watched.watch.selections(registry) > 0, watched.watch.scans(registry) == 0 {
          counts.selected += 1
        }
      }
    }
    return nil
  }
}
