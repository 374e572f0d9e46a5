package import Engine
package import Quantities
package import Store

/// Imports a CSV file as the newest version of a registry, in one transaction: all of it, or, with
/// rejects, its good rows, or nothing.
///
/// - Parameters:
///   - source: the file's bytes, part by part.
///   - name: the file's name without folders.
///   - asAt: the day that the rows show.
///   - defaults: for each field of the schema the value of empty cells, if it has one.
///   - problemLimit: how many problems are kept; the others are counted.
///   - meter: is charged a step for each row, and asked whether to go on.
///   - progress: is told after every few thousand rows.
package func importCSV(
  _ source: @escaping ByteSource, name: String, schema: RegistrySchema,
  asAt: CivilDate? = nil, defaults: [FieldDefault?] = [], into store: any Store,
  mode: ImportMode = .refuseAll,
  problemLimit: Int = 100, meter: Meter = Meter(),
  progress: @escaping (ImportProgress) -> Void = { _ in }
) throws(ImportError) -> ImportReport {
  let hashed = try HashedSource(source)
  var reader = CSVReader(hashed.next)
  let header = try readHeader(&reader, schema)
  let target: any RegistryImport
  do { target = try store.beginImport(schema) } catch { throw .store(error) }
  do throws(ImportError) {
    var defaults = defaults
    defaults += Array(repeating: nil, count: max(0, schema.fields.count - defaults.count))
    var rows = RowTransfer(
      RowDecoder(schema, header, defaults: defaults), target, Rejects(mode, header: reader),
      problemLimit: problemLimit)
    while try readRecord(&reader) {
      try rows.take(reader)
      if rows.isBatchFull {
        try rows.flush(meter)
        progress(ImportProgress(rows: rows.rowsRead, bytes: hashed.byteCount))
      }
    }
    try rows.flush(meter)
    try rows.refuseIfNeeded()
    let origin = ImportOrigin(name: name, fileDigest: try hashed.finish(), asAt: asAt)
    return ImportReport(
      version: try commit(target, origin), rowsRead: rows.rowsRead,
      rowsRejected: rows.problems.rows, problems: rows.problems, unusedColumns: header.unused)
  } catch {
    target.cancel()
    throw error
  }
}

private func readHeader(
  _ reader: inout CSVReader, _ schema: RegistrySchema
) throws(ImportError) -> Header {
  guard try readRecord(&reader) else { throw .header([.emptyFile], found: []) }
  do { return try Header(reader, schema) } catch {
    throw .header(error.problems, found: error.found)
  }
}

private func readRecord(_ reader: inout CSVReader) throws(ImportError) -> Bool {
  do { return try reader.next() } catch { throw .file(error) }
}

private func commit(
  _ target: any RegistryImport, _ origin: ImportOrigin
) throws(ImportError) -> RegistryVersion {
  do { return try target.commit(origin) } catch { throw .store(error) }
}
