import Foundation
import Testing

/// `yijian store`: what people see of a store, in both languages.
@Suite struct StoreCommandTests {
  private static let fixtures = Tool.root.appending(path: "Tests/Fixtures/stores").path

  private func imported(
    _ folder: Tool.Folder, rows: Int = 20, into path: String? = nil
  ) throws -> String {
    try folder.write("plan.yj", BadInputTests.script)
    try folder.write("canteens.csv", BadInputTests.csv(BadInputTests.rows(rows)))
    let url = "sqlite:" + (path ?? folder.path("store.db"))
    let outcome = try Tool.run(
      ["import", "plan.yj", "canteens", "canteens.csv", "--store", url], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return url
  }

  @Test func statusTellsWhatIsThere() throws {
    let folder = try Tool.Folder()
    let url = try imported(folder)
    _ = try imported(folder, rows: 30)
    let english = try Tool.run(["store", "status", url, "--versions"])
    #expect(english.status == 0, "\(english.errors)")
    for words in ["SQLite 3.", "1, 30 rows in all", "version 1", "version 2", "20 rows"] {
      #expect(english.output.contains(words), "\(words) in \(english.output)")
    }
    let chinese = try Tool.run(["store", "status", url, "--lang", "zh"])
    #expect(chinese.output.contains("1 个，共 30 行") && chinese.output.contains("第 2 版"))
    #expect(!chinese.output.contains("第 1 版"))
    let json = try Tool.run(["store", "status", url, "--format", "json"]).json()
    #expect(json["rows"] as? Int == 30 && json["registries"] as? Int == 1)
    let versions = json["versions"] as? [[String: Any]] ?? []
    #expect(versions.map { $0["version"] as? Int } == [2])
    #expect(versions.first?["origin"] as? String == "canteens.csv")
    let none = try Tool.run(["store", "status", "sqlite:" + folder.path("none.db")])
    #expect(none.status == 3 && none.errors.contains("none.db"))
  }

  @Test func namesThatAreTooLong() throws {
    let folder = try Tool.Folder()
    let name = String(repeating: "店", count: 667)
    try folder.write("plan.yj", "名录 \(name) { 主键 代码: 文本 }")
    try folder.write("rows.csv", "代码\na\n")
    let url = "sqlite:" + folder.path("store.db")
    let outcome = try Tool.run(["import", "plan.yj", name, "rows.csv", "--store", url], in: folder)
    #expect(outcome.status == 1 && outcome.errors.contains("YJ0783"), "\(outcome.errors)")
    #expect(outcome.errors.contains("2000") && outcome.errors.count < 400)
  }

  /// What the engine would read as an address of its own, or as a part of a statement.
  @Test(arguments: [
    ":memory:", "file:x.db", "file:x.db?mode=memory", "file::memory:?cache=shared",
    "a'b\"; -- %41 ?vfs=none", "-x.db",
  ]) func pathsAreFiles(_ path: String) throws {
    let folder = try Tool.Folder()
    let url = try imported(folder, into: path)
    #expect(FileManager.default.fileExists(atPath: folder.path(path)))
    let status = try Tool.run(["store", "status", url], in: folder)
    #expect(status.output.contains("1, 20 rows in all"), "\(status.errors)")
  }

  /// Looking at an older store leaves it; migrating it brings it to the newest format.
  @Test func olderFormatsAreMigrated() throws {
    let folder = try Tool.Folder()
    let bytes = try Data(contentsOf: URL(filePath: Self.fixtures + "/format-1.db"))
    let url = "sqlite:" + (try folder.write("old.db", bytes))
    let status = try Tool.run(["store", "status", url])
    #expect(status.status == 0 && status.output.contains("format 1, this program uses 3"))
    #expect(status.errors.contains("yijian store migrate"))
    #expect(try Data(contentsOf: URL(filePath: folder.path("old.db"))) == bytes)
    let migrated = try Tool.run(["store", "migrate", url, "--lang", "zh"])
    #expect(migrated.output == "格式由 1 升级为 3\n", "\(migrated.errors)")
    let again = try Tool.run(["store", "migrate", url])
    #expect(again.output == "format 3 already, the newest\n")
    let verified = try Tool.run(["store", "verify", url])
    #expect(verified.status == 0 && verified.output.hasPrefix("sound: 3 rows and 1 entries"))
  }

  /// A row that another program changed is found by its digest.
  @Test func verifyFindsWhatWasChanged() throws {
    let folder = try Tool.Folder()
    let url = try imported(folder)
    #expect(try Tool.run(["store", "verify", url, "--lang", "zh"]).output.hasPrefix("完好：20 行"))
    let sqlite = "/usr/bin/sqlite3"
    guard FileManager.default.isExecutableFile(atPath: sqlite) else {
      return print("skipped: the sqlite3 shell is not there")
    }
    let change = "UPDATE rows_1 SET c3 = 999 WHERE c0 = 'k7'; DELETE FROM rows_1 WHERE c0 = 'k8'"
    #expect(try Tool.execute(sqlite, [folder.path("store.db"), change]).status == 0)
    let found = try Tool.run(["store", "verify", url])
    #expect(found.status == 1 && found.output.contains("has 19 rows, not 20"))
    #expect(found.output.contains("digest") && found.errors.contains("restore a copy"))
    let json = try Tool.run(["store", "verify", url, "--format", "json"]).json()
    #expect(json["sound"] as? Bool == false && (json["faults"] as? [String])?.count == 2)
  }

  @Test func copiesAreTheSame() throws {
    let folder = try Tool.Folder()
    let url = try imported(folder)
    let draw = [
      "draw", "plan.yj", "yearly", "--store", url, "--on", "2026-03-01", "--seed", "03 07 12",
    ]
    #expect(try Tool.run(draw, in: folder).status == 0)
    let copy = "sqlite:" + folder.path("copy.db")
    let copied = try Tool.run(["store", "copy", "--from", url, "--to", copy])
    #expect(
      copied.output
        == "1 registries (20 rows) and 1 entries of histories copied; 0 were there already\n",
      "\(copied.errors)")
    let again = try Tool.run(["store", "copy", "--from", url, "--to", copy, "--lang", "zh"])
    #expect(again.output.contains("已有的 2 项未动"))
    let manifests = try [url, copy].map { store in
      try Tool.run(
        ["manifest", "plan.yj", "yearly", "--store", store, "--event", "1"], in: folder
      ).output
    }
    #expect(manifests[0] == manifests[1] && !manifests[0].isEmpty)
    // A target with other rows under the same name is left alone.
    _ = try imported(folder, rows: 25)
    let refused = try Tool.run(["store", "copy", "--from", url, "--to", copy])
    #expect(refused.status == 1 && refused.errors.contains("another registry \"canteens\""))
  }

