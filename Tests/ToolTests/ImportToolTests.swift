import Foundation
import TestSupport
import Testing

/// Files as departments have them, through the tool: what they were taken for, where their mistakes
/// are, and the list of what was drawn.
@Suite struct ImportToolTests {
  static let script = """
    枚举 等级 有序 { 甲级, 乙级, 丙级 }
    部门 市监局
    名录 食堂 {
        主键 编号: 文本 列 "代码"
        等级: 等级 列 "信用"
        人数: 整数
        上次: 日期?
        面积: 小数?
        占比: 百分比?
        在业: 布尔?
        备注: 文本?
    }
    计划 检查 {
        期间 2026-01-01 至 2026-12-31
        牵头 市监局
        对象 食堂
        抽查 全部
    }
    """
  static let pair = """
    枚举 等级 有序 { 甲级, 乙级 }
    部门 市监局
    名录 食堂 { 主键 代码: 文本, 信用: 等级 }
    计划 检查 {
        期间 2026-01-01 至 2026-12-31
        牵头 市监局
        对象 食堂
        抽查 全部
    }
    """

  func folder() throws -> Tool.Folder {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("pair.yj", Self.pair)
    for file in Fixtures.files(in: "Tests/Fixtures/import", extension: "xlsx") {
      try folder.write("\(file.name).xlsx", Data(try file.bytes))
    }
    return folder
  }

  static func importing(_ file: String, _ script: String = "plan.yj") -> [String] {
    ["import", script, "食堂", file, "--store", "sqlite:s.db", "--lang", "zh"]
  }

  @Test func whatTheColumnsHoldIsShown() throws {
    let folder = try folder()
    let shown = try Tool.run(Self.importing("kinds.xlsx"), in: folder)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(
      shown.output.hasPrefix(
        """
        文件按工作簿读取，表“食堂”
        共 4 行
          列            缺失  读不成  值
          ──────────────────────────────────────────────────────────────────
          编号（代码）
          等级（信用）                甲级 2，乙级 1，丙级 1
          人数                        -3 – 1234
          上次                        2024-02-29 – 2026-03-01
          面积             1          0.3 – 1234.5
          占比             1          5% – 25%
          在业             1          真 2，假 1
        """), "\(shown.output)")
    let json = try Tool.run(Self.importing("kinds.xlsx") + ["--format", "json"], in: folder).json()
    let read = try #require(json["read"] as? [String: Any])
    #expect(read["format"] as? String == "xlsx" && read["sheet"] as? String == "食堂")
    let quality = try #require(json["quality"] as? [String: Any])
    #expect((quality["columns"] as? [[String: Any]])?.count == 8)
  }

