extension Condition {
  /// The answer for one row, by the same code as for many. Without columns any row will do.
  package func value(at row: Int = 0) throws(Fault) -> Bool {
    var scratch = Scratch(capacity: 1)
    var mask = scratch.takeMask()
    evaluate(row..<row + 1, into: &mask, &scratch)
    try scratch.check(row)
    return mask[0] != 0
  }

  /// The rows of a table that satisfy the condition, ascending.
  package func filter(rowCount: Int, meter: Meter) throws(EvaluationStop) -> [Int32] {
    let ready = prepared(rowCount: rowCount)
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> [Int32] in
      var kept: [Int32] = []
      var found = Array(repeating: Int32(0), count: Scratch.chunkSize)
      var mask = scratch.takeMask()
      try inChunks(rows, &scratch, buffer: &mask) {
        ready.evaluate($0, into: &$1, &$2)
      } _: { chunk, mask in
        let hits = positions(mask, chunk, into: &found)
        if hits > 0 { kept.append(contentsOf: found[0..<hits]) }
      }
      return kept
    }
    let rows = joined(parts)
    try meter.hold(bytes: rows.count * 4)
    return rows
  }

  /// How many rows of a table satisfy the condition.
  package func count(rowCount: Int, meter: Meter) throws(EvaluationStop) -> Int {
    let ready = prepared(rowCount: rowCount)
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> Int in
      var total = 0
      var mask = scratch.takeMask()
      try inChunks(rows, &scratch, buffer: &mask) {
        ready.evaluate($0, into: &$1, &$2)
      } _: {
        total += population($1, $0.count)
      }
      return total
    }
    return parts.reduce(0, +)
  }

  /// A byte for each row of a table: 1 where the row satisfies the condition, else 0.
  package func mask(rowCount: Int, meter: Meter) throws(EvaluationStop) -> [UInt8] {
    let ready = prepared(rowCount: rowCount)
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> [UInt8] in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(rows.count)
      var mask = scratch.takeMask()
      try inChunks(rows, &scratch, buffer: &mask) {
        ready.evaluate($0, into: &$1, &$2)
      } _: {
        bytes.append(contentsOf: $1[0..<$0.count])
      }
      return bytes
    }
    let bytes = joined(parts)
    try meter.hold(bytes: bytes.count)
    return bytes
  }

  /// The answers as a column of 0 and 1; rows outside `known` have no value and are not evaluated.
  package func column(
    rowCount: Int, where known: Condition = .constant(true), meter: Meter
  ) throws(EvaluationStop) -> IntegerColumn {
    let mask = try known.knownMask(rowCount: rowCount, meter: meter)
    let guarded =
      mask.map { Condition.choose(.known($0), then: self, otherwise: .constant(false)) } ?? self
    let bytes = try guarded.mask(rowCount: rowCount, meter: meter)
    return IntegerColumn(storage: .bytes(bytes.map { Int8($0) }), known: mask)
  }

  /// Where the condition holds as the mask of a column: nil where it holds everywhere.
  func knownMask(rowCount: Int, meter: Meter) throws(EvaluationStop) -> KnownMask? {
    if case .constant(true) = self { return nil }
    return KnownMask.from(try mask(rowCount: rowCount, meter: meter))
  }
}

/// Writes the rows of a chunk whose mask is 1 to the front of `found`; returns how many there are.
private func positions(_ mask: [UInt8], _ chunk: Range<Int>, into found: inout [Int32]) -> Int {
  var output = found.mutableSpan
  let bytes = mask.span
  precondition(chunk.count <= output.count && chunk.count <= bytes.count)
  var count = 0
  for index in 0..<chunk.count {
    output[count] = Int32(truncatingIfNeeded: chunk.lowerBound &+ index)
    count &+= Int(bytes[index])
  }
  return count
}

extension Scratch {
  /// Throws what the evaluation of a single row reported.
  func check(_ row: Int) throws(Fault) {
    if let fault { throw Fault(kind: fault.kind, site: fault.site, row: row) }
  }
}
