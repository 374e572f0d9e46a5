import Engine
import Foundation
import GRDB
import GRDBSQLite
import Import
import Store
import Testing

@testable import StoreSQLite

private let schema = RegistrySchema(
  name: "r", key: 0,
  fields: [
    FieldSchema(name: "k", kind: .text, isOptional: false),
    FieldSchema(name: "n", kind: .integer, isOptional: true),
  ])

/// A CSV with so many rows, whose keys come in no order.
private func csv(_ count: Int) -> [UInt8] {
  Array(("k,n\n" + (0..<count).map { "key-\($0 &* 7_919 % count),\($0)\n" }.joined()).utf8)
}

private func importing(_ count: Int, into store: any Store) throws(ImportError) -> ImportReport {
  try importRegistry(
    DataFile(name: "r.csv", bytes: csv(count)), ImportRequest(schema), into: store)
}

@Suite struct SQLiteStoreTests {
  @Test func whatWasStoredIsThereAgain() throws {
    let scratch = try Scratch()
    var version: RegistryVersion?
    do {
      let store = try SQLiteStore(path: scratch.file())
      version = try importing(5_000, into: store).version
      _ = try store.append([1, 2], kind: "k", to: "s", expectedVersion: 0)
    }
    let store = try SQLiteStore(path: scratch.file(), mustExist: true)
    #expect(try store.snapshot().registry("r") == version)
    #expect(try store.snapshot().events(in: "s").map(\.payload) == [[1, 2]])
    #expect(try importing(10, into: store).version.version == 2)
  }

  /// Every commit waits for the disk, also where the layer below would leave that to checkpoints.
  @Test func commitsWaitForTheDisk() throws {
    let scratch = try Scratch()
    for _ in 0..<2 {
      let store = try SQLiteStore(path: scratch.file())
      let setting = try store.pool.writeWithoutTransaction { database in
        try pragma("synchronous", database)
      }
      #expect(setting == 2)
    }
  }

  /// A commit that the disk does not confirm may yet be found by whoever opens the file next.
  @Test(arguments: [
    (SQLITE_IOERR | 4 << 8, SQLiteActivity.writing, StoreError.outcomeUnknown("x")),
    (SQLITE_IOERR | 4 << 8, .reading, .unavailable("x")),
    (SQLITE_IOERR | 3 << 8, .writing, .cannotWrite("x")),
    (SQLITE_FULL, .writing, .cannotWrite("x")),
    (SQLITE_BUSY | 2 << 8, .writing, .busy("x")), (SQLITE_IOERR, .opening, .unavailable("x")),
    (SQLITE_PROTOCOL, .opening, .busy("x")), (SQLITE_CORRUPT | 1 << 8, .reading, .corrupt("x")),
  ]) func whatFailuresAreCalled(code: CInt, activity: SQLiteActivity, expected: StoreError) {
    #expect(storeError(code: code, message: "x", activity) == expected)
  }