  @Test func mistakesNameTheirCells() throws {
    let folder = try folder()
    let refused = try Tool.run(Self.importing("problems.xlsx"), in: folder)
    #expect(refused.status == 1)
    for place in [
      "problems.xlsx:食堂!B2", "problems.xlsx:食堂!D4", "problems.xlsx:食堂!A6", "没有导入任何内容", "读不成的如 #N/A",
    ] { #expect(refused.errors.contains(place), "\(place): \(refused.errors)") }
    let json = try Tool.run(
      Self.importing("problems.xlsx") + ["--format", "json"], in: folder
    ).json()
    let first = try #require((json["diagnostics"] as? [[String: Any]])?.first)
    #expect((first["location"] as? [String: Any])?["cell"] as? String == "食堂!B2")
    #expect((json["quality"] as? [String: Any])?["rows"] as? Int == 6)
    let several = try Tool.run(Self.importing("several.xlsx", "pair.yj"), in: folder)
    #expect(several.errors.contains("YJ0635"), "\(several.errors)")
    #expect(several.errors.contains("甲、乙"), "\(several.errors)")
  }

  /// A form as departments have it: titles above the header, which is told, and a way out of each
  /// mistake that is told once.
  @Test func formsAreRead() throws {
    let folder = try folder()
    try folder.write("form.csv", "某区食堂名录,\r\n填报单位：教育局,\r\n代码,信用\r\nk,甲级\r\n,\r\n")
    let read = try Tool.run(Self.importing("form.csv", "pair.yj"), in: folder)
    #expect(read.output.hasPrefix("文件按 CSV、UTF-8 读取，表头在第 3 行\n共 1 行\n"), "\(read.output)")
    let json = try Tool.run(
      Self.importing("form.csv", "pair.yj") + ["--format", "json"], in: folder
    ).json()
    #expect((json["read"] as? [String: Any])?["headerLine"] as? Int == 3)
    try folder.write("wrong.csv", "名录\n代码,等级\nk,甲\n")
    let near = try Tool.run(Self.importing("wrong.csv", "pair.yj"), in: folder)
    #expect(near.errors.contains("wrong.csv:2:1"), "\(near.errors)")
    #expect(near.errors.contains("最像表头的是第 2 行：代码、等级"), "\(near.errors)")
    try folder.write("tabs.csv", "代码\t信用\nk\t甲级\n")
    let tabs = try Tool.run(Self.importing("tabs.csv", "pair.yj"), in: folder)
    #expect(tabs.errors.contains("YJ0654") && tabs.errors.contains("制表符"), "\(tabs.errors)")
    try folder.write("bad.csv", "代码,信用\nk,差\nl,好\n")
    let bad = try Tool.run(Self.importing("bad.csv", "pair.yj"), in: folder)
    #expect(bad.errors.contains("--rejects"), "\(bad.errors)")
    #expect(bad.errors.split(separator: "成员有：甲级, 乙级").count == 2, "\(bad.errors)")
  }

  /// The first trial needs no store and leaves none; where a store could not be made it says so.
  @Test func trialsBeforeThereIsAStore() throws {
    let folder = try folder()
    let trial = Self.importing("kinds.xlsx") + ["--dry-run"]
    let shown = try Tool.run(trial, in: folder)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains("共 4 行"), "\(shown.output)")
    #expect(
      shown.output.hasSuffix("存储还不存在，导入时新建\n食堂：试导入，没有存储任何内容\n"), "\(shown.output)")
    let json = try Tool.run(trial + ["--merge", "--format", "json"], in: folder).json()
    #expect((json["difference"] as? [String: Any])?["added"] as? Int == 4)
    #expect(!FileManager.default.fileExists(atPath: folder.path("s.db")))
    let wrong = try Tool.run(
      ["import", "plan.yj", "食堂", "kinds.xlsx", "--store", "sqlite:no/s.db", "--dry-run"],
      in: folder)
    #expect(wrong.status == 3, "\(wrong.output)")
  }

  /// Corrected rejects go in with a merge, whose changes are shown a field a line.
  @Test func correctedRejectsAreMerged() throws {
    let folder = try folder()
    try folder.write("a.csv", "代码,信用\n-,甲级\n=1+1,丁\nm,乙级\n")
    let first = try Tool.run(
      Self.importing("a.csv", "pair.yj") + ["--rejects", "r.csv"], in: folder)
    #expect(first.status == 1 && first.output.contains("导入 2 行"), "\(first.output)")
    #expect(try String(contentsOfFile: folder.path("r.csv"), encoding: .utf8) == "代码,信用\n=1+1,丁\n")
    try folder.write("r.csv", "代码,信用\n=1+1,甲级\nm,甲级\n")
    let merged = try Tool.run(
      Self.importing("r.csv", "pair.yj") + ["--merge"], in: folder)
    #expect(merged.output.contains("新增 1 行，改动 1 行，不变 0 行；没有导入的行保留"), "\(merged.output)")
    #expect(merged.output.contains("\n  ~ m  信用 乙级 → 甲级\n"), "\(merged.output)")
  }

  /// What is stored can be written out, and is the same when it is read again; a draw from what was
  /// merged is verified with it, whatever kind of file it is.
  @Test func whatWasMergedIsWrittenOut() throws {
    let folder = try folder()
    #expect(try Tool.run(Self.importing("kinds.xlsx"), in: folder).status == 0)
    try folder.write(
      "more.csv",
      "代码,信用,人数,上次,面积,占比,在业,备注\n-9,丙级,3,1899-12-31,12345678901234567.5,250%,否,\"'=\"\"\\\r\n\t\"\n")
    #expect(try Tool.run(Self.importing("more.csv") + ["--merge"], in: folder).status == 0)
    let drawn = try Tool.run(
      [
        "draw", "plan.yj", "检查", "--store", "sqlite:s.db", "--on", "2026-03-01", "--seed", "s",
        "--out", "o",
      ], in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    for ending in ["jsonl", "csv", "xlsx"] {
      let file = "all.\(ending)"
      let export = ["export", "plan.yj", "食堂", file, "--store", "sqlite:s.db", "--lang", "zh"]
      let written = try Tool.run(export, in: folder)
      #expect(written.status == 0, "\(written.errors)")
      #expect(written.output.hasPrefix("食堂：第 2 版，5 行，写入 \(file)\n"), "\(written.output)")
      let verified = try Tool.run(
        ["verify", "o/检查.json", "--registry", file], in: folder)
      #expect(verified.status == 0, "\(file): \(verified.output)\(verified.errors)")
      let again = try Tool.run(export, in: folder)
      #expect(again.status == 3, "a file that is there already is kept")
    }
    let partial = try Tool.run(["verify", "o/检查.json", "--registry", "kinds.xlsx"], in: folder)
    #expect(partial.status == 1, "\(partial.output)")
    let none = try Tool.run(
      ["export", "plan.yj", "食堂", "no.csv", "--store", "memory:", "--lang", "zh"], in: folder)
    #expect(none.status == 1 && none.errors.contains("YJ07"), "\(none.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("no.csv")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("no.csv.part")))
  }

  /// Rows of a workbook are put aside as a workbook, and what was drawn is a workbook whose rows are
  /// those of the registry.
  @Test func listsAreWorkbooks() throws {
    let folder = try folder()
    let mixed = try Tool.run(
      Self.importing("problems.xlsx") + ["--rejects", "bad.xlsx"], in: folder)
    #expect(mixed.status == 1)
    // All six rows are bad, so nothing was stored, and nothing put aside.
    #expect(!FileManager.default.fileExists(atPath: folder.path("bad.xlsx")))
    #expect(try Tool.run(Self.importing("kinds.xlsx"), in: folder).status == 0)
    let draw = [
      "draw", "plan.yj", "检查", "--store", "sqlite:s.db", "--on", "2026-03-01", "--seed", "s",
      "--lang",
      "zh", "--out", "o", "--list", "名单.xlsx",
    ]
    let drawn = try Tool.run(draw, in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let again = try Tool.run(draw + ["--redraw", "试"], in: folder)
    #expect(again.status == 3, "a list that is there already is kept: \(again.errors)")
    let back = try Tool.run(
      ["import", "plan.yj", "食堂", "名单.xlsx", "--store", "memory:", "--format", "json"], in: folder)
    #expect(back.status == 0, "\(back.output)")
    let json = try back.json()
    #expect(json["unusedColumns"] as? [String] == ["序号", "层", "必查", "签号"])
    let imported = try Tool.run(
      Self.importing("kinds.xlsx") + ["--format", "json"], in: folder
    ).json()
    #expect(json["digest"] as? String == imported["digest"] as? String)
    let verified = try Tool.run(["verify", "o/检查.json", "--registry", "kinds.xlsx"], in: folder)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    let csv = try Tool.run(
      Array(draw.dropLast()) + ["list.csv", "--redraw", "试"], in: folder)
    #expect(csv.status == 0, "\(csv.errors)")
    let text = try String(contentsOfFile: folder.path("list.csv"), encoding: .utf8)
    #expect(text.contains("'=1+1"))
  }

  /// A manifest says which sheet was imported, so that it can be verified from the workbook alone.
  @Test func theSheetIsPartOfTheRecord() throws {
    let folder = try folder()
    let imported = try Tool.run(
      Self.importing("several.xlsx", "pair.yj") + ["--sheet", "乙"], in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let drawn = try Tool.run(
      [
        "draw", "pair.yj", "检查", "--store", "sqlite:s.db", "--on", "2026-03-01", "--seed", "s",
        "--out",
        "o",
      ], in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let manifest = try String(contentsOfFile: folder.path("o/检查.json"), encoding: .utf8)
    #expect(manifest.contains("several.xlsx!乙"))
    let verified = try Tool.run(["verify", "o/检查.json", "--registry", "several.xlsx"], in: folder)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    // The command that is shown names the file alone.
    #expect(drawn.output.contains("--registry several.xlsx\n"), "\(drawn.output)")
    let wrong = try Tool.run(
      ["verify", "o/检查.json", "--registry", "several.xlsx", "--sheet", "甲"], in: folder)
    #expect(wrong.status == 1)
  }
}
