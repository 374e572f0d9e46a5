import Quantities
import Runtime
import Semantics
import Source
import Store
import TestSupport
import Testing

@testable import Runtime

/// Departments that take part for some of the objects only.
@Suite struct AttendanceTests {
  /// - Parameter with: the clause of the fire brigade.
  private static func script(with clause: String, _ more: String = "") -> String {
    """
    枚举 等级 有序 { A, B, C, D }
    部门 商务局
    部门 消防支队 { 名称 "市消防救援支队" }
    部门 税务局
    名录 站 {
        主键 代码: 文本
        信用: 等级
        油气回收: 布尔 缺失时 假
    }
    检查单 站单 {
        资质 { 证书 "批准证书" 由 商务局 }
        设备 {
            通道 "疏散通道" 由 消防支队
            装置 "灭火装置" 由 消防支队 当 油气回收
        }
    }
    计划 检查 {
        期间 2026-03-01 至 2026-11-30
        牵头 商务局
        \(clause)
        对象 站
        抽查 全部
        频次 按 信用 { D => 2次/年; 否则 => 1次/年 }
        力量 消防支队 2人 { 监督检查 20工作日; 每户 1工作日 }
        人员 商务局 2人, 消防支队 1人
        检查 站单
        \(more)
    }

    """
  }
  private static let block = "参与 消防支队 { 职责 \"消防\"; 当 信用 >= C }, 税务局"
  /// 10 of A, 5 of C, 2 of D, of which d0 has vapour recovery, as has a0.
  private static let csv =
    "代码,信用,油气回收\n"
    + (0..<10).map { "a\($0),A,\($0 == 0 ? "真" : "假")\n" }.joined()
    + (0..<5).map { "c\($0),C,假\n" }.joined()
    + (0..<2).map { "d\($0),D,\($0 == 0 ? "真" : "假")\n" }.joined()

  private func draw(_ script: String, _ parameters: [String: String] = [:]) throws -> RecordedDraw {
    let bench = Bench(script)
    #expect(!bench.script.hasErrors, "\(bench.rendered(bench.script.diagnostics))")
    bench.give("站", Self.csv)
    let date = try #require(CivilDate("2026-04-01"))
    return try bench.session.draw(
      DrawRequest(plan: "检查", on: date, seed: "一", parameters: parameters))
  }