  /// Files that are no store are told apart, and left as they are.
  @Test func pathsThatCannotBeOpened() throws {
    let scratch = try Scratch()
    let text = scratch.file("text.txt")
    try Data("not a database, but long enough to look like one. ".utf8).write(
      to: URL(filePath: text))
    let cases = [
      (scratch.path, "is a folder"), (text, "not a database"), ("/proc/none/x", "unable to open"),
      (scratch.file("none/x"), "unable to open"),
    ]
    for (path, reason) in cases {
      let error = #expect(throws: StoreError.self) { _ = try SQLiteStore(path: path) }
      guard case .unavailable(let message)? = error else {
        Issue.record("\(path): \(String(describing: error))")
        continue
      }
      #expect(message.hasPrefix(path) && message.contains(reason), "\(message)")
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("not a database"))
    #expect(throws: StoreError.unavailable("\(scratch.file()): no such file")) {
      _ = try SQLiteStore(path: scratch.file(), mustExist: true)
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file()))
  }

  @Test func databasesOfOthersAndOfTheFuture() throws {
    let scratch = try Scratch()
    let foreign = scratch.file("foreign.sqlite")
    guard try output("/usr/bin/sqlite3", [foreign, "CREATE TABLE t (x)"]) != nil else {
      return print("skipped: the sqlite3 shell is not there")
    }
    let before = try Data(contentsOf: URL(filePath: foreign))
    #expect(throws: StoreError.unavailable("\(foreign): a database of another program")) {
      _ = try SQLiteStore(path: foreign)
    }
    #expect(try Data(contentsOf: URL(filePath: foreign)) == before)

    do { _ = try SQLiteStore(path: scratch.file()) }
    _ = try output("/usr/bin/sqlite3", [scratch.file(), "PRAGMA user_version = 99"])
    #expect(throws: StoreError.newerFormat(found: 99, known: 3)) {
      _ = try SQLiteStore(path: scratch.file())
    }
  }

  /// Files that older programs wrote hold what they held, in the newest format: in the first one
  /// registries had no day, in the second nobody imported them.
  @Test(arguments: [1, 2]) func filesOfOlderFormats(format: Int) throws {
    let scratch = try Scratch()
    let fixture = Scratch.fixtures + "/stores/format-\(format).db"
    try FileManager.default.copyItem(atPath: fixture, toPath: scratch.file())
    #expect(try SQLiteStore.format(ofFile: scratch.file()) == StoreFormat(found: format, known: 3))
    // Looking at the format changes nothing.
    #expect(
      try Data(contentsOf: URL(filePath: fixture))
        == Data(contentsOf: URL(filePath: scratch.file())))
    let store = try SQLiteStore(path: scratch.file(), mustExist: true)
    #expect(try SQLiteStore.format(ofFile: scratch.file()) == StoreFormat(found: 3, known: 3))
    #expect(try store.status().format == StoreFormat(found: 3, known: 3))
    let versions = try store.snapshot().versions(of: "食堂")
    #expect(versions.map(\.version) == [1, 2] && versions.map(\.rowCount) == [3, 3])
    #expect(versions.map(\.origin.asAtText) == [format == 1 ? nil : "2026-01-31", nil])
    #expect(versions.allSatisfy { $0.origin.importedBy == nil && $0.origin.importedAt == nil })
    #expect(try store.snapshot().events(in: "draws/计划").map(\.payload) == [Array("{}".utf8)])
    #expect(try store.verify(Meter()) == [])
    var keys: [String?] = []
    try store.snapshot().scan("食堂", fields: [0, 4], batchSize: 10) { rows in
      keys += (0..<rows.rowCount).map { rows.columns[0].text(at: $0) }
      return true
    }
    #expect(keys == ["k1", "k2", "k3"])
  }

  @Test func anotherWriterInTheWay() throws {
    let scratch = try Scratch()
    let store = try SQLiteStore(path: scratch.file(), timeout: 0.2)
    _ = try importing(10, into: store)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sqlite3")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else {
      return print("skipped: the sqlite3 shell is not there")
    }
    process.arguments = [scratch.file()]
    let (input, answer) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = answer
    try process.run()
    input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'locked';\n".utf8))
    #expect(!answer.fileHandleForReading.availableData.isEmpty)
    #expect(throws: StoreError.busy("database is locked")) {
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    }
    #expect(throws: ImportError.store(.busy("database is locked"))) {
      _ = try importing(20, into: store)
    }
    // Readers do not wait.
    #expect(try store.snapshot().registry("r")?.rowCount == 10)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(try importing(20, into: store).version.version == 2)
  }

  @Test func aFullDisk() throws {
    let scratch = try Scratch()
    let disk = scratch.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let said = try output("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk])
    guard said == "" else { return print("skipped: no small disk can be mounted (\(said ?? ""))") }
    do {
      let store = try SQLiteStore(path: disk + "/store.sqlite")
      let version = try importing(100, into: store).version
      let error = #expect(throws: ImportError.self) { _ = try importing(60_000, into: store) }
      guard case .store(.cannotWrite(let message))? = error else {
        _ = try output("/usr/bin/umount", ["-l", disk])
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(message.contains("full"))
      // The disk is full, and the store as it was; it goes on as soon as less is asked of it.
      #expect(try store.snapshot().registries() == [version])
      #expect(try importing(200, into: store).version.version == 2)
      #expect(try store.append([1], kind: "k", to: "s", expectedVersion: 0).version == 1)
    }
    #expect(try output("/usr/bin/umount", ["-l", disk]) == "")
  }

  @Test func aDamagedFile() throws {
    let scratch = try Scratch()
    do { _ = try importing(3_000, into: try SQLiteStore(path: scratch.file())) }
    let file = try FileHandle(forUpdating: URL(filePath: scratch.file()))
    let end = try file.seekToEnd()
    try file.seek(toOffset: end / 2)
    try file.write(contentsOf: Data(repeating: 0xA5, count: Int(end / 2)))
    try file.close()
    let error = #expect(throws: StoreError.self) {
      let snapshot = try SQLiteStore(path: scratch.file()).snapshot()
      try snapshot.scan("r", fields: [0, 1], batchSize: .max) { _ in true }
    }
    guard case .corrupt? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// Rows that are sorted through temporary tables, and keys that come again after theirs was put
  /// into one.
  @Test func manyRowsThroughLittleMemory() throws {
    let scratch = try Scratch()
    let store = try SQLiteStore(
      path: scratch.file(), mustExist: false, timeout: 10, importBuffer: 64 << 10)
    let memory = MemoryStore()
    let bytes = csv(30_000) + Array("key-5,1\nkey-29999,2\n".utf8)
    var rejected: [UInt8] = []
    var request = ImportRequest(schema)
    request.mode = .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row }
    let report = try importRegistry(
      DataFile(name: "r.csv", bytes: bytes), request, into: store)
    let same = try importing(30_000, into: memory)
    #expect(report.version.digest == same.version.digest)
    #expect(String(decoding: rejected, as: UTF8.self) == "k,n\nkey-5,1\nkey-29999,2\n")
    #expect(report.problems.first.map(\.line) == [30_002, 30_003])
  }
}