  /// What a merge and a replacement change is shown before and after, and who made it is kept.
  @Test func importsAreTriedAndMerged() throws {
    let folder = try Tool.Folder()
    let url = try imported(folder)
    let changed = ["k3,B,2026-01-04,3", "k5,C,,77", "new,A,2026-02-01,1"]
    try folder.write("changed.csv", BadInputTests.csv(changed))
    let arguments = ["import", "plan.yj", "canteens", "changed.csv", "--store", url]
    let tried = try Tool.run(arguments + ["--dry-run"], in: folder)
    #expect(tried.status == 0, "\(tried.errors)")
    #expect(tried.output.contains("17 removed") || tried.output.contains("18 removed"))
    #expect(tried.output.contains("dry run, nothing was stored"))
    let status = try Tool.run(["store", "status", url, "--format", "json"]).json()
    #expect(status["rows"] as? Int == 20)

    let merged = try Tool.run(
      arguments + ["--merge", "--by", "Wang Fang", "--lang", "zh"], in: folder)
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output.contains("新增 1 行") && merged.output.contains("没有导入的行保留"))
    #expect(merged.output.contains("+ new") && merged.output.contains("→ 77"))
    #expect(merged.output.contains("导入 21 行，第 2 版"))
    let json = try Tool.run(arguments + ["--merge", "--format", "json"], in: folder).json()
    let difference = json["difference"] as? [String: Any]
    #expect(difference?["unchanged"] as? Int == 3 && difference?["added"] as? Int == 0)
    let versions = try Tool.run(["store", "status", url, "--versions"])
    #expect(versions.output.contains("Wang Fang") && versions.output.contains("Z\n"))
    #expect(try Tool.run(["store", "verify", url]).status == 0)
    let none = "sqlite:" + folder.path("none.db")
    let first = ["import", "plan.yj", "canteens", "changed.csv", "--store", none, "--dry-run"]
    #expect(try Tool.run(first, in: folder).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
  }
}
