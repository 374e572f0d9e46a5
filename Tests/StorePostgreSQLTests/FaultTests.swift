import Engine
import Foundation
import Store
import Testing

@testable import StorePostgreSQL

private func isInterrupted(_ error: any Error) -> Bool {
  if case StoreError.interrupted = error { true } else { false }
}

/// Connections that break, on the server of all tests.
@Suite(.enabled(if: Server.isThere)) struct FaultTests {
  /// A registry whose rows are more than any buffer between server and program holds.
  private func large(_ scratch: Scratch) throws -> PostgreSQLStore {
    let store = try scratch.store()
    try importing(1, into: store)
    try scratch.psql(
      """
      INSERT INTO rows_1
        SELECT 'x' || repeat(lpad(i::text, 6, '0'), 10), i FROM generate_series(1, 300000) i
      """)
    return store
  }

  @Test func aSessionThatEndsInMidScan() throws {
    let scratch = try Scratch()
    let store = try large(scratch)
    let snapshot = try store.snapshot()
    var batches = 0
    let error = #expect(throws: StoreError.self) {
      try snapshot.scan("简单", fields: [0], batchSize: 1_000) { (_: Table) throws(StoreError) in
        batches += 1
        if batches == 2 { _ = try? scratch.terminate(where: "query LIKE 'COPY%'") }
        return true
      }
    }
    #expect(error.map(isInterrupted) == true && batches < 300, "\(String(describing: error))")
    // The snapshot ended with its session: it says so, and does not show newer rows instead.
    let later = #expect(throws: StoreError.self) { _ = try snapshot.events(in: "s") }
    #expect(later.map(isInterrupted) == true)
    // The store goes on.
    #expect(try countRows(store.snapshot()) == 300_001)
  }

  @Test func aScanThatIsGivenUpLeavesTheSnapshotAsItWas() throws {
    let scratch = try Scratch()
    let snapshot = try large(scratch).snapshot()
    for _ in 0..<3 {
      var rows = 0
      try snapshot.scan("简单", fields: [0], batchSize: 10) { (batch: Table) throws(StoreError) in
        rows += batch.rowCount
        return rows < 30
      }
      #expect(rows == 30)
      #expect(try snapshot.events(in: "s") == [])
    }
    #expect(
      try scratch.psql(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = '\(scratch.program)' AND state = 'active'"
      ) == "1")
  }

  /// All rows are sent, and only the record of the version is missing.
  @Test func aSessionThatEndsInMidImport() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try importing(10, into: store)
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).registry_versions IN SHARE MODE")
    let commit = Background { try importing(5_000, into: store) }
    try scratch.waits(for: "wait_event_type = 'Lock' AND query LIKE 'INSERT%'")
    try scratch.terminate(where: "wait_event_type = 'Lock'")
    let error = #expect(throws: StoreError.self) { _ = try commit.value }
    #expect(error.map(isInterrupted) == true, "\(String(describing: error))")
    try other.run("ROLLBACK")
    #expect(try store.snapshot().registry("简单")?.version == 1)
    #expect(try countRows(store.snapshot()) == 10)
    #expect(try importing(20, into: store).version == 2)
    #expect(
      try scratch.psql(
        "SELECT count(*) FROM pg_class WHERE relname LIKE 'rows%' AND relkind = 'r' AND relnamespace = \(literal(quoted(scratch.schema)))::regnamespace"
      ) == "1")
  }

  /// The server ends the session in the commit itself, and undoes the transaction.
  @Test func aCommitThatFailsAtItsEnd() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try scratch.psql(
      """
      CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NEW;
      END $$;
      CREATE CONSTRAINT TRIGGER leave AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION leave();
      """)
    let error = #expect(throws: StoreError.self) {
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    }
    #expect(error.map(isInterrupted) == true, "\(String(describing: error))")
    #expect(try store.snapshot().events(in: "s") == [])
    try scratch.psql("DROP TRIGGER leave ON events")
    #expect(try store.append([2], kind: "k", to: "s", expectedVersion: 0).version == 1)
  }
}

