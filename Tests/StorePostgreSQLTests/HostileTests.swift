import Engine
import Store
import Testing

@testable import StorePostgreSQL

/// Names of schemas that look like SQL; all other names and values are `StoreConformance`'s.
@Suite(.enabled(if: Server.isThere)) struct HostileTests {
  @Test(arguments: [
    "'; --", "\"", "x\"; DROP SCHEMA public; --", "\"\u{301}; DROP SCHEMA public; --", "\\", "$1",
    "a.b", "select", "\n", "\u{202E}名", "'\u{301}", "%_", "é", "e\u{301}",
  ]) func namesOfSchemas(_ name: String) throws {
    let scratch = try Scratch(schema: Server.newSchema(name))
    let version = try importing(10, into: try scratch.store())
    let store = try scratch.store(mustExist: true)
    #expect(try store.snapshot().registry("简单") == version)
    #expect(try countRows(store.snapshot()) == 10)
    #expect(try store.append([1], kind: "k", to: "s", expectedVersion: 0).version == 1)
    #expect(try importing(20, into: store).version == 2)
    #expect(try store.verify(Meter()) == [])
    #expect(try scratch.psql("SELECT count(*) FROM pg_namespace WHERE nspname = 'public'") == "1")
  }

  @Test(arguments: ["", "a\0b", String(repeating: "名", count: 22)]) func noNames(_ name: String)
    throws
  {
    let scratch = try Scratch(schema: name)
    let error = #expect(throws: StoreError.self) { _ = try scratch.store() }
    guard case .unavailable(let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("63 bytes"), "\(message)")
  }
}
