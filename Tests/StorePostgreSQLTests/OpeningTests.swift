import Foundation
import Store
import Testing

@testable import StorePostgreSQL

@Suite struct AddressTests {
  /// What must not show in any message.
  static let secret = "geheim"

  @Test(arguments: [
    "postgresql://u:geheim@host/db", "postgres://u:geheim@host:5432,other/db",
    "postgresql://host/db?password=geheim", "postgresql://host/db?pass%77ord=geheim",
    "postgresql://u@host/db?sslmode=require&sslpassword=geheim",
  ]) func passwordsAreRefused(_ address: String) throws {
    #expect(throws: StoreError.passwordInAddress) {
      _ = try PostgreSQLStore(address: address)
    }
  }

  @Test(arguments: [
    "postgresql://u:geheim@[::1/db", "postgresql://u:geheim@host/db?x=1",
    "postgresql://host/db?password=geheim&%zz=1", "postgres:u:geheim@host",
    "host=h password=geheim",
    "postgresql://host/db?password", "", "postgresql://a\0b", "mysql://u:geheim@host/db",
  ]) func whatIsNoAddressIsNotQuoted(_ address: String) throws {
    let error = #expect(throws: StoreError.self) { _ = try PostgreSQLStore(address: address) }
    guard case .unavailable(let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.hasPrefix("not an address of PostgreSQL") && !message.contains(Self.secret))
  }

  @Test func aLibraryThatIsMissing() throws {
    #expect(throws: StoreError.missingLibrary("libpq-none.so.5")) {
      _ = try ClientLibrary(names: ["libpq-none.so.5", "libpq-neither.so"])
    }
    // A library that is there, but another one.
    #expect(throws: StoreError.missingLibrary("libc.so.6")) {
      _ = try ClientLibrary(names: ["libc.so.6"])
    }
  }

  @Test func nobodyListens() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let address = "postgresql://u@/db?host=\(folder)&port=1"
    let error = #expect(throws: StoreError.self) { _ = try PostgreSQLStore(address: address) }
    guard case .unavailable(let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("No such file or directory"), "\(message)")
    #expect(!message.contains("\n"))
  }
}

@Suite(.enabled(if: Server.isThere)) struct OpeningTests {
  @Test func aStoreIsMadeOnceAndFoundAgain() throws {
    let scratch = try Scratch()
    #expect(throws: StoreError.unavailable("no store in the schema \(quoted(scratch.schema))")) {
      _ = try scratch.store(mustExist: true)
    }
    let version = try importing(100, into: try scratch.store())
    #expect(try scratch.store(mustExist: true).snapshot().registry("简单") == version)
    let format = try PostgreSQLStore.format(address: scratch.address, schema: scratch.schema)
    #expect(format == StoreFormat(found: 1, known: 1))
    let status = try scratch.store().status()
    #expect(status.engine.hasPrefix("PostgreSQL ") && status.rowCount == 100)
    #expect((status.byteCount ?? 0) > 8_192)
  }

  @Test func severalProgramsMayMakeItAtOnce() throws {
    let scratch = try Scratch()
    let openings = (0..<6).map { _ in Background { _ = try scratch.store() } }
    for opening in openings { try opening.value }
    #expect(try scratch.psql("SELECT version FROM store_format") == "1")
  }

  @Test func schemasOfOthersAndOfTheFuture() throws {
    let scratch = try Scratch()
    try scratch.psql(
      "CREATE SCHEMA \(quoted(scratch.schema)); CREATE TABLE theirs (x int)")
    let foreign = "the schema \(quoted(scratch.schema)) belongs to another program"
    #expect(throws: StoreError.unavailable(foreign)) { _ = try scratch.store() }
    #expect(
      try scratch.psql(
        "SELECT count(*) FROM pg_class WHERE relname = 'store_format' AND relnamespace = \(literal(quoted(scratch.schema)))::regnamespace"
      ) == "0")
    try scratch.psql("DROP TABLE theirs")
    _ = try scratch.store()
    try scratch.psql("UPDATE store_format SET version = 99")
    #expect(throws: StoreError.newerFormat(found: 99, known: 1)) { _ = try scratch.store() }
  }

  @Test func databasesInAnotherEncoding() throws {
    let scratch = try Scratch()
    let administrator = scratch.address.replacing("yijian@", with: "postgres@")
    let name = "ascii_\(Server.next())"
    try scratch.psql("COMMIT", address: administrator)
    _ = try output(
      "psql",
      [
        "-X", "-q", administrator, "-c",
        "CREATE DATABASE \(name) OWNER yijian ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0",
      ])
    defer { _ = try? output("psql", ["-X", "-q", administrator, "-c", "DROP DATABASE \(name)"]) }
    let error = #expect(throws: StoreError.self) {
      _ = try PostgreSQLStore(address: scratch.address.replacing("/yijian?", with: "/\(name)?"))
    }
    guard case .unavailable(let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("SQL_ASCII, not UTF8"))
  }

  /// Sessions that ended while nobody used them are replaced.
  @Test func idleSessionsThatWereEnded() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try importing(10, into: store)
    #expect(try scratch.terminate() > 0)
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try store.append([1], kind: "k", to: "s", expectedVersion: 0).version == 1)
    #expect(try countRows(store.snapshot()) == 10)
  }
}