/// Servers that stop, each the test's own.
@Suite(.enabled(if: Server.isThere)) struct ServerFaultTests {
  @Test(arguments: [false, true]) func aServerThatStartsAgainInMidImport(_ crashes: Bool) throws {
    let server = try OwnServer()
    let scratch = try Scratch(server.address)
    let store = try scratch.store()
    try importing(10, into: store)
    _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    let snapshot = try store.snapshot()
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).registry_versions IN SHARE MODE")
    let commit = Background { try importing(5_000, into: store) }
    try scratch.waits(for: "wait_event_type = 'Lock' AND query LIKE 'INSERT%'")
    if crashes {
      let victim = try scratch.psql(
        "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT%'")
      try server.crash(pid_t(victim) ?? 0)
    } else {
      try server.restart()
    }
    let error = #expect(throws: StoreError.self) { _ = try commit.value }
    #expect(error.map(isInterrupted) == true, "\(String(describing: error))")
    // A snapshot does not outlive the server, and what was acknowledged does.
    let gone = #expect(throws: StoreError.self) { _ = try countRows(snapshot) }
    #expect(gone.map(isInterrupted) == true, "\(String(describing: gone))")
    #expect(try countRows(store.snapshot()) == 10)
    #expect(try store.snapshot().events(in: "s").map(\.payload) == [[1]])
    #expect(try store.verify(Meter()) == [])
    #expect(try importing(20, into: store).version == 2)
  }

  @Test func aServerThatStartsAgainInMidScan() throws {
    let server = try OwnServer()
    let scratch = try Scratch(server.address)
    let store = try scratch.store()
    try importing(1, into: store)
    try scratch.psql(
      """
      INSERT INTO rows_1
        SELECT 'x' || repeat(lpad(i::text, 6, '0'), 10), i FROM generate_series(1, 300000) i
      """)
    var batches = 0
    let error = #expect(throws: StoreError.self) {
      try store.snapshot().scan("简单", fields: [0], batchSize: 1_000) {
        (_: Table) throws(StoreError) in
        batches += 1
        if batches == 2 { do { try server.restart() } catch { throw .corrupt("\(error)") } }
        return true
      }
    }
    #expect(error.map(isInterrupted) == true && batches < 300, "\(String(describing: error))")
    #expect(try countRows(store.snapshot()) == 300_001)
  }

  /// A server that waits for a copy of its log commits, and its answer is lost: the store finds out
  /// that the event is there, and does not say that it failed.
  @Test func aCommitWhoseAnswerIsLost() throws {
    let server = try OwnServer()
    let scratch = try Scratch(server.address)
    let store = try scratch.store()
    try server.set("synchronous_standby_names = 'nobody'")
    let append = Background { try store.append([7], kind: "k", to: "s", expectedVersion: 0) }
    try scratch.waits(for: "wait_event = 'SyncRep'")
    try scratch.terminate(where: "wait_event = 'SyncRep'")
    #expect(try append.value.version == 1)
    try server.set("synchronous_standby_names = ''")
    #expect(try store.snapshot().events(in: "s").map(\.payload) == [[7]])
  }

  @Test func passwords() throws {
    let server = try OwnServer()
    let secret = "Geheim-geheim-7"
    let role =
      "CREATE ROLE locked LOGIN PASSWORD '\(secret)'; GRANT CREATE ON DATABASE yijian TO locked"
    _ = try output("psql", ["-X", "-q", server.administrator, "-c", role])
    try server.wantPassword("locked")
    let file = server.folder + "/pass"
    let address =
      server.address.replacing("yijian@", with: "locked@") + "&passfile=\(file)"
    for (written, reason) in [(nil, "no password supplied"), ("falsch", "authentication failed")] {
      if let written {
        try "*:*:*:*:\(written)\n".write(toFile: file, atomically: true, encoding: .utf8)
      }
      _ = unsafe chmod(file, 0o600)
      let error = #expect(throws: StoreError.self) { _ = try PostgreSQLStore(address: address) }
      guard case .unavailable(let message)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(message.contains(reason) && !message.contains(written ?? secret), "\(message)")
    }
    try "*:*:*:*:\(secret)\n".write(toFile: file, atomically: true, encoding: .utf8)
    _ = unsafe chmod(file, 0o600)
    #expect(try PostgreSQLStore(address: address).snapshot().registries() == [])
    let error = #expect(throws: StoreError.self) {
      _ = try PostgreSQLStore(
        address: address.replacing("locked@", with: "locked:\(secret)@"))
    }
    #expect(error == .passwordInAddress)
  }
}
