import Engine
import Foundation
import Store
import Synchronization
import Testing

@testable import StorePostgreSQL

@Suite(.enabled(if: Server.isThere)) struct WaitingTests {
  @Test func aLockThatIsHeldTooLong() throws {
    let scratch = try Scratch()
    let store = try scratch.store(lockTimeout: 0.2)
    try importing(10, into: store)
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).events IN EXCLUSIVE MODE")
    #expect(throws: StoreError.busy("canceling statement due to lock timeout")) {
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    }
    // Readers do not wait.
    #expect(try store.snapshot().events(in: "s") == [])
    try other.run(
      """
      ROLLBACK; BEGIN;
      SELECT pg_advisory_xact_lock(hashtext(\(literal(quoted(scratch.schema)))), hashtext('简单'))
      """)
    #expect(throws: StoreError.busy("canceling statement due to lock timeout")) {
      try importing(20, into: store)
    }
    // Another registry's import does not wait.
    let elsewhere = RegistrySchema(name: "别的", key: 0, fields: simple.fields)
    #expect(try importing(5, elsewhere, into: store).version == 1)
    try other.run("ROLLBACK")
    #expect(try importing(20, into: store).version == 2)
  }

  @Test func aStatementThatTakesTooLong() throws {
    let scratch = try Scratch()
    let store = try scratch.store(statementTimeout: 0.2)
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).events")
    let snapshot = try store.snapshot()
    #expect(throws: StoreError.busy("canceling statement due to statement timeout")) {
      _ = try snapshot.events(in: "s")
    }
    try other.run("ROLLBACK")
    // The snapshot is still good.
    #expect(try snapshot.events(in: "s") == [])
  }

  /// What the address says about time limits has precedence.
  @Test func timeoutsOfTheAddress() throws {
    let scratch = try Scratch()
    let store = try PostgreSQLStore(
      address: scratch.address + "&options=-c%20lock_timeout%3D150", schema: scratch.schema,
      lockTimeout: 60)
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).events IN EXCLUSIVE MODE")
    let start = ContinuousClock.now
    #expect(throws: StoreError.busy("canceling statement due to lock timeout")) {
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    }
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func aUserWhoGivesUp() throws {
    let scratch = try Scratch()
    let isOver = Atomic<Bool>(false)
    let store = try scratch.store(interruption: {
      isOver.load(ordering: .relaxed) ? .cancelled : nil
    })
    let snapshot = try store.snapshot()
    let other = try scratch.session()
    try other.run("BEGIN; LOCK TABLE \(quoted(scratch.schema)).events")
    let reading = Background { try snapshot.events(in: "s") }
    let writing = Background {
      try store.append([1], kind: "k", to: "s", expectedVersion: 0)
    }
    try scratch.waits(for: "wait_event_type = 'Lock' AND query LIKE 'INSERT%'")
    let start = ContinuousClock.now
    isOver.store(true, ordering: .relaxed)
    #expect(throws: StoreError.limit(.cancelled)) { _ = try reading.value }
    #expect(throws: StoreError.limit(.cancelled)) { _ = try writing.value }
    #expect(start.duration(to: .now) < .seconds(10))
    // The server has really stopped: nothing of the program waits any more.
    #expect(
      try scratch.psql(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE application_name = '\(scratch.program)' AND wait_event_type = 'Lock'
        """) == "0")
    isOver.store(false, ordering: .relaxed)
    try other.run("ROLLBACK")
    #expect(try store.append([2], kind: "k", to: "s", expectedVersion: 0).version == 1)
    #expect(try snapshot.events(in: "s") == [])
  }

  /// A transaction that the server refuses twice because of others is tried again.
  @Test(arguments: [(2, true), (99, false)]) func transactionsThatCannotBeSerialised(
    _ refusals: Int, _ succeeds: Bool
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try scratch.psql(
      """
      CREATE SEQUENCE tries;
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval(\(literal(quoted(scratch.schema) + ".tries"))) <= \(refusals) THEN
          RAISE EXCEPTION 'others came in between' USING ERRCODE = '40001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse();
      CREATE TRIGGER refuse BEFORE INSERT ON registry_versions
        FOR EACH ROW EXECUTE FUNCTION refuse();
      """)
    if succeeds {
      #expect(try store.append([1], kind: "k", to: "s", expectedVersion: 0).version == 1)
      try scratch.psql("ALTER SEQUENCE tries RESTART")
      #expect(try importing(10, into: store).version == 1)
      #expect(try scratch.psql("SELECT last_value FROM tries") == "3")
    } else {
      #expect(throws: StoreError.busy("others came in between")) {
        _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
      }
    }
    #expect(try store.snapshot().events(in: "s").count == (succeeds ? 1 : 0))
  }
}
