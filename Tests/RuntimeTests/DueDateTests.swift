import Quantities
import Runtime
import Source
import Store
import Testing

/// What a plan asks for by a deadline, in a draw and in its manifest.
@Suite struct DueDateTests {
  private static func script(_ clauses: String) -> String {
    """
    日历 本地 {
        2026 依据 "通知" { 放假 2026-05-01..2026-05-05, 2026-10-01..2026-10-07 }
    }
    部门 教育局 { 名称 "区教育局" }
    部门 市场监管局
    名录 食堂 { 主键 代码: 文本 }
    计划 检查 {
        期间 2026-03-01 至 2026-12-31
        牵头 教育局
        参与 市场监管局
        对象 食堂
        抽查 50%
        \(clauses)
    }

    """
  }
  private static let everything = script(
    """
    完成 10月底前
        名单 公示 5工作日
        发现问题 {
            情形     | 措施           | 责任               | 期限
            "不合格" | "责令限期改正" | 市场监管局         | 10工作日
            "违法"   | "立案查处"     | 市场监管局, 教育局 | 抽取后 3个月
            "欠费"   | "通报"         | _                  | 3月底前
            "其他"   | "记录"         | _                  | 任务完成后 5工作日
            "无"     | "归档"         | _                  | _
        }
        公示 20工作日 保留 5年
    """)
  private static let csv = "代码\na\nb\nc\nd\n"

  private func draw(_ script: String, on day: String = "2026-04-30") throws -> RecordedDraw {
    let bench = Bench(script)
    bench.give("食堂", Self.csv)
    let date = try #require(CivilDate(day))
    return try bench.session.draw(DrawRequest(plan: "检查", on: date, seed: "一"))
  }

  /// What follows the completion follows that of the round.
  @Test(arguments: [
    ("2026-04-30", "2026-06-30", "2026-07-20"), ("2026-08-01", "2026-10-31", "2026-11-20"),
  ])
  func aRoundHasACompletionOfItsOwn(day: String, completed: String, published: String) throws {
    let script = Self.script(
      """
      轮次 { 2026-03-01 至 2026-06-30 完成 6月底前; 2026-07-01 至 2026-12-31 }
          完成 10月底前
          公示 20自然日 保留 5年
      """)
    let drawn = try draw(script, on: day)
    #expect(drawn.result.completeBy?.description == completed)
    #expect(drawn.result.dueDates.map { $0.day?.description } == [completed, published])
    let file = ("食堂.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: file).holds)
  }

  @Test func everyDeadlineIsInTheDraw() throws {
    let due = try draw(Self.everything).result.dueDates
    let lines = due.map { one in
      [
        one.matter.rawValue, one.situation, one.measure,
        one.responsible.map(\.name).joined(separator: " "), one.words, one.event?.rawValue ?? "-",
        one.day.map(\.description) ?? "-",
      ].joined(separator: "|")
    }
    #expect(
      lines == [
        // 2026-05-01 to 05 are off: the 6th is the first working day, the 12th the fifth.
        "list||||5工作日|draw|2026-05-12",
        "completion||||10月底前|-|2026-10-31",
        "finding|不合格|责令限期改正|市场监管局|10工作日|finding|-",
        "finding|违法|立案查处|市场监管局 教育局|抽取后 3个月|draw|2026-07-30",
        // March is over: the next one.
        "finding|欠费|通报||3月底前|-|2027-03-31",
        "finding|其他|记录||任务完成后 5工作日|completion|-",
        // Four weeks after Saturday, 2026-10-31.
        "publication||||20工作日|completion|2026-11-27",
      ])
  }

