import Import
import Quantities
import Runtime
import Source
import Store
import Testing

/// Manifests that between them have every member that a manifest can have.
struct ManifestKind: Sendable, CustomTestStringConvertible {
  let name: String
  let manifest: JSONValue
  let registry: RegistryData
  let others: [String: RegistryData]
  let history: [(name: String, bytes: [UInt8])]

  var testDescription: String { name }

  func verified(_ manifest: JSONValue) throws -> VerificationReport {
    try verify(
      manifest: Array(manifest.text().utf8), registry: registry, others: others, history: history)
  }

  func holds(_ manifest: JSONValue) -> Bool { (try? verified(manifest))?.holds ?? false }

  /// Rounds, earlier draws, parameters, layers and parts, leads and levels by object, another
  /// registry, working days, deadlines, checklists, and a secret list.
  static func everything() throws -> ManifestKind {
    let script = """
      使用 标准.日历.中国
      日历 本区 基于 法定工作日 {
          2026 依据 "区政府通知" { 放假 2026-03-03 }
          假定 2027 { 放假 2027-01-01 }
      }
      部门 市局 { 名称 "市生态环境局"  级别 市级 }
      部门 县局 { 级别 县级 }
      部门 科室 { 隶属 市局 }
      名录 失信名单 { 主键 案号: 文本; 代码: 文本? }
      名录 单位 { 主键 代码: 文本; 县区: 文本; 规模: 整数; 上次: 日期 }
      事项 排污检查 { 主体 科室; 类别 重点; 依据 《中华人民共和国环境保护法》第二十四条 }
      检查单 现场 {
          设备 { 在线监测 "在线监测设备联网" 事项 排污检查 结果 分值 10 当 规模 > 20 }
          人员 { 值守 "有人值守" 由 县局 }
          产品质量 不涉及 "不生产产品"
      }
      计划 排污 {
          期间 2026-01-01 至 2026-12-31
          轮次 每季度
          印发 2025-12-25 公示 20工作日
          完成 年底前
          参数 比例: 百分比 10%..25% = 20%
          牵头 按 县区 { "市本级" => 市局  否则 => 县局 }
          参与 科室 { 事项 排污检查; 职责 "核实整改"; 商定 2025-12-20 "联席会议纪要"; 当 规模 > 15 }
          对象 单位 截至 2026-01-31 其中 规模 > 0 且 上次 + 20工作日 < 2026-06-01
               除 失信名单 按 代码
          抽查 按 县区 { "市本级" => 20%, 再 10%  否则 => 比例, 其中 规模 > 20 不少于 10%
            总体 各 县区 不少于 1户
              不重复
          }
          抽取层级 按 县区 { "市本级" => 市级  否则 => 县级 }
          检查层级 市级
          名单 保密
          检查 现场
          发现问题 {
              情形     | 措施           | 责任 | 期限
              "不合格" | "责令限期改正" | 科室 | 10自然日
              "其他"   | "记录在案"     | 科室 | _
          }
      }

      """
    let units =
      "代码,县区,规模,上次\n"
      + (0..<30).map { "u\($0),\($0 % 3 == 0 ? "市本级" : "甲县"),\($0),2026-01-05\n" }.joined()
    let blacklist = "案号,代码\nc1,u7\nc2,\n"
    let bench = Bench(script)
    try #require(!bench.script.hasErrors, "\(bench.rendered(bench.script.diagnostics))")
    var settings = ImportSettings()
    settings.asAt = CivilDate("2026-01-31")
    _ = try bench.script.importRegistry(
      "单位", from: DataFile(name: "单位.csv", bytes: Array(units.utf8)), settings,
      into: bench.store)
    bench.give("失信名单", blacklist)
    var drawn: [RecordedDraw] = []
    for day in ["2026-02-03", "2026-05-06"] {
      drawn.append(
        try bench.session.draw(
          DrawRequest(plan: "排污", on: CivilDate(day) ?? .minimum, seed: "一")))
    }
    return ManifestKind(
      name: "一切", manifest: try JSONValue(parsing: drawn[1].manifest),
      registry: ("单位.csv", Array(units.utf8)),
      others: ["失信名单": ("失信名单.csv", Array(blacklist.utf8))],
      history: [("一季度.json", drawn[0].manifest)])
  }

  /// A plan with a second stage, and plans that follow another one.
  static func related() throws -> [ManifestKind] {
    let script = """
      部门 市局
      名录 电梯 { 主键 注册码: 文本; 维保单位: 文本? }
      名录 维保 { 主键 代码: 文本; 类别: 文本; 量: 整数 }
      计划 甲 {
          期间 2026-03-01 至 2026-11-30
          牵头 市局
          对象 维保
          抽查 按 类别 { "大" => 全部  否则 => 40% }
          再抽 电梯 按 维保单位 { 40%, 全部 当 少于 2台 }
      }
      计划 乙 { 期间 2026-04-01 至 2026-06-30; 牵头 市局; 对象 维保 其中 量 > 3; 抽查 随 甲 }
      计划 丁 { 期间 2026-03-01 至 2026-11-30; 牵头 市局; 对象 维保 其中 量 <= 8; 抽查 同 甲 }

      """
    let firms = "代码,类别,量\n" + (0..<9).map { "f\($0),\($0 < 2 ? "大" : "小"),\($0)\n" }.joined()
    let lifts =
      "注册码,维保单位\n"
      + (0..<9).flatMap { firm in (0...firm % 3).map { "t\(firm)-\($0),f\(firm)\n" } }.joined()
    return try ["甲", "乙", "丁"].map { plan in
      let bench = Bench(script)
      try #require(!bench.script.hasErrors, "\(bench.rendered(bench.script.diagnostics))")
      bench.give("维保", firms)
      bench.give("电梯", lifts)
      let drawn = try bench.session.draw(
        DrawRequest(plan: plan, on: CivilDate("2026-04-02") ?? .minimum, seed: "s"))
      return ManifestKind(
        name: plan, manifest: try JSONValue(parsing: drawn.manifest),
        registry: ("维保.csv", Array(firms.utf8)),
        others: ["电梯": ("电梯.csv", Array(lifts.utf8))], history: [])
    }
  }

  static func all() throws -> [ManifestKind] { try [everything()] + related() }
}
