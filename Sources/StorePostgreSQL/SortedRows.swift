import Store

/// The rows of an import in ascending order of their keys: from memory, or merged from the runs of a
/// file.
struct SortedRows {
  private let buffer: RowBuffer
  private var position = 0
  private var heads: [RowReader] = []
  private var prefixes: [UInt64] = []
  /// Bytes that all keys of the file begin with.
  private var common = 0

  /// - Parameters:
  ///   - buffer: sorted; without rows if there is a file.
  init(_ buffer: RowBuffer, _ file: RowFile?, key: Int) throws(StoreError) {
    self.buffer = buffer
    guard let file else { return }
    for run in file.runs {
      var head = RowReader(file, run.range, key: key, ahead: 1 << 16)
      if try head.advance() { heads.append(head) }
    }
    common = try commonPrefix(file, key)
    prefixes = heads.map { $0.prefix(skipping: common) }
  }

  /// In a sorted run all keys begin with what its first and last key share; the last 64 rows are read.
  private func commonPrefix(_ file: RowFile, _ key: Int) throws(StoreError) -> Int {
    guard let first = heads.first?.key else { return 0 }
    var shared = first[...]
    for (head, run) in zip(heads, file.runs) {
      shared = shared.prefix(zip(shared, head.key).prefix { $0 == $1 }.count)
      let start = run.places.last ?? run.range.lowerBound
      var last = RowReader(file, start..<run.range.upperBound, key: key, ahead: 16_384)
      while try last.advance() {
        shared = shared.prefix(zip(shared, last.key).prefix { $0 == $1 }.count)
      }
    }
    return shared.count
  }

  /// Replaces the row by the next one; false after the last.
  mutating func next(_ row: inout [UInt8]) throws(StoreError) -> Bool {
    row.removeAll(keepingCapacity: true)
    if position < buffer.rows.count {
      row.append(contentsOf: buffer.bytes[buffer.rows[position].range])
      position += 1
      return true
    }
    guard var least = heads.indices.first else { return false }
    for index in heads.indices.dropFirst() where precedes(index, least) { least = index }
    row.append(contentsOf: heads[least].row)
    if try heads[least].advance() {
      prefixes[least] = heads[least].prefix(skipping: common)
    } else {
      heads.remove(at: least)
      prefixes.remove(at: least)
    }
    return true
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    if prefixes[left] != prefixes[right] { return prefixes[left] < prefixes[right] }
    return heads[left].key.lexicographicallyPrecedes(heads[right].key)
  }
}