  /// Without a day of completion, or a calendar, the words are all there is.
  @Test(arguments: [
    ("公示 20工作日", "publication 20工作日 completion -"),
    ("公示 抽取后 20自然日", "publication 抽取后 20自然日 draw 2026-05-20"),
    ("公示 年底前", "publication 年底前 - 2026-12-31"),
    ("公示 每月5日前", "publication 每月5日前 - -"),
    (
      "完成 抽取后 3个月\n    公示 24小时",
      "completion 抽取后 3个月 draw 2026-07-30, publication 24小时 completion -"
    ),
    (
      "完成 抽取后 3个月\n    公示 3个月",
      "completion 抽取后 3个月 draw 2026-07-30, publication 3个月 completion 2026-10-30"
    ),
  ])
  func onlyWhatIsKnownHasADay(_ clauses: String, _ expected: String) throws {
    let due = try draw(Self.script(clauses)).result.dueDates
    let lines = due.map {
      "\($0.matter.rawValue) \($0.words) \($0.event?.rawValue ?? "-") "
        + ($0.day.map(\.description) ?? "-")
    }
    #expect(lines.joined(separator: ", ") == expected)
  }

  /// The plan itself is public within a time after its issue, whenever the draw is.
  @Test(arguments: [
    ("印发 2026-04-20 公示 20工作日", "plan 20工作日 issue 2026-05-21"),
    ("印发 2026-02-10 公示 3个月", "plan 3个月 issue 2026-05-10"),
    ("印发 2026-02-10 公示 24小时", "plan 24小时 issue -"),
    ("印发 2026-02-10 公示 3月底前", "plan 3月底前 - 2026-03-31"),
    ("印发 2026-02-10", ""),
  ])
  func thePlanIsPublic(_ clause: String, _ expected: String) throws {
    let due = try draw(Self.script(clause)).result.dueDates
    let lines = due.map {
      "\($0.matter.rawValue) \($0.words) \($0.event?.rawValue ?? "-") "
        + ($0.day.map(\.description) ?? "-")
    }
    #expect(lines.joined(separator: ", ") == expected)
  }

  private static let findings = script(
    """
    印发 2026-04-20 公示 20工作日
        发现问题 {
            情形       | 措施       | 责任       | 期限
            "能改的"   | "当场改正" | 市场监管局 | 立即
            "不能改的" | "限期整改" | 市场监管局 | 不超过 30自然日
            "到期"     | "复查"     | 市场监管局 | 届满后 10工作日
            "未改"     | "处罚"     | _          | 期限届满后 3个月
        }
    """)

  /// A bound, at once, and after the term of the row above that has one.
  @Test func termsOfFindings() throws {
    let drawn = try draw(Self.findings)
    let lines = drawn.result.dueDates.dropFirst().map { one in
      [
        one.measure, one.words, one.event?.rawValue ?? "-", one.isAtMost ? "at most" : "",
        one.awaited, one.day.map(\.description) ?? "-",
      ].joined(separator: "|")
    }
    #expect(
      lines == [
        "当场改正|立即|finding|||-", "限期整改|不超过 30自然日|finding|at most||-",
        "复查|届满后 10工作日|term||限期整改|-", "处罚|期限届满后 3个月|term||限期整改|-",
      ])
    let manifest = try JSONValue(parsing: drawn.manifest)
    let due = try #require(manifest["dueDates"]?.array)
    #expect(due[0] == ["what": "plan", "deadline": "20工作日", "from": "issue", "day": "2026-05-21"])
    #expect(due[2]["atMost"] == true && due[3]["atMost"] == nil)
    #expect(due[3]["awaited"] == "限期整改" && due[3]["from"] == "term")
    let registry = ("食堂.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: registry).holds)
  }

  private static let tasks = """
    任务分工 分工 期间 2026年2月 至 2026年12月 {
        任务       | 内容       | 责任               | 期限
        "更新名录" | "两库"     | 教育局, 市场监管局 | 3月10日前
        _          | "复核"     | _                  | 3月底前
        "报送进度" | "每季度"   | 市场监管局         | 每季度末前
        "总结"     | "全年"     | 教育局             | 12月5日前
        "公布"     | "统计数据" | 教育局             | 任务完成后 10自然日
    }
    任务分工 附表 {
        任务       | 责任   | 期限
        "方案备案" | 教育局 | 2月底前
        "长期监管" | 教育局 | 长期
    }

    """

