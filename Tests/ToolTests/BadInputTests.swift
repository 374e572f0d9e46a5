import Foundation
import Testing

/// What goes wrong in practice, tried on the tool itself: a clear error at its place and the right
/// exit code, never a crash.
@Suite struct BadInputTests {
  static let script = """
    enum Tier ordered { A, B, C }
    department health
    registry canteens {
        key code: Text
        tier: Tier
        since: Date?
        seats: Int missing 0
    }
    plan yearly {
        period 2026-01-01 to 2026-12-31
        lead health
        over canteens
        sample by tier { A => 10%; B => 20%; C => all }
    }
    """

  /// Nothing is said of one tier.
  static let scriptWithGap = script.replacing("; C => all", with: "")

  static func rows(_ count: Int) -> [String] {
    (1...count).map { "k\($0),\(["A", "B", "C"][$0 % 3]),2026-01-0\(1 + $0 % 9),\($0)" }
  }

  static let header = "code,tier,since,seats"

  static func csv(_ rows: [String]) -> String {
    ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// A data file that must be refused: what is wrong with it, and what the message must name.
  struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let mentions: [String]

    var testDescription: String { name }

    static let all: [BadFile] = {
      var unknownTier = rows(1_000)
      unknownTier[775] = "k776,Z,2026-01-01,1"
      var duplicate = rows(50)
      duplicate[40] = duplicate[3]
      return [
        BadFile(name: "unknown tier in row 777", text: csv(unknownTier), mentions: ["777", "Z"]),
        BadFile(name: "duplicate key", text: csv(duplicate), mentions: ["42", "k4"]),
        BadFile(
          name: "no such day", text: csv(["k1,A,2026-02-30,1"]), mentions: ["2:3", "2026-02-30"]),
        BadFile(
          name: "key with a line feed", text: csv(["\"k\n1\",A,2026-01-01,1"]), mentions: ["2:1"]),
        BadFile(
          name: "missing column", text: "code,since,seats\nk1,2026-01-01,1\n", mentions: ["tier"]),
        BadFile(name: "short row", text: csv(["k1,A"]), mentions: ["2"]),
        BadFile(name: "open quote", text: csv(["\"k1,A,2026-01-01,1"]), mentions: ["2"]),
        BadFile(name: "empty file", text: "", mentions: []),
        BadFile(
          name: "number too large", text: csv(["k1,A,,99999999999999999999"]), mentions: ["2:4"]),
      ]
    }()
  }

  @Test(arguments: BadFile.all)
  func importRefuses(file: BadFile) throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("good.csv", Self.csv(Self.rows(30)))
    try folder.write("bad.csv", file.text)
    let store = ["--store", "sqlite:s.db"]
    let good = try Tool.run(["import", "plan.yj", "canteens", "good.csv"] + store, in: folder)
    #expect(good.status == 0, "\(good.errors)")
    let bad = try Tool.run(["import", "plan.yj", "canteens", "bad.csv"] + store, in: folder)
    #expect(bad.status == 1, "\(bad.output)\(bad.errors)")
    for word in file.mentions { #expect(bad.errors.contains(word), "\(bad.errors)") }
    // Nothing of it was stored: the good rows are still there.
    try folder.write("show.yj", Self.script + "\nshow canteens count\n")
    let count = try Tool.run(["run", "show.yj"] + store, in: folder)
    #expect(count.output == "30 objects\n", "\(count.errors)")
  }

