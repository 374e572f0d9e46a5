import Digest
import Engine
import Quantities
import Store

/// Draws the rows with the smallest tickets of each class while they come by.
struct TicketDraw: ~Copyable {
  private let meter: Meter
  private var tuples = TupleIndex()
  /// The class of each tuple.
  private var classes: [Int] = []
  private var hasher: SHA256Prefix
  private var best: [SmallestTickets]
  /// Bytes of rows that are held, and the most that were told to the meter.
  private var held = 0
  private var charged = 0

  init(_ selection: TicketSelection, _ meter: Meter) throws(StoreError) {
    self.meter = meter
    best = selection.classes.map { SmallestTickets($0.count) }
    do { hasher = try SHA256Prefix(selection.root.span) } catch { throw .noDigest }
    for (index, one) in selection.classes.enumerated() {
      for tuple in one.tuples {
        _ = tuples.insert(CanonicalRow.bytes(of: tuple))
        classes.append(index)
      }
    }
  }

  /// Looks at rows.
  mutating func take(_ batch: RowBatch) throws(StoreError) {
    let bytes = batch.bytes.span
    for row in batch.rows {
      guard let number = tuples.find(bytes.extracting(row.keyEnd..<row.tupleEnd)) else { continue }
      let index = classes[number]
      let key = bytes.extracting(row.start + CanonicalRow.textOffset..<row.keyEnd)
      let ticket: SHA256Digest
      do { ticket = try hasher.digest(of: key) } catch { throw .noDigest }
      guard best[index].admits(ticket) else { continue }
      let before = best[index].byteCount
      best[index].add(ticket, batch.bytes[row.start..<row.end], keyEnd: row.keyEnd - row.start)
      held += best[index].byteCount - before
    }
    if held > charged {
      do { try meter.spend(bytes: held - charged) } catch { throw .limit(error) }
      charged = held
    }
  }

  /// The drawn rows.
  ///
  /// - Parameters:
  ///   - kinds: of all columns that the rows have.
  ///   - columns: those that are wanted.
  mutating func finish(
    _ kinds: [FieldKind], _ columns: [Int]
  ) throws(StoreError) -> SelectedRows {
    for index in best.indices { best[index].cut() }
    let best = best
    var drawn = best.indices.flatMap { index in best[index].rows.map { (class: index, row: $0) } }
    drawn.sort { a, b in
      if a.row.ticket != b.row.ticket { return a.row.ticket < b.row.ticket }
      return best[a.class].key(of: a.row).lexicographicallyPrecedes(best[b.class].key(of: b.row))
    }
    var table = TableBuilder(kinds)
    for one in drawn where !best[one.class].append(one.row, to: &table) {
      throw .corrupt("a row that was drawn")
    }
    let whole = table.finish()
    return SelectedRows(
      rows: Table(rowCount: drawn.count, columns: columns.map { whole.columns[$0] }),
      tickets: drawn.map(\.row.ticket.bytes), classes: drawn.map(\.class))
  }
}

extension CanonicalRow {
  fileprivate static func bytes(of tuple: [RowValue?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in tuple {
      switch value {
      case nil: appendAbsent(to: &bytes)
      case .integer(let value): append(value, to: &bytes)
      case .decimal(let value): append(utf8: value.description.utf8.span, to: &bytes)
      case .text(let text): append(utf8: text.utf8.span, to: &bytes)
      }
    }
    return bytes
  }
}
