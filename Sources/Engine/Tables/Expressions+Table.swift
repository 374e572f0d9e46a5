package import Quantities

extension IntegerExpression {
  /// The value for one row, by the same code as for many. Without columns any row will do.
  package func value(at row: Int = 0) throws(Fault) -> Int64 {
    var scratch = Scratch(capacity: 1)
    var values = scratch.takeIntegers()
    evaluate(row..<row + 1, into: &values, &scratch)
    try scratch.check(row)
    return values[0]
  }

  /// The values for a table; rows outside `known` have none and are not evaluated.
  package func column(
    rowCount: Int, where known: Condition = .constant(true), meter: Meter
  ) throws(EvaluationStop) -> IntegerColumn {
    let mask = try known.knownMask(rowCount: rowCount, meter: meter)
    let whole =
      mask.map { IntegerExpression.choose(.known($0), then: self, otherwise: .constant(0)) } ?? self
    let ready = whole.prepared(rowCount: rowCount)
    if case .column(let column) = ready, mask == nil {
      return IntegerColumn(storage: column.storage, known: nil)
    }
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> IntegerColumn in
      var values: [Int64] = []
      values.reserveCapacity(rows.count)
      var buffer = scratch.takeIntegers()
      try inChunks(rows, &scratch, buffer: &buffer) {
        ready.evaluate($0, into: &$1, &$2)
      } _: {
        values.append(contentsOf: $1[0..<$0.count])
      }
      return IntegerColumn(values)
    }
    var builder = IntegerColumnBuilder()
    for part in parts { builder.append(contentsOf: part) }
    let column = IntegerColumn(storage: builder.finish().storage, known: mask)
    try meter.hold(bytes: column.byteCount)
    return column
  }
}

extension DecimalExpression {
  /// The value for one row, by the same code as for many. Without columns any row will do.
  package func value(at row: Int = 0) throws(Fault) -> Decimal {
    var scratch = Scratch(capacity: 1)
    var values = scratch.takeDecimals()
    evaluate(row..<row + 1, into: &values, &scratch)
    try scratch.check(row)
    return values[0]
  }

  /// The values for a table; rows outside `known` have none and are not evaluated.
  package func column(
    rowCount: Int, where known: Condition = .constant(true), meter: Meter
  ) throws(EvaluationStop) -> DecimalColumn {
    let mask = try known.knownMask(rowCount: rowCount, meter: meter)
    let whole =
      mask.map { DecimalExpression.choose(.known($0), then: self, otherwise: .constant(.zero)) }
      ?? self
    let ready = whole.prepared(rowCount: rowCount)
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> [Decimal] in
      var values: [Decimal] = []
      values.reserveCapacity(rows.count)
      var buffer = scratch.takeDecimals()
      try inChunks(rows, &scratch, buffer: &buffer) {
        ready.evaluate($0, into: &$1, &$2)
      } _: {
        values.append(contentsOf: $1[0..<$0.count])
      }
      return values
    }
    let column = DecimalColumn(
      values: joined(parts), known: mask)
    try meter.hold(bytes: column.byteCount)
    return column
  }
}

extension TextExpression {
  /// The text for one row, by the same code as for many. Without columns any row will do.
  package func value(at row: Int = 0) throws(Fault) -> String {
    var scratch = Scratch(capacity: 1)
    var texts = scratch.takeTexts()
    evaluate(row..<row + 1, into: &texts, &scratch)
    try scratch.check(row)
    return texts[0]
  }

  /// The texts for a table; rows outside `known` have none and are not evaluated.
  package func column(
    rowCount: Int, where known: Condition = .constant(true), meter: Meter
  ) throws(EvaluationStop) -> TextColumn {
    let mask = try known.knownMask(rowCount: rowCount, meter: meter)
    let whole =
      mask.map { TextExpression.choose(.known($0), then: self, otherwise: .constant("")) } ?? self
    let ready = whole.prepared(rowCount: rowCount)
    if case .column(let column) = ready, mask == nil {
      return TextColumn(storage: column.storage, known: nil)
    }
    let parts = try inMorsels(rowCount: rowCount, operations: nodeCount, meter: meter) {
      (rows, scratch) throws(EvaluationStop) -> TextColumn in
      var builder = TextColumnBuilder()
      var buffer = scratch.takeTexts()
      try inChunks(rows, &scratch, buffer: &buffer) {
        ready.evaluate($0, into: &$1, &$2)
      } _: { chunk, texts in
        for index in 0..<chunk.count { builder.append(texts[index]) }
      }
      return builder.finish()
    }
    var builder = TextColumnBuilder()
    for part in parts { builder.append(contentsOf: part) }
    let column = TextColumn(storage: builder.finish().storage, known: mask)
    try meter.hold(bytes: column.byteCount)
    return column
  }
}
