import Store

/// What the server answered to one statement: rows in binary format, or an error. Freed with its
/// owner.
///
/// Safe: rows and columns that are not there read as absent, and bytes are copied.
@safe final class ServerResult {
  enum Kind { case done, rows, copyOut, copyIn, failed }

  private let library: ClientLibrary
  private let pointer: ClientLibrary.Result

  @unsafe init(_ library: ClientLibrary, _ pointer: ClientLibrary.Result) {
    self.library = library
    unsafe self.pointer = unsafe pointer
  }

  deinit { unsafe library.clear(pointer) }

  /// `ExecStatusType`.
  var kind: Kind {
    switch unsafe library.resultStatus(pointer) {
    case 0, 1: .done
    // All rows of a query, or one of them.
    case 2, 9: .rows
    case 3: .copyOut
    case 4: .copyIn
    default: .failed
    }
  }

  /// The error's code by PostgreSQL's appendix "Error Codes", and its text: `PG_DIAG_SQLSTATE` and
  /// `PG_DIAG_MESSAGE_PRIMARY`, with the detail where there is one. Never the context, which may
  /// quote rows.
  var failure: (state: String, message: String) {
    (field(UInt8(ascii: "C")) ?? "", field(UInt8(ascii: "M")) ?? "the server gave no reason")
  }

  private func field(_ code: UInt8) -> String? {
    guard let text = unsafe library.resultErrorField(pointer, CInt(code)) else { return nil }
    return unsafe String(cString: text)
  }

  var rowCount: Int { Int(unsafe library.rowCount(pointer)) }

  /// The bytes of a value; nil for NULL.
  func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
    let (row, column) = (CInt(truncatingIfNeeded: row), CInt(truncatingIfNeeded: column))
    guard unsafe library.isNull(pointer, row, column) == 0,
      let start = unsafe library.value(pointer, row, column)
    else { return nil }
    let count = Int(unsafe library.valueLength(pointer, row, column))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Adds the row's columns from `first` on to a table; false for what is not of the columns' kinds.
  func append(
    row: Int, from first: Int, _ kinds: [WireKind], to table: inout TableBuilder
  ) -> Bool {
    for (column, kind) in kinds.enumerated() {
      let place = CInt(truncatingIfNeeded: first + column)
      let row = CInt(truncatingIfNeeded: row)
      if unsafe library.isNull(pointer, row, place) == 1 {
        table.appendMissing(to: column)
        continue
      }
      guard let start = unsafe library.value(pointer, row, place) else { return false }
      let count = Int(unsafe library.valueLength(pointer, row, place))
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
      guard
        kind.append(unsafe bytes.assumingMemoryBound(to: UInt8.self).span, to: &table, column)
      else { return false }
    }
    table.endRow()
    return true
  }

  func text(_ row: Int, _ column: Int) -> String? {
    bytes(row, column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An integer of two, four or eight bytes, or a truth value.
  func integer(_ row: Int, _ column: Int) -> Int64? {
    guard let bytes = bytes(row, column), let first = bytes.first, bytes.count <= 8 else {
      return nil
    }
    let start: Int64 = first >= 0x80 ? -1 : 0
    return bytes.reduce(start) { $0 << 8 | Int64($1) }
  }
}
