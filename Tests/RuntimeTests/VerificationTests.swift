import Import
import Quantities
import Runtime
import Source
import Store
import Testing

/// Verification from manifest and registry file alone, and every way to tamper with them.
@Suite struct VerificationTests {
  private let csv = Canteens.csv(Canteens.rows(60, seed: 9))
  private let script = Canteens.script(
    """
    抽查 按 信用, 均衡 街镇 {
        A => 5% ; B => 10% ; C => 不少于 30% ; D => 全部
        总体 不超过 40%
        必查 近一年投诉 >= 6
        排除 街镇 == "浦锦"
    }
    """)

  /// A drawn manifest, after a commitment and as a redraw, so that every member says something.
  private func manifest() throws -> JSONValue {
    let bench = Bench(script)
    bench.give("食堂", csv)
    let day = CivilDate("2026-05-06") ?? .minimum
    _ = try bench.session.draw(DrawRequest(plan: "食品安全", on: day, seed: "一"))
    _ = try bench.session.commitSeed("二", plan: "食品安全")
    let drawn = try bench.session.draw(
      DrawRequest(plan: "食品安全", on: day, seed: "二", redrawReason: "名录更正"))
    return try JSONValue(parsing: drawn.manifest)
  }

  private func check(_ manifest: JSONValue, _ csv: String) throws -> VerificationReport {
    try verify(
      manifest: Array(manifest.text().utf8), registry: ("食堂.csv", Array(csv.utf8)))
  }

  @Test func anHonestManifestHolds() throws {
    let manifest = try manifest()
    let report = try check(manifest, csv)
    #expect(report.diagnostics.isEmpty)
    #expect(report.holds && report.checks.count == 23)
    #expect(report.result?.drawn.count == manifest["drawn"]?.array?.count)
    // Its text is written in one way only.
    let again = try self.manifest()
    #expect(again == manifest)
  }

