import Engine
import Store

/// Carries rows from records to the store, batch by batch, and keeps what is wrong with them.
struct RowTransfer {
  /// A record of the batch.
  private struct Record {
    var line: Int
    var row: RejectedRow
    var isGood: Bool
  }

  private static let batchRows = 4_096
  /// So that a column that is wrong throughout does not hide the others.
  private static let keptOfColumn = 10
  private static let batchBytes = 4 << 20

  private var decoder: RowDecoder
  private let target: any RegistryImport
  private var rejects: Rejects
  private let problemLimit: Int
  private var records: [Record] = []
  private var found: [RowProblem] = []
  private var bytes = 0

  /// Problems that were kept of each column; rows as a whole are column 0.
  private var kept: [Int: Int] = [:]

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

  /// What the columns hold, as far as rows were handed over.
  var quality: DataQuality { decoder.survey.quality(rows: rowsRead) }

  /// Takes the row that the source has read.
  mutating func take(_ source: some RowSource) {
    let wrong = decoder.decode(source)
    found += wrong
    records.append(
      Record(line: source.line, row: rejects.record(source), isGood: wrong.isEmpty))
    rowsRead += 1
    bytes += source.raw?.count ?? source.scratch.count
  }

  /// Hands the batch to the store.
  mutating func flush(_ meter: Meter) throws(ImportError) {
    do { try meter.spend(steps: records.count) } catch { throw .limit(error) }
    let batch = decoder.takeBatch()
    let good = records.indices.filter { records[$0].isGood }
    let duplicates: [Int]
    do { duplicates = try target.append(batch) } catch { throw .store(error) }
    for row in duplicates {
      let problem = decoder.duplicate(batch, row: row, line: records[good[row]].line)
      decoder.addDuplicate(problem)
      found.append(problem)
      records[good[row]].isGood = false
    }
    for record in records where !record.isGood {
      problems.rows += 1
      try rejects.write(record.row)
    }
    keep(found)
    records.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Ends the import if its rows have problems that must not pass.
  func refuseIfNeeded() throws(ImportError) {
    if problems.rows == 0 || (rejects.isOpen && problems.rows < rowsRead) { return }
    throw .rows(problems)
  }

  /// Ends the import if cells of the file are merged: the rows that they reach into lack values that
  /// somebody sees there, so no row can be trusted.
  mutating func refuse(_ merged: [MergedCells], _ field: (Int) -> String?) throws(ImportError) {
    if merged.isEmpty { return }
    keep(
      merged.map {
        RowProblem(
          line: $0.row, column: $0.column, field: field($0.column), value: $0.name,
          reason: .mergedCells($0.name))
      })
    problems.rows += merged.count
    throw .rows(problems)
  }

  /// To be called after the last row.
  mutating func finishRejects() throws(ImportError) { try rejects.finish() }

  private mutating func keep(_ found: [RowProblem]) {
    problems.count += found.count
    guard problems.first.count < problemLimit, !found.isEmpty else { return }
    for problem in found.sorted(by: { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) })
    where problems.first.count < problemLimit {
      let column = problem.column ?? 0
      guard kept[column, default: 0] < Self.keptOfColumn else { continue }
      kept[column, default: 0] += 1
      problems.first.append(problem)
    }
  }
}
