package import Engine
package import Quantities
package import Store

/// What is imported, and how it is to be read.
package struct ImportRequest {
  /// The registry's shape.
  package let schema: RegistrySchema
  /// What the columns of the fields are called in the file, in NFC; the fields' own names where the
  /// script says nothing else.
  package var titles: [String]
  /// For each field of the schema the value of empty cells, if it has one.
  package var defaults: [FieldDefault?] = []
  package var options = ReadingOptions()
  package var mode = ImportMode.refuseAll
  /// The day that the rows show.
  package var asAt: CivilDate?
  /// How many problems are kept; the others are counted.
  package var problemLimit = 100
  /// Is told, once all rows have been read and before any is stored, what the columns hold.
  package var examined: (DataQuality) -> Void = { _ in }
  /// Is told after every few thousand rows.
  package var progress: (ImportProgress) -> Void = { _ in }

  package init(_ schema: RegistrySchema) {
    self.schema = schema
    titles = schema.fields.map(\.name)
  }
}

/// Imports a data file as the newest version of a registry, in one transaction: all of it, or, with
/// rejects, its good rows, or nothing.
///
/// - Parameter meter: is charged a step for each row, and asked whether to go on.
package func importRegistry(
  _ file: DataFile, _ request: ImportRequest, into store: any Store, meter: Meter = Meter()
) throws(ImportError) -> ImportReport {
  let importer = RegistryImporter(
    file: file, request: request, store: store, meter: meter,
    hashed: try HashedSource(file.source))
  return try importer.run()
}

private struct RegistryImporter {
  let file: DataFile
  let request: ImportRequest
  let store: any Store
  let meter: Meter
  let hashed: HashedSource

  /// Bytes of a workbook that are held in memory because they cannot be read from anywhere.
  private static let mostInMemory = 1 << 30

  func run() throws(ImportError) -> ImportReport {
    let peeked = PeekedSource(hashed.next)
    let options = request.options
    switch try reading({ () throws(FileFailure) in try format(peeked) }) {
    case .csv:
      let text = try reading { () throws(FileFailure) in
        try TextSource(peeked.next, encoding: options.encoding)
      }
      return try transfer(CSVRows(text)) {
        FileReading(format: .csv, encoding: text.encoding ?? .utf8)
      }
    case .jsonLines:
      let text = try reading { () throws(FileFailure) in
        try TextSource(peeked.next, encoding: options.encoding)
      }
      return try transfer(JSONLineRows(text, names: request.titles)) {
        FileReading(format: .jsonLines, encoding: text.encoding ?? .utf8)
      }
    case .xlsx:
      let (rows, name) = try reading { () throws(FileFailure) in
        let workbook = try Workbook(try access(peeked))
        let sheet = try workbook.sheet(options.sheet)
        return (try workbook.rows(of: sheet), sheet.name)
      }
      return try transfer(rows) { FileReading(format: .xlsx, sheet: name) }
    }
  }

  private func reading<Result>(
    _ body: () throws(FileFailure) -> Result
  ) throws(ImportError) -> Result {
    do { return try body() } catch { throw .file(error) }
  }

  private func format(_ peeked: PeekedSource) throws(FileFailure) -> FileFormat {
    let format: FileFormat
    if let said = request.options.format { format = said } else { format = try found(peeked) }
    if format == .xlsx, request.options.encoding != nil { throw .noEncoding }
    if format != .xlsx, request.options.sheet != nil { throw .noSheets }
    return format
  }

  private func found(_ peeked: PeekedSource) throws(FileFailure) -> FileFormat {
    let start: ArraySlice<UInt8>
    do { start = try peeked.peek(FileFormat.bytesToDetect) } catch { throw .unreadable(error) }
    return try FileFormat.detecting(start, name: file.name)
  }

  /// The file's bytes by their place; they have all been hashed then.
  private func access(_ peeked: PeekedSource) throws(FileFailure) -> RandomAccess {
    do throws(ReadFailure) {
      if let access = file.access {
        while try peeked.next() != nil {}
        return access
      }
      guard let access = try RandomAccess(peeked.next, limit: Self.mostInMemory) else {
        throw ReadFailure(
          "more than \(Self.mostInMemory) bytes of a workbook that cannot be seeked")
      }
      return access
    } catch { throw .unreadable(error) }
  }

  private func transfer(
    _ rows: some RowSource, _ fileReading: () -> FileReading
  ) throws(ImportError) -> ImportReport {
    var source = rows
    let schema = request.schema
    let found = try findHeader(&source, fileReading)
    let header = found.header
    source.setWidth(header.names.count)
    func taken() -> FileReading {
      var reading = fileReading()
      if found.hasRowsAbove || found.hasTwoRows { reading.headerLine = found.line }
      return reading
    }
    let target: any RegistryImport
    do { target = try store.beginImport(schema) } catch { throw .store(error) }
    do throws(ImportError) {
      var defaults = request.defaults
      defaults += Array(repeating: nil, count: max(0, schema.fields.count - defaults.count))
      var rows = RowTransfer(
        RowDecoder(schema, header, defaults: defaults), target,
        try Rejects(request.mode, header: source, found),
        problemLimit: request.problemLimit)
      while try next(&source) {
        rows.take(source)
        if rows.isBatchFull {
          try rows.flush(meter)
          request.progress(
            ImportProgress(rows: rows.rowsRead, bytes: source.position ?? hashed.byteCount))
        }
      }
      try rows.flush(meter)
      let quality = rows.quality
      request.examined(quality)
      try rows.refuse(source.mergedCells(below: found.line, columns: Set(header.columns))) {
        column in
        header.columns.firstIndex(of: column - 1).map { schema.fields[$0].name }
      }
      try rows.finishRejects()
      try rows.refuseIfNeeded()
      var problems = rows.problems
      problems.reading = taken()
      let digest = try hashed.finish()
      let origin = ImportOrigin(
        name: taken().origin(file.name), fileDigest: digest, asAt: request.asAt)
      return ImportReport(
        version: try commit(target, origin), reading: taken(), fileDigest: digest,
        rowsRead: rows.rowsRead,
        rowsRejected: problems.rows, problems: problems, quality: quality,
        unusedColumns: header.unused + source.unusedColumns)
    } catch {
      target.cancel()
      guard case .rows(var problems) = error else { throw error }
      problems.reading = taken()
      throw .rows(problems)
    }
  }

  private func findHeader(
    _ source: inout some RowSource, _ taken: () -> FileReading
  ) throws(ImportError) -> HeaderSearch.Found {
    if !source.hasHeader { return HeaderSearch.Found(titles: request.titles) }
    var search = HeaderSearch(titles: request.titles)
    while !search.isOver, try next(&source) {
      if let found = search.take(source) { return found }
    }
    var failure = search.problem
    let merged: [String]
    do { merged = try source.mergedRanges(touching: failure.line) } catch { throw .file(error) }
    if !merged.isEmpty { failure.problems.append(.mergedCells(merged)) }
    // Of a text file it may not be known yet.
    if !source.hasFixedWidth { failure.reading = taken() }
    throw .header(failure)
  }

  private func next(_ source: inout some RowSource) throws(ImportError) -> Bool {
    do { return try source.next() } catch { throw .file(error) }
  }

  private func commit(
    _ target: any RegistryImport, _ origin: ImportOrigin
  ) throws(ImportError) -> RegistryVersion {
    do { return try target.commit(origin) } catch { throw .store(error) }
  }
}
