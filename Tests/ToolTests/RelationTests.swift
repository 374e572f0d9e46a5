import Foundation
import Testing

/// Registries as at a date, further registries, and secret lists, on the command line.
@Suite struct RelationTests {
  static let script = """
    department office { level municipal }
    registry blacklist { key code: Text }
    registry places {
        key code: Text
        size: Int
    }
    plan yearly {
        period 2026-03-01 to 2026-11-30
        lead office
        over places as at 2026-01-31 except blacklist
        sample 50%
        draw level municipal
        list secret
    }
    """

  @Test func endToEnd() throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("places.csv", "code,size\n" + (0..<20).map { "p\($0),\($0)\n" }.joined())
    try folder.write("blacklist.csv", "code\np1\np2\nx\n")
    let store = ["--store", "sqlite:s.db"]
    func run(_ arguments: [String], _ status: Int32 = 0) throws -> Tool.Outcome {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
      return outcome
    }
    let places = ["import", "plan.yj", "places", "places.csv"] + store
    let draw = ["draw", "plan.yj", "yearly", "--on", "2026-03-01", "--seed", "sealed"] + store
    _ = try run(["import", "plan.yj", "blacklist", "blacklist.csv"] + store)
    _ = try run(places)
    #expect(try run(draw, 1).errors.contains("YJ0746"))
    _ = try run(places + ["--as-at", "2026-01-31"])
    let drawn = try run(draw + ["--out", "out"])
    for words in ["as at 2026-01-31", "2 objects left out", "municipal 9 objects", "secret"] {
      #expect(drawn.output.contains(words), "\(drawn.output)")
    }
    let verify = ["verify", "out/yearly.json", "--registry", "places.csv"]
    #expect(try run(verify, 1).errors.contains("YJ0745"))
    let others = ["--other", "blacklist=blacklist.csv"]
    _ = try run(verify + others)

    let told = try run(["manifest", "plan.yj", "yearly", "--event", "1", "--public"] + store)
    #expect(!told.output.contains("sealed") && !told.output.contains("\"key\""))
    try folder.write("told.json", told.output)
    _ = try run(verify + others + ["--published", "told.json"])
    try folder.write("told.json", told.output + " ")
    _ = try run(verify + others + ["--published", "told.json"], 1)
  }
}
