import Engine
import Import
import Quantities
import Store

/// Whatever the bytes are: an import stores every good row and refuses the rest, and ends.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let schema = RegistrySchema(
    name: "r", key: 0,
    fields: [
      FieldSchema(name: "k", kind: .text, isOptional: false),
      FieldSchema(name: "n", kind: .integer, isOptional: true),
      FieldSchema(name: "d", kind: .date, isOptional: true),
      FieldSchema(name: "p", kind: .percent, isOptional: true),
      FieldSchema(name: "e", kind: .enumeration(members: ["A", "B"]), isOptional: true),
    ])
  let store = MemoryStore()
  let file = Array("k,n,d,p,e\n".utf8) + bytes
  if let report = try? importCSV(
    byteSource(file), name: "f", schema: schema, into: store, mode: .rejects(sink: { _ in }))
  {
    precondition(report.version.rowCount + report.rowsRejected == report.rowsRead)
  }
  return 0
}
