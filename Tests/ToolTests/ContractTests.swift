import Foundation
import Testing

/// Names, exit codes and the purity of JSON output: what scripts rely on.
@Suite struct ContractTests {
  static let commands = [
    "check", "fmt", "import", "export", "commit", "draw", "manifest", "verify", "test", "run",
    "explain",
  ]

  @Test(arguments: commands)
  func helpHasAnExample(command: String) throws {
    let help = try Tool.run([command, "--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("EXAMPLE\n  yijian \(command)"), "\(help.output)")
    for option in ["--format", "--lang", "--color"] { #expect(help.output.contains(option)) }
  }

  @Test func versionIsShort() throws {
    let version = try Tool.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  @Test func theMainJobEndToEnd() throws {
    let folder = try Tool.Folder()
    let example = Tool.root.appending(path: "examples/校园食品").path
    let script = example + "/校园食品.yj"
    let registry = example + "/名录.csv"
    let plan = "校园食品安全一件事"
    let store = ["--store", "sqlite:s.db"]
    let seed = ["--seed", "种子 1"]
    for arguments in [
      ["check", script], ["test", script], ["fmt", "--check", script],
      ["import", script, "校园食堂", registry] + store,
      ["commit", script, plan] + store + seed,
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(arguments[0]): \(outcome.output)\(outcome.errors)")
    }
    let wrongSeed = try Tool.run(
      ["draw", script, plan, "--on", "2026-03-01", "--seed", "种子 2"] + store, in: folder)
    #expect(wrongSeed.status == 1)
    let draw =
      ["draw", script, plan, "--on", "2026-03-01", "--json", "--out", "out"] + store + seed
    let first = try Tool.run(draw, in: folder)
    #expect(first.status == 0, "\(first.errors)")
    let summary = try first.json()
    let drawn = try #require(summary["drawn"] as? [String])
    let strata = try #require(summary["strata"] as? [[String: Any]])
    let onTop = try #require(summary["includedOnTop"] as? Int)
    #expect(strata.compactMap { $0["drawn"] as? Int }.reduce(onTop, +) == drawn.count)
    #expect(strata.compactMap { $0["label"] as? String } == ["A", "B", "C", "D"])
    // 5 % of the population of A, rounded up.
    let tierA = try #require(strata.first)
    let population = try #require(tierA["population"] as? Int)
    #expect(tierA["quota"] as? Int == (population * 5 + 99) / 100)

    let second = try Tool.run(draw, in: folder)
    #expect(second.status == 1, "a second draw needs a reason")
    _ = try Tool.run(["commit", script, plan] + store + seed, in: folder)
    let redraw = try Tool.run(draw + ["--redraw", "名录有误"], in: folder)
    #expect(redraw.status == 0, "\(redraw.errors)")

    let manifest = "out/\(plan).json"
    let verify = ["verify", manifest, "--registry", registry]
    let good = try Tool.run(verify, in: folder)
    #expect(good.status == 0, "\(good.output)\(good.errors)")
    // Any other registry is noticed.
    let text = try String(contentsOfFile: registry, encoding: .utf8)
    try folder.write("other.csv", text.replacing(",D,", with: ",C,"))
    let bad = try Tool.run(["verify", manifest, "--registry", "other.csv"], in: folder)
    #expect(bad.status == 1)
  }

  @Test func jsonIsAlone() throws {
    let folder = try Tool.Folder()
    try folder.write("good.yj", BadInputTests.script + "\nshow canteens count\n")
    try folder.write("bad.yj", "enum Tier { A, A }\n")
    try folder.write("rows.csv", BadInputTests.csv(BadInputTests.rows(30)))
    let store = ["--store", "sqlite:s.db"]
    let calls: [([String], Int32)] = [
      (["check", "good.yj"], 0), (["check", "bad.yj"], 1), (["fmt", "--check", "good.yj"], 0),
      (["import", "good.yj", "canteens", "rows.csv"] + store, 0),
      (["run", "good.yj"] + store, 0), (["test", "good.yj"], 0),
      (["commit", "good.yj", "yearly", "--seed", "s"] + store, 0),
      (
        ["draw", "good.yj", "yearly", "--on", "2026-03-01", "--seed", "s", "--out", "o"] + store, 0
      ),
      (["verify", "o/yearly.json", "--registry", "rows.csv"], 0), (["explain", "YJ0101"], 0),
    ]
    for (arguments, status) in calls {
      let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
      #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
      let schema = try outcome.json()["schema"] as? String
      #expect(schema?.hasPrefix("yijian-") == true, "\(arguments): \(outcome.output)")
    }
  }

  /// What `--complete` tells people, programs are told as well.
  @Test func completenessIsForPrograms() throws {
    let folder = try Tool.Folder()
    try folder.write("good.yj", BadInputTests.script)
    let outcome = try Tool.run(["check", "good.yj", "--complete", "--format", "json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let plans = try #require(try outcome.json()["completeness"] as? [[String: Any]])
    #expect(plans.map { $0["plan"] as? String } == ["yearly"])
    #expect(plans.map { $0["complete"] as? Bool } == [false])
    let respects = try #require(plans.first?["respects"] as? [[String: Any]])
    #expect(
      respects.map { $0["respect"] as? String } == [
        "objects", "content", "process", "coordination", "data", "publicity",
      ])
    #expect(respects.contains { ($0["missing"] as? [String])?.isEmpty == false })
    let plain = try Tool.run(["check", "good.yj", "--format", "json"], in: folder)
    #expect(try plain.json()["completeness"] == nil)
  }

  @Test func languageAndColour() throws {
    let folder = try Tool.Folder()
    try folder.write("bad.yj", "enum Tier { A, A }\n")
    let chinese = try Tool.run(["check", "bad.yj", "--lang", "zh"], in: folder)
    #expect(chinese.errors.contains("错误"))
    let coloured = try Tool.run(["check", "bad.yj", "--color", "always"], in: folder)
    #expect(coloured.errors.contains("\u{1B}["))
    let plain = try Tool.run(["check", "bad.yj"], in: folder)
    #expect(!plain.errors.contains("\u{1B}["))
  }

  private static let establishments = Tool.root
    .appending(path: "../shared/data/chicago/establishments.csv").standardizedFileURL.path

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: establishments),
      "shared/data/chicago is not beside the repository"))
  func chicago() throws {
    let registry = Self.establishments
    let folder = try Tool.Folder()
    let script = Tool.root.appending(path: "examples/chicago/canvass.yj").path
    let store = ["--store", "sqlite:s.db"]
    let imported = try Tool.run(["import", script, "establishments", registry] + store, in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let shown = try Tool.run(["run", script] + store, in: folder)
    #expect(shown.output.hasPrefix("11822 objects\n"), "\(shown.output)\(shown.errors)")
    for (plan, expected) in [("canvass", 11_822), ("school_kitchens", 11_822)] {
      let draw = try Tool.run(
        ["draw", script, plan, "--on", "2014-09-01", "--seed", "s", "--json", "--out", "o"] + store,
        in: folder)
      #expect(draw.status == 0, "\(draw.errors)")
      let summary = try draw.json()
      #expect((summary["registry"] as? [String: Any])?["rows"] as? Int == expected)
      let verified = try Tool.run(
        ["verify", "o/\(plan).json", "--registry", registry], in: folder)
      #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      guard plan == "canvass" else { continue }
      // Counted from the file by other means: restaurants by risk, and those with past critical
      // violations, which are all drawn.
      let strata = summary["strata"] as? [[String: Any]] ?? []
      #expect(strata.map { $0["population"] as? Int } == [6_071 - 1_936, 1_697 - 240, 47 - 5])
      #expect(summary["includedOnTop"] as? Int == 2_181)
      #expect(strata.map { $0["drawn"] as? Int } == [827, 146, 3])
    }
  }
}