  /// What is due before the inspections are completed stands before, the rest behind.
  @Test func tasksOfAPlan() throws {
    let text = Self.tasks + Self.script("完成 10月底前\n    任务 分工, 附表\n    公示 20自然日")
    let drawn = try draw(text)
    let lines = drawn.result.dueDates.map { one in
      [
        one.matter.rawValue, one.situation, one.measure,
        one.responsible.map(\.name).joined(separator: " "), one.words,
        one.day.map(\.description) ?? "-",
      ].joined(separator: "|")
    }
    #expect(
      lines == [
        "task|更新名录|两库|教育局 市场监管局|3月10日前|2026-03-10",
        "task|更新名录|复核|教育局 市场监管局|3月底前|2026-03-31",
        "task|方案备案||教育局|2月底前|2026-02-28",
        "completion||||10月底前|2026-10-31", "publication||||20自然日|2026-11-20",
        "task|报送进度|每季度|市场监管局|每季度末前|-",
        "task|总结|全年|教育局|12月5日前|2026-12-05",
        "task|公布|统计数据|教育局|任务完成后 10自然日|2026-11-10",
        "task|长期监管||教育局|长期|-",
      ])
    let manifest = try JSONValue(parsing: drawn.manifest)
    #expect(
      manifest["dueDates"]?.array?.first
        == [
          "what": "task", "task": "更新名录", "content": "两库",
          "responsible": ["教育局", "市场监管局"], "deadline": "3月10日前", "from": .null,
          "day": "2026-03-10",
        ])
    let registry = ("食堂.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: registry).holds)
  }

  /// Who takes the place of a department takes over its tasks.
  @Test func tasksOfAPlanBasedOnAnother() throws {
    let base = Self.script("任务 附表").replacing("计划 检查", with: "计划 原计划")
    let text = """
      部门 县局
      计划 检查 基于 原计划 修改 { 代 教育局 => 县局; 抽查 全部 }

      """
    let due = try draw(Self.tasks + base + text).result.dueDates
    #expect(due.map { $0.responsible.map(\.name) } == [["县局"], ["县局"]])
  }

  @Test func theManifestIsVerified() throws {
    let drawn = try draw(Self.everything)
    let manifest = try JSONValue(parsing: drawn.manifest)
    let due = try #require(manifest["dueDates"]?.array)
    #expect(due.count == 7)
    #expect(
      due[0] == ["what": "list", "deadline": "5工作日", "from": "draw", "day": "2026-05-12"])
    #expect(
      due[2]
        == [
          "what": "finding", "situation": "不合格", "measure": "责令限期改正",
          "responsible": ["市场监管局"], "deadline": "10工作日", "from": "finding", "day": .null,
        ])
    // What working days were counted by is told.
    #expect(manifest["calendar"]?.array?.count == 1)
    let registry = ("食堂.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: registry).holds)
    let forged = manifest.text().replacing("2026-11-27", with: "2026-11-30")
    let report = try verify(manifest: Array(forged.utf8), registry: registry)
    #expect(
      report.checks.filter { !$0.holds }.map(\.member) == ["dueDates[6].day", "digest"])
  }

  /// The manifest of a plan without deadlines says nothing of them.
  @Test func otherManifestsStayAsTheyAre() throws {
    let drawn = try draw(Self.script("名单 公示"))
    #expect(try JSONValue(parsing: drawn.manifest)["dueDates"] == nil)
    #expect(drawn.result.dueDates == [])
  }

  /// A completion that is counted from the draw may lie too late for the calendar.
  @Test func aYearThatIsNotPublishedIsAFault() throws {
    let script = Self.script("完成 抽取后 8个月\n    公示 20工作日")
    #expect(codes { _ = try draw(script) } == ["YJ0822"])
  }
}
