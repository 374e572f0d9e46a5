import Engine
package import Import
import Quantities
import Store

/// Whatever the bytes are: an import ends, stores every good row, sets aside the rest, and does not
/// depend on the parts in which the bytes come.
package func fuzzImport(_ bytes: [UInt8], _ options: ReadingOptions) {
  let whole = outcome(DataFile(name: "f", bytes: bytes), options)
  if options.format == .xlsx { return }
  let size = bytes.count % 61 + 1
  var rest = bytes[...]
  let parts = outcome(
    DataFile(
      name: "f",
      source: { () throws(ReadFailure) in
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
      }), options)
  precondition(whole == parts, "the parts make a difference")
}

/// The names of the fields that files are read for.
package let fuzzedFields = ["k", "n", "d", "p", "x", "b", "e"]

private func outcome(_ file: DataFile, _ options: ReadingOptions) -> ImportError? {
  let kinds: [FieldKind] = [
    .text, .integer, .date, .percent, .decimal, .bool, .enumeration(members: ["A", "B"]),
  ]
  let schema = RegistrySchema(
    name: "r", key: 0,
    fields: zip(fuzzedFields, kinds).map { name, kind in
      FieldSchema(name: name, kind: kind, isOptional: name != "k")
    })
  var request = ImportRequest(schema)
  request.options = options
  request.mode = .rejects(as: .asRead) { (_) throws(ReadFailure) in }
  do throws(ImportError) {
    let report = try importRegistry(file, request, into: MemoryStore())
    precondition(report.version.rowCount + report.rowsRejected == report.rowsRead)
    precondition(
      report.quality.columns.allSatisfy { $0.missing + $0.unreadable <= report.rowsRead })
    return nil
  } catch { return error }
}
