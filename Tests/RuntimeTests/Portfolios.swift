import Engine
import Import
import Quantities
import Runtime
import Source
import Store
import TestSupport
import Testing

/// Scripts of two departments over one registry, and stores for them.
enum Portfolios {
  static let common = """
    部门 市局
    部门 县局
    名录 企业 {
        主键 代码: 文本
        等级: 整数
    }

    """

  static func plan(
    _ name: String, _ lead: String, _ clauses: String, period: String = "2026-01-01 至 2026-12-31"
  ) -> String {
    "计划 \(name) {\n 期间 \(period)\n 牵头 \(lead)\n 对象 企业\n \(clauses)\n}\n"
  }

  static func portfolio(_ texts: [String]) throws -> (Portfolio, SourceMap) {
    var sources = SourceMap()
    let common = Array(common.utf8)
    let loader = ScriptLoader { $0 == "公共" ? ("公共.yj", common) : nil }
    var scripts: [CheckedScript] = []
    for (index, text) in texts.enumerated() {
      let script = loader.load(
        name: "\(index).yj", bytes: Array(("使用 公共\n" + text).utf8), into: &sources)
      let shown = DiagnosticDocument(script.diagnostics, in: sources, language: .chinese)
      try #require(!script.hasErrors, "\(TerminalRenderer(colour: false).render(shown))")
      scripts.append(script)
    }
    return (Portfolio(scripts), sources)
  }

  /// A store with so many firms, of levels 0…4 in turn.
  static func store(_ portfolio: Portfolio, _ count: Int) throws -> MemoryStore {
    let store = MemoryStore()
    var csv = "代码,等级\n"
    for row in 0..<count { csv += "k\(1000 + row),\(row % 5)\n" }
    _ = try portfolio.scripts[0].importRegistry(
      "企业", from: DataFile(name: "企业.csv", bytes: Array(csv.utf8)), into: store)
    return store
  }
}
