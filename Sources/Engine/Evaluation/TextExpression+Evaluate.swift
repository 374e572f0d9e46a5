/// A text that is there without being computed, so that its bytes are read in place.
enum TextLeaf {
  case constant(String)
  case column(TextColumn)

  @inline(__always)
  func withUTF8<Result>(at row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    switch self {
    case .constant(let text): body(text.utf8.span)
    case .column(let column): column.withUTF8(at: row, body)
    }
  }
}

extension TextExpression {
  var leaf: TextLeaf? {
    switch self {
    case .constant(let text): .constant(text)
    case .column(let column): .column(column)
    case .slot, .choose, .parentDivision, .bind: nil
    }
  }

  /// Sets `target[i]` to the text for row `rows.lowerBound + i`; see `Condition.evaluate`.
  func evaluate(_ rows: Range<Int>, into target: inout [String], _ scratch: inout Scratch) {
    switch self {
    case .constant(let text):
      set(&target, rows.count, to: text)
    case .column(let column):
      for row in rows { target[row - rows.lowerBound] = column[row] }
    case .slot(let slot):
      scratch.read(slot, rows.count, into: &target)
    case .choose(let condition, let then, let otherwise):
      Self.choose(condition, then, otherwise, rows, into: &target, &scratch)
    case .parentDivision(let text):
      text.evaluate(rows, into: &target, &scratch)
      for index in 0..<rows.count { target[index] = Engine.parentDivision(target[index]) }
    case .bind(let bound, let body):
      scratch.bind(bound, rows)
      body.evaluate(rows, into: &target, &scratch)
      scratch.unbind(bound.count)
    }
  }

  @inline(never)
  private static func choose(
    _ condition: Condition, _ then: TextExpression, _ otherwise: TextExpression,
    _ rows: Range<Int>, into target: inout [String], _ scratch: inout Scratch
  ) {
    var chosen = scratch.takeMask()
    condition.evaluate(rows, into: &chosen, &scratch)
    let hits = population(chosen, rows.count)
    if hits > 0 {
      let before = scratch.narrow(rows.count, to: chosen, being: 1)
      then.evaluate(rows, into: &target, &scratch)
      scratch.restore(before)
    }
    if hits < rows.count {
      let before = scratch.narrow(rows.count, to: chosen, being: 0)
      var other = scratch.takeTexts()
      otherwise.evaluate(rows, into: &other, &scratch)
      if hits == 0 {
        swap(&target, &other)
      } else {
        blend(&target, rows.count, where: chosen.span, otherwise: other.span)
      }
      scratch.give(other)
      scratch.restore(before)
    }
    scratch.give(chosen)
  }
}

// MARK: Predicates

extension TextExpression {
  /// Hands each row's bytes to `body`, together with the position in the chunk.
  @inline(__always)
  private func visit(
    _ rows: Range<Int>, _ scratch: inout Scratch, _ body: (Int, Span<UInt8>) -> Void
  ) {
    if case .column(let column) = self { return column.forEachUTF8(rows, body) }
    var texts = scratch.takeTexts()
    evaluate(rows, into: &texts, &scratch)
    for index in 0..<rows.count { body(index, texts[index].utf8.span) }
    scratch.give(texts)
  }

  /// Sets `mask[i]` to 1 where the text's bytes satisfy the predicate.
  func test(
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch,
    _ predicate: (Span<UInt8>) -> Bool
  ) {
    visit(rows, &scratch) { mask[$0] = predicate($1) ? 1 : 0 }
  }

  /// Sets `target[i]` to the number of Unicode scalars.
  func measure(_ rows: Range<Int>, into target: inout [Int64], _ scratch: inout Scratch) {
    visit(rows, &scratch) { target[$0] = scalarCount($1) }
  }

  /// Sets `mask[i]` to 1 where the bytes of two texts satisfy the predicate.
  @inline(__always)
  static func test(
    _ left: TextExpression, _ right: TextExpression, _ rows: Range<Int>, into mask: inout [UInt8],
    _ scratch: inout Scratch, _ predicate: (Span<UInt8>, Span<UInt8>) -> Bool
  ) {
    if case .constant(let text) = right {
      let constant = text.utf8.span
      return left.visit(rows, &scratch) { mask[$0] = predicate($1, constant) ? 1 : 0 }
    }
    if let first = left.leaf, let second = right.leaf {
      for row in rows {
        let holds = first.withUTF8(at: row) { bytes in
          second.withUTF8(at: row) { predicate(bytes, $0) }
        }
        mask[row - rows.lowerBound] = holds ? 1 : 0
      }
      return
    }
    var texts = scratch.takeTexts()
    left.evaluate(rows, into: &texts, &scratch)
    var others = scratch.takeTexts()
    right.evaluate(rows, into: &others, &scratch)
    fill(&mask, rows.count, from: texts.span, others.span) {
      predicate($0.utf8.span, $1.utf8.span) ? 1 : 0
    }
    scratch.give(others)
    scratch.give(texts)
  }
}
