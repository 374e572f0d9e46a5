import Engine
import Store

/// Carries rows from records to the store, batch by batch, and keeps what is wrong with them.
struct RowTransfer {
  /// A record of the batch.
  private struct Record {
    var line: Int
    /// Where its bytes stand in `raw`; empty where rejects are not kept.
    var raw: Range<Int>
    var isGood: Bool
  }

  private static let batchRows = 4_096
  private static let batchBytes = 4 << 20

  private var decoder: RowDecoder
  private let target: any RegistryImport
  private var rejects: Rejects
  private let problemLimit: Int
  private var records: [Record] = []
  private var raw: [UInt8] = []
  private var found: [RowProblem] = []
  private var bytes = 0

  private(set) var problems = RowProblems()
  private(set) var rowsRead = 0

  init(
    _ decoder: RowDecoder, _ target: any RegistryImport, _ rejects: Rejects, problemLimit: Int
  ) {
    self.decoder = decoder
    self.target = target
    self.rejects = rejects
    self.problemLimit = problemLimit
  }

  var isBatchFull: Bool {
    records.count >= RowTransfer.batchRows || bytes >= RowTransfer.batchBytes
  }

  /// Takes the record that the reader has read.
  mutating func take(_ reader: CSVReader) throws(ImportError) {
    let wrong = decoder.decode(reader)
    found += wrong
    let start = raw.count
    if rejects.isOpen { raw += reader.buffer[reader.raw] }
    records.append(
      Record(line: reader.line, raw: start..<raw.count, isGood: wrong.isEmpty))
    rowsRead += 1
    bytes += reader.raw.count
  }

  /// Hands the batch to the store.
  mutating func flush(_ meter: Meter) throws(ImportError) {
    do { try meter.spend(steps: records.count) } catch { throw .limit(error) }
    let batch = decoder.takeBatch()
    let good = records.indices.filter { records[$0].isGood }
    let duplicates: [Int]
    do { duplicates = try target.append(batch) } catch { throw .store(error) }
    for row in duplicates {
      found.append(decoder.duplicate(batch, row: row, line: records[good[row]].line))
      records[good[row]].isGood = false
    }
    for record in records where !record.isGood {
      problems.rows += 1
      try rejects.write(raw[record.raw])
    }
    keep(found)
    records.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Ends the import if its rows have problems that must not pass.
  func refuseIfNeeded() throws(ImportError) {
    if problems.rows == 0 || (rejects.isOpen && problems.rows < rowsRead) { return }
    throw .rows(problems)
  }

  private mutating func keep(_ found: [RowProblem]) {
    problems.count += found.count
    let room = problemLimit - problems.first.count
    guard room > 0, !found.isEmpty else { return }
    let sorted = found.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
    problems.first += sorted.prefix(room)
  }
}