  /// Inspectors, working days and items are those of the objects that the department comes to.
  @Test(arguments: ["参与 消防支队 当 信用 >= C, 税务局", block])
  func aDepartmentComesToSome(_ clause: String) throws {
    let result = try draw(Self.script(with: clause)).result
    #expect(result.visits == 19)
    #expect(result.personVisits.map(\.personVisits) == [38, 9])
    #expect(result.loads.map(\.needed) == [9])
    // The certificate everywhere; exits at the seven of C and D; the device at d0, not at a0.
    #expect(result.inspection.map(\.objects) == [17, 7, 1])
    let due = Dictionary(uniqueKeysWithValues: result.drawn.map { ($0.key, $0.itemsDue) })
    #expect(due["a0"] == 1 && due["c0"] == 2 && due["d0"] == 3)
    #expect(
      result.relations.attendances.map { "\($0.department.name) \($0.objects)" } == ["消防支队 7"])
    for (object, coming) in zip(result.drawn, result.relations.attendancesOfObject) {
      #expect(coming == (object.key.hasPrefix("a") ? [] : [0]))
    }
  }

  /// Who comes can be decided with the draw.
  @Test(arguments: [("真", 17), ("假", 0)])
  func aParameterDecides(_ value: String, _ objects: Int) throws {
    let script = Self.script(
      with: "参数 书面商请: 布尔\n    参与 消防支队, 税务局 当 书面商请")
    let result = try draw(script, ["书面商请": value]).result
    #expect(result.relations.attendances.map(\.objects) == [objects])
  }

  @Test func theManifestIsVerified() throws {
    let drawn = try draw(Self.script(with: Self.block))
    let manifest = try JSONValue(parsing: drawn.manifest)
    #expect(
      manifest["attendances"]
        == [["name": "消防支队", "title": "市消防救援支队", "objects": 7]])
    let objects = try #require(manifest["drawn"]?.array)
    #expect(objects.count { $0["with"] == ["消防支队"] } == 7)
    #expect(objects.count { $0["with"] == [] } == 10)
    let registry = ("站.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: registry).holds)
    let forged = manifest.text().replacing("\"objects\": 7", with: "\"objects\": 8")
    let report = try verify(manifest: Array(forged.utf8), registry: registry)
    #expect(!report.holds && report.checks.contains { !$0.holds && $0.member.contains("attend") })
    let other = try draw(Self.script(with: "参与 消防支队, 税务局"))
    #expect(try JSONValue(parsing: other.manifest)["attendances"] == nil)
  }

  /// A plan based on another keeps who comes to what, or says it anew.
  @Test(arguments: [
    ("抽查 50%", nil), ("参与 消防支队 当 信用 == D", 2), ("抽查 全部", 7),
    ("代 消防支队 => 税务局\n 人员 税务局 1人\n 抽查 全部", 7),
  ])
  func basedOnAnother(_ change: String, _ objects: Int?) throws {
    let base = Self.script(with: "参与 消防支队 { 职责 \"消防\"; 当 信用 >= C }")
      .replacing("计划 检查", with: "计划 原计划")
      .replacing("    力量 消防支队 2人 { 监督检查 20工作日; 每户 1工作日 }\n", with: "")
      .replacing("    检查 站单\n", with: "")
      .replacing("抽查 全部", with: "抽查 99%")
    let result = try draw(
      base + "计划 检查 基于 原计划 修改 {\n \(change)\n 协同组 \"一件事\"\n}\n"
    ).result
    let found = result.relations.attendances.map(\.objects)
    if let objects { #expect(found == [objects]) } else { #expect(found.count == 1) }
  }

  // MARK: Together with other plans

  private static func mine(_ name: String, _ condition: String, _ clauses: String) -> String {
    """
    计划 \(name) {
        期间 2026-01-01 至 2026-12-31
        牵头 县局 { 职责 "牵头" }
        参与 市局 \(condition)
        对象 企业
        抽查 全部
        \(clauses)
    }

    """
  }

  /// The visits of a department are those to objects that it comes to. Of 100 firms, 20 have each
  /// of the levels 0…4.
  @Test(arguments: [
    ("各 1次/年", "部门 市局", "当 等级 >= 3", 40), ("合计 1次/年", "部门 市局", "当 等级 >= 3", 40),
    ("各 1次/年", "部门 市局", "", 100), ("合计 1次/年", "部门 市局, 县局", "当 等级 >= 3", 100),
  ])
  func capsCountTheVisitsOfADepartment(
    _ limit: String, _ departments: String, _ condition: String, _ over: Int
  ) throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Self.mine("甲", condition, "") + Portfolios.plan("乙", "市局", "抽查 全部")
        + "检查上限 上限 { \(departments); \(limit) }"
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.caps.map(\.over) == [over])
  }

  @Test func daysAreThoseOfTheObjectsItComesTo() throws {
    let capacity = "力量 市局 2人 { 监督检查 900工作日; 每户 1工作日 }\n"
    let (portfolio, _) = try Portfolios.portfolio([
      Self.mine("甲", "当 等级 >= 3", capacity)
        + Portfolios.plan("乙", "市局", capacity + "抽查 全部")
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.loads.first?.parts.map(\.days) == [40, 100])
  }

  /// Two departments inspect one thing where both come.
  @Test(arguments: [("当 等级 >= 3", "40"), ("", "100")])
  func inspectedTwiceWhereBothCome(_ condition: String, _ shared: String) throws {
    let checklist = { (name: String, department: String) in
      "检查单 \(name) { 人员 { 健康证明 \"从业人员健康证明有效\" 由 \(department) } }\n"
    }
    let (portfolio, _) = try Portfolios.portfolio([
      checklist("食堂", "市局") + Self.mine("甲", condition, "检查 食堂")
        + checklist("餐饮", "县局") + Portfolios.plan("乙", "县局", "检查 餐饮\n 抽查 全部")
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    let twice = review.diagnostics.filter { $0.code == .inspectedTwice }
    #expect(twice.map { $0.arguments[3] } == [.text(shared)])
  }

  /// A plan that shares a department only where the other one does not go is no conflict, and what a
  /// department may not do at all is no certain excess.
  @Test(arguments: [("当 等级 >= 3", 0), ("当 等级 >= 2", 1), ("", 1)])
  func exclusiveForThoseItComesTo(_ condition: String, _ conflicts: Int) throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Self.mine("甲", condition, "不再单独检查"),
      "计划 乙 {\n 期间 2026-01-01 至 2026-12-31\n 牵头 市局\n 对象 企业 其中 等级 < 3\n 抽查 10%\n}\n",
    ])
    #expect(portfolio.company.exclusivityConflicts.count == conflicts)
  }

  @Test(arguments: [("当 等级 >= 3", 0), ("", 1)])
  func aFrequencyIsAboveACapWhereItIsForAll(_ condition: String, _ mistakes: Int) throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Self.mine("甲", condition, "频次 3次/年"), "检查上限 上限 { 部门 市局; 各 2次/年 }",
    ])
    #expect(portfolio.company.mistakes { _, _ in true }.count == mistakes)
  }
}