  @Test func rejectsAreSetAside() throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script + "\nshow canteens count\n")
    var rows = Self.rows(20)
    rows[4] = "k5,Z,2026-01-01,1"
    rows[9] = "\"k,10\",A,2026-02-30,\"1\""
    try folder.write("mixed.csv", Self.csv(rows))
    let store = ["--store", "sqlite:s.db"]
    let outcome = try Tool.run(
      ["import", "plan.yj", "canteens", "mixed.csv", "--rejects", "bad.csv"] + store, in: folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    let rejected = try String(contentsOfFile: folder.path("bad.csv"), encoding: .utf8)
    #expect(rejected == Self.csv([rows[4], rows[9]]))
    #expect(try Tool.run(["run", "plan.yj"] + store, in: folder).output == "18 objects\n")
  }

  /// Arguments after the script that must fail, with the exit code they must fail with.
  struct BadCall: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let status: Int32

    var testDescription: String { name }

    static func draw(_ name: String, _ changes: [String: String], _ status: Int32) -> BadCall {
      var options = ["--store": "sqlite:s.db", "--on": "2026-03-01", "--seed": "s"]
      for (option, value) in changes { options[option] = value }
      let plan = options.removeValue(forKey: "plan") ?? "yearly"
      return BadCall(
        name: name,
        arguments: ["draw", "plan.yj", plan]
          + options.keys.sorted().flatMap { [$0, options[$0] ?? ""] },
        status: status)
    }

    static let all = [
      draw("seed with a line feed", ["--seed": "a\nb"], 1),
      draw("no such plan", ["plan": "nothing"], 1),
      draw("date outside the period", ["--on": "2027-01-01"], 1),
      draw("no such day", ["--on": "2026-02-30"], 2),
      draw("store is a folder", ["--store": "sqlite:."], 3),
      draw("store is no database", ["--store": "sqlite:plan.yj"], 3),
      draw("unknown kind of store", ["--store": "mysql:x"], 2),
      draw("registry not imported", ["--store": "memory:"], 1),
      draw("no such store", ["--store": "sqlite:none.db"], 3),
      BadCall(
        name: "rejects into the imported file",
        arguments: [
          "import", "plan.yj", "canteens", "good.csv", "--rejects", "./good.csv", "--store",
          "memory:",
        ], status: 3),
      BadCall(
        name: "an edition of no draw",
        arguments: ["manifest", "plan.yj", "yearly", "--store", "sqlite:s.db", "--public"],
        status: 2),
      BadCall(
        name: "limit while rows are counted",
        arguments: ["check", "gap.yj", "--store", "sqlite:s.db", "--max-steps", "1"], status: 4),
      BadCall(name: "folder without scripts", arguments: ["check", "empty"], status: 3),
      draw("step limit", ["--max-steps": "1"], 4),
      BadCall(name: "no such script", arguments: ["check", "none.yj"], status: 3),
      BadCall(name: "script is a folder without scripts", arguments: ["check", "."], status: 1),
      BadCall(name: "unknown command", arguments: ["dance"], status: 2),
      BadCall(name: "unknown code", arguments: ["explain", "YJ9999"], status: 2),
      BadCall(
        name: "manifest is no JSON", arguments: ["verify", "plan.yj", "--registry", "good.csv"],
        status: 1),
    ]
  }

  @Test(arguments: BadCall.all)
  func callFails(call: BadCall) throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("wrong.yj", "plan {")
    try folder.write("gap.yj", Self.scriptWithGap)
    try folder.write("empty/readme.txt", "")
    try folder.write("good.csv", Self.csv(Self.rows(30)))
    _ = try Tool.run(
      ["import", "plan.yj", "canteens", "good.csv", "--store", "sqlite:s.db"], in: folder)
    let outcome = try Tool.run(call.arguments, in: folder)
    #expect(outcome.status == call.status, "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func emptyStratumIsNoError() throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("a.csv", Self.csv(["k1,A,,1", "k2,A,,2"]))
    let store = ["--store", "sqlite:s.db"]
    _ = try Tool.run(["import", "plan.yj", "canteens", "a.csv"] + store, in: folder)
    let draw = try Tool.run(
      ["draw", "plan.yj", "yearly", "--on", "2026-03-01", "--seed", "s", "--json"] + store,
      in: folder)
    #expect(draw.status == 0, "\(draw.errors)")
    let strata = try draw.json()["strata"] as? [[String: Any]] ?? []
    #expect(strata.map { $0["drawn"] as? Int } == [1, 0, 0])
  }

  @Test func hugeInputsEnd() throws {
    let folder = try Tool.Folder()
    try folder.write("nested.yj", "show " + String(repeating: "(", count: 100_000) + "1\n")
    try folder.write("line.yj", "show " + String(repeating: "1 + ", count: 2_500_000) + "1\n")
    try folder.write("text.yj", "show \"" + String(repeating: "长", count: 3_400_000) + "\"\n")
    for (name, status) in [("nested.yj", Int32(1)), ("line.yj", 1), ("text.yj", 0)] {
      let outcome = try Tool.run(["check", name], in: folder)
      #expect(outcome.status == status, "\(name): \(outcome.errors.prefix(600))")
      #expect(outcome.errors.utf8.count < 20_000, "\(name) floods the terminal")
    }
  }
}
