import Digest
import Engine
import Quantities
import Store

/// Draws the rows with the smallest tickets of each class while they come by.
struct TicketDraw: ~Copyable {
  private let selection: TicketSelection
  private let kinds: [FieldKind]
  private let meter: Meter
  private var tuples = TupleIndex()
  /// The class of each tuple.
  private var classes: [Int] = []
  private var hasher: SHA256Prefix
  private var best: [SmallestTickets]
  /// Bytes that were told to the meter.
  private var charged = 0
  private var tuple: [UInt8] = []
  private var row: [UInt8] = []

  /// - Parameter kinds: of the fields that are wanted of a drawn row.
  init(
    _ selection: TicketSelection, _ kinds: [FieldKind], _ meter: Meter
  ) throws(StoreError) {
    self.selection = selection
    self.kinds = kinds
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

  /// Looks at a row: its key, then the fields that tell its class, then those that are wanted.
  mutating func take(_ query: RawStatement) throws(StoreError) {
    tuple.removeAll(keepingCapacity: true)
    let fieldCount = CInt(selection.fields.count)
    for column in 0..<fieldCount where !query.appendCell(column + 1, to: &tuple) {
      throw .corrupt("a value of no kind")
    }
    guard let number = tuples.find(tuple) else { return }
    let index = classes[number]
    // Out of the draw while it is in use: the hasher is changed beside it.
    var row: [UInt8] = []
    swap(&row, &self.row)
    row.removeAll(keepingCapacity: true)
    defer { swap(&row, &self.row) }
    guard query.appendCell(0, to: &row), row.count > CanonicalRow.textOffset else {
      throw .corrupt("a row without a key")
    }
    let ticket = try ticket(of: row)
    guard best[index].admits(ticket) else { return }
    let keyEnd = row.count
    for column in kinds.indices
    where !query.appendCell(fieldCount + 1 + CInt(column), to: &row) {
      throw .corrupt("a value of no kind")
    }
    best[index].add(ticket, row, keyEnd: keyEnd)
    if best[index].byteCount > charged {
      do { try meter.spend(bytes: best[index].byteCount - charged) } catch { throw .limit(error) }
      charged = best[index].byteCount
    }
  }

  /// - Parameter key: the cell of a key in canonical form.
  private mutating func ticket(of key: [UInt8]) throws(StoreError) -> SHA256Digest {
    do {
      return try hasher.digest(of: key.span.extracting(CanonicalRow.textOffset..<key.count))
    } catch { throw .noDigest }
  }

  consuming func finish() throws(StoreError) -> SelectedRows {
    var drawn: [(class: Int, row: SmallestTickets.Row)] = []
    for index in best.indices {
      best[index].cut()
      drawn += best[index].rows.map { (index, $0) }
    }
    drawn.sort { $0.row.precedes($1.row) }
    var table = TableBuilder(kinds)
    for one in drawn {
      let wanted = one.row.bytes.span.extracting(one.row.keyEnd..<one.row.bytes.count)
      guard table.append(canonicalRow: wanted) else { throw .corrupt("a row that was drawn") }
    }
    return SelectedRows(
      rows: table.finish(), tickets: drawn.map(\.row.ticket.bytes), classes: drawn.map(\.class))
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