  /// Values of parameters are in the manifest, and what was drawn follows from them.
  @Test func parametersAreVerified() throws {
    let open = script.replacing(
      "抽查 按", with: "参数 比例: 百分比 5%..40%\n    参数 起点: 整数 = 0\n    抽查 按"
    ).replacing("其中 就餐人数 > 0", with: "其中 就餐人数 > 起点").replacing(
      "B => 10%", with: "B => 比例")
    let bench = Bench(open)
    bench.give("食堂", csv)
    let day = CivilDate("2026-05-06") ?? .minimum
    func draw(_ parameters: [String: String]) -> [String] {
      do {
        _ = try bench.session.draw(
          DrawRequest(plan: "食品安全", on: day, seed: "一", parameters: parameters))
        return []
      } catch {
        return error.diagnostics.map(\.code.number)
      }
    }
    #expect(draw([:]) == ["YJ0753"])
    #expect(draw(["比例": "50%"]) == ["YJ0754"])
    #expect(draw(["比例": "很多", "别的": "5"]) == ["YJ0216", "YJ0756"])
    #expect(draw(["比例": "12.5%"]) == [])
    let manifest = try JSONValue(
      parsing: try bench.session.manifest(plan: "食品安全", event: 1) ?? [])
    #expect(
      manifest["parameters"] == [
        ["name": "比例", "value": "12.5%"], ["name": "起点", "value": "0"],
      ])
    #expect(try check(manifest, csv).holds)
    let other = try JSONValue(
      parsing: Array(manifest.text().replacing("12.5%", with: "30%").utf8))
    let places = try check(other, csv).checks.filter { !$0.holds }.map(\.member)
    #expect(places.contains { $0.hasPrefix("strata") } && places.contains("digest"))
  }

  /// Where the scripts lay is not told.
  @Test func sourcesHaveNoFolders() throws {
    let text = script.replacing("使用 标准.信用", with: "使用 标准.信用\n使用 公共.单位")
    let loader = ScriptLoader { _ in ("/家/小王/公共/单位.yj", Array("部门 甲\n".utf8)) }
    let checked = loader.load(name: "/家/小王/计划.yj", bytes: Array(text.utf8))
    let store = MemoryStore()
    _ = try checked.importRegistry(
      "食堂", from: DataFile(name: "食堂.csv", bytes: Array(csv.utf8)), into: store)
    let drawn = try Session(checked, store: store).draw(
      DrawRequest(plan: "食品安全", on: CivilDate("2026-05-06") ?? .minimum, seed: "一"))
    let manifest = try JSONValue(parsing: drawn.manifest)
    #expect(
      manifest["sources"]?.array?.compactMap { $0["name"]?.string }
        == ["计划.yj", "标准.信用.yj", "单位.yj"])
    #expect(manifest["lead"] == ["name": "教育局", "title": .null])
    #expect(
      manifest["participants"] == [["name": "市场监管局", "title": "闵行区市场监督管理局"]])
    #expect(try check(manifest, csv).holds)
  }

  /// Every single value of the manifest, changed. Even with the digest made anew, everything that
  /// can be derived is found out; the rest is what nobody can derive.
  @Test func everyChangedMemberIsFound() throws {
    let manifest = try manifest()
    let underivable: Set<String> = [
      "tool", "registry.version", "registry.origin", "redraw.of", "redraw.digest",
      "redraw.reason", "seedCommitment.event", "seedCommitment.registryVersion",
      // The name of a source file is for people.
      "sources[0].name", "sources[1].name",
    ]
    var accepted: [String] = []
    var acceptedWithDigest: Set<String> = []
    // Of drawn objects and of strata the first and the third stand for all.
    let leaves = manifest.leaves.filter { path in
      guard path[0] == "drawn" || path[0] == "strata" else { return true }
      return ["0", "2"].contains(path[1]) && (path.count < 5 || path[3] == "0")
    }
    for path in leaves {
      let changed = manifest.changing(path)
      if holds(changed, csv) { accepted.append(JSONValue.text(path)) }
      if path == ["digest"] { continue }
      if holds(try changed.withOwnDigest(), csv) { acceptedWithDigest.insert(JSONValue.text(path)) }
    }
    #expect(accepted == [])
    #expect(acceptedWithDigest == underivable)
  }

  /// Members left out or added.
  @Test func everyMissingMemberIsFound() throws {
    guard case .object(let members) = try manifest() else { return }
    for index in members.indices where members[index].name != "digest" {
      var fewer = members
      fewer.remove(at: index)
      #expect(!holds(try JSONValue.object(fewer).withOwnDigest(), csv), "\(members[index].name)")
    }
    #expect(!holds(.object(members.filter { $0.name != "digest" }), csv))
    let more = JSONValue.object(members + [.init("note", "x")])
    #expect(!holds(try more.withOwnDigest(), csv))
  }

  /// One cell of the registry's file, changed: whichever it is.
  @Test func everyChangedCellIsFound() throws {
    let manifest = try manifest()
    let lines = csv.split(separator: "\n").map(String.init)
    for line in stride(from: 1, to: lines.count, by: 17) {
      for column in 0..<5 {
        var cells = lines[line].split(separator: ",").map(String.init)
        cells[column] = ["X\(line)", "他镇", cells[2] == "A" ? "B" : "A", "\(line)1", "9"][column]
        var changed = lines
        changed[line] = cells.joined(separator: ",")
        let text = changed.joined(separator: "\n") + "\n"
        let report = try check(manifest, text)
        let members = report.checks.filter { !$0.holds }.map(\.member)
        #expect(members.contains { $0.hasPrefix("registry.") }, "line \(line) column \(column)")
      }
    }
    let shorter = lines.dropLast().joined(separator: "\n") + "\n"
    #expect(!holds(manifest, shorter))
  }

  @Test(arguments: [
    ("{\"format\": ", ["YJ0740"]), ("[]", ["YJ0741"]), ("{}", ["YJ0741"]),
    ("{\"format\": \"yijian-manifest/2\"}", ["YJ0741"]),
  ])
  func notAManifest(_ text: String, _ expected: [String]) {
    #expect(
      codes { _ = try verify(manifest: Array(text.utf8), registry: ("x", [])) } == expected)
  }

  /// Cut off anywhere: a mistake that is told, never a crash.
  @Test func truncated() throws {
    let bytes = Array(try manifest().text().utf8)
    for count in stride(from: 0, to: bytes.count - 2, by: 211) {
      let found = codes { _ = try verify(manifest: Array(bytes[..<count]), registry: ("x", [])) }
      #expect(found == ["YJ0740"])
    }
  }

  /// A plan that reads a second registry cannot be verified from one file, and is told so.
  @Test func plansOverSeveralRegistries() throws {
    let bench = Bench(
      Canteens.script("抽查 10% { 必查 就餐人数 > 490 且 (停业 其中 编号 == \"x\" 数) == 0 }")
        + "\n名录 停业 { 主键 编号: 文本 }\n")
    bench.give("食堂", csv)
    bench.give("停业", "编号\ny\n")
    let day = CivilDate("2026-05-06") ?? .minimum
    let drawn = try bench.session.draw(DrawRequest(plan: "食品安全", on: day, seed: "一"))
    #expect(
      codes {
        _ = try verify(manifest: drawn.manifest, registry: ("食堂.csv", Array(csv.utf8)))
      } == ["YJ0745"])
  }

  private func holds(_ manifest: JSONValue, _ csv: String) -> Bool {
    (try? check(manifest, csv))?.holds ?? false
  }
}
