import GRDB
import GRDBSQLite
import Store

/// A statement that is stepped without a layer between: values go in and out as bytes.
///
/// Safe: the pointer lives as long as the statement that is held, both are used on the database's own
/// queue only, and bytes are handed on only while SQLite keeps them.
@safe final class RawStatement {
  private let statement: Statement
  private let pointer: SQLiteStatement

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    unsafe pointer = statement.sqliteStatement
  }

  /// True where there is a row.
  func step() throws(StatementFailure) -> Bool {
    let code = unsafe sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Makes the statement ready to run again.
  func reset() { _ = unsafe sqlite3_reset(pointer) }

  private func check(_ code: CInt) throws(StatementFailure) {
    if code != SQLITE_OK { throw failure(code) }
  }

  private func failure(_ code: CInt) -> StatementFailure {
    let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer)))
    return StatementFailure(code: code, message: message)
  }
}

/// What SQLite said.
struct StatementFailure: Error {
  let code: CInt
  let message: String
}

// MARK: - Values in

extension RawStatement {
  /// The destructor that makes SQLite copy the bytes at once.
  private static var copying: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  func bind(_ value: Int64, at index: CInt) throws(StatementFailure) {
    try check(unsafe sqlite3_bind_int64(pointer, index, value))
  }

  func bindNull(at index: CInt) throws(StatementFailure) {
    try check(unsafe sqlite3_bind_null(pointer, index))
  }

  func bind(_ text: String, at index: CInt) throws(StatementFailure) {
    let count = CInt(truncatingIfNeeded: text.utf8.count)
    try check(unsafe sqlite3_bind_text(pointer, index, text, count, RawStatement.copying))
  }

  func bind(blob: [UInt8], at index: CInt) throws(StatementFailure) {
    // A null pointer would bind NULL, and an empty array may have one.
    if blob.isEmpty { return try check(unsafe sqlite3_bind_zeroblob(pointer, index, 0)) }
    let count = CInt(truncatingIfNeeded: blob.count)
    try check(unsafe sqlite3_bind_blob(pointer, index, blob, count, RawStatement.copying))
  }

  /// Runs the statement once with bytes as its only value, which SQLite need not copy.
  func run(blob: Span<UInt8>) throws(StatementFailure) {
    let code = unsafe blob.withUnsafeBytes { bytes in
      let count = CInt(truncatingIfNeeded: bytes.count)
      unsafe sqlite3_bind_blob(pointer, 1, bytes.baseAddress, count, nil)
      return unsafe sqlite3_step(pointer)
    }
    reset()
    if code != SQLITE_DONE { throw failure(code) }
  }

  /// Runs the statement once with the cells of a row in canonical form as its values. False if the
  /// bytes are no row.
  func run(canonicalRow row: Span<UInt8>, fields: Int) throws(StatementFailure) -> Bool {
    let code = unsafe row.withUnsafeBufferPointer { bytes -> CInt? in
      var position = 0
      for index in 1...CInt(fields) {
        switch CanonicalRow.next(in: row, at: &position) {
        case .absent: unsafe sqlite3_bind_null(pointer, index)
        case .integer(let value): unsafe sqlite3_bind_int64(pointer, index, value)
        case .text(let range):
          guard let start = bytes.baseAddress else { return nil }
          let text = unsafe UnsafeRawPointer(start + range.lowerBound)
            .assumingMemoryBound(to: CChar.self)
          unsafe sqlite3_bind_text(
            pointer, index, text, CInt(truncatingIfNeeded: range.count), nil)
        case nil: return nil
        }
      }
      return unsafe sqlite3_step(pointer)
    }
    guard let code else { return false }
    reset()
    if code != SQLITE_DONE { throw failure(code) }
    return true
  }
}

// MARK: - Values out

extension RawStatement {
  func integer(at column: CInt) -> Int64 { unsafe sqlite3_column_int64(pointer, column) }

  func text(at column: CInt) -> String? {
    guard let bytes = bytes(at: column) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A copy of a text's or blob's bytes; nil for NULL.
  func bytes(at column: CInt) -> [UInt8]? {
    if unsafe sqlite3_column_type(pointer, column) == SQLITE_NULL { return nil }
    var copy: [UInt8] = []
    appendBytes(at: column, to: &copy)
    return copy
  }

  func appendBytes(at column: CInt, to buffer: inout [UInt8]) {
    let start = unsafe sqlite3_column_blob(pointer, column)
    let count = Int(unsafe sqlite3_column_bytes(pointer, column))
    unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Adds a value in canonical form (see `CanonicalRow`); false if it is of no kind that a row has.
  func appendCell(_ column: CInt, to bytes: inout [UInt8]) -> Bool {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_NULL: CanonicalRow.appendAbsent(to: &bytes)
    case SQLITE_INTEGER:
      CanonicalRow.append(unsafe sqlite3_column_int64(pointer, column), to: &bytes)
    case SQLITE_TEXT:
      let start = unsafe sqlite3_column_text(pointer, column)
      let count = Int(unsafe sqlite3_column_bytes(pointer, column))
      let text = unsafe UnsafeBufferPointer(start: start, count: count)
      CanonicalRow.append(utf8: unsafe text.span, to: &bytes)
    default: return false
    }
    return true
  }

  /// Adds a value to a column of a table; false if it is not of the column's kind.
  func append(_ column: CInt, to table: inout TableBuilder) -> Bool {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_NULL:
      table.appendMissing(to: Int(column))
      return true
    case SQLITE_INTEGER:
      return table.append(unsafe sqlite3_column_int64(pointer, column), to: Int(column))
    case SQLITE_TEXT:
      let start = unsafe sqlite3_column_text(pointer, column)
      let count = Int(unsafe sqlite3_column_bytes(pointer, column))
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return table.append(utf8: unsafe bytes.span, to: Int(column))
    default: return false
    }
  }
}
