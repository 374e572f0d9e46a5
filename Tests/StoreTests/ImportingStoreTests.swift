import Engine
import Store
import StoreConformance
import Testing

private let schema = RegistrySchema(
  name: "r", key: 0,
  fields: [
    FieldSchema(name: "k", kind: .text, isOptional: false),
    FieldSchema(name: "n", kind: .integer, isOptional: true),
  ])

@Suite struct ImportingStoreTests {
  /// It is a store like any other.
  @Test(arguments: ConformanceCheck.all) func conforms(_ check: ConformanceCheck) throws {
    try check.run { ImportingStore(MemoryStore(), ImportingStore.Manner()) }
  }

  private func importing(
    _ keys: [String], into store: any Store
  ) throws -> RegistryVersion {
    var rows = TableBuilder(schema.fields.map(\.kind))
    for key in keys {
      _ = rows.append(utf8: key.utf8.span, to: 0)
      rows.appendMissing(to: 1)
      rows.endRow()
    }
    let target = try store.beginImport(schema)
    _ = try target.append(rows.finish())
    return try target.commit(ImportOrigin(name: "file", fileDigest: nil))
  }

  @Test func importsAreMergedTriedAndSigned() throws {
    let memory = MemoryStore()
    _ = try importing(["a", "b"], into: memory)
    var manner = ImportingStore.Manner()
    manner.isDryRun = true
    manner.differenceLimit = 10
    for (mode, rowCount) in [(RegistryImportMode.replace, 2), (.merge, 3)] {
      manner.mode = mode
      let store = ImportingStore(memory, manner)
      let version = try importing(["b", "c"], into: store)
      #expect(version.version == 2 && version.rowCount == rowCount && version.digest == "")
      #expect(store.difference?.added == 1 && store.difference?.unchanged == 1)
      #expect(store.difference?.removed == (mode == .merge ? 0 : 1))
      #expect(try memory.snapshot().registry("r")?.version == 1)
    }
    manner.isDryRun = false
    manner.importedBy = "王芳"
    manner.importedAt = "2026-03-01T08:30:00Z"
    let version = try importing(["b", "c"], into: ImportingStore(memory, manner))
    #expect(try memory.snapshot().registry("r") == version)
    #expect(version.rowCount == 3 && version.origin.importedBy == "王芳")
    #expect(version.origin.importedAt == "2026-03-01T08:30:00Z")
  }
}
