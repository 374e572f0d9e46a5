import Foundation
import Testing

/// `yijian store`: what people see of a store, in both languages.
@Suite struct StoreCommandTests {
  private static let fixtures = Tool.root.appending(path: "Tests/Fixtures/stores").path

  private func imported(_ folder: Tool.Folder, rows: Int = 20) throws -> String {
    try folder.write("plan.yj", BadInputTests.script)
    try folder.write("canteens.csv", BadInputTests.csv(BadInputTests.rows(rows)))
    let url = "sqlite:" + folder.path("store.db")
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
}
