import Quantities

extension Condition {
  /// Sets `mask[i]` to 1 where row `rows.lowerBound + i` satisfies the condition, else to 0.
  ///
  /// Operands are evaluated from left to right. The right side of `and` and `or` and the sides of
  /// `choose` are evaluated for the whole chunk as soon as one of its rows asks for them; faults of
  /// the other rows are told apart by `Scratch.isCareful`, or by a chunk of one row.
  func evaluate(_ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch) {
    let count = rows.count
    switch self {
    case .constant(let value):
      set(&mask, count, to: value ? 1 : 0)
    case .column(let column):
      column.compare(.notEqual, 0, rows, into: &mask)
    case .known(let known):
      let bytes = known.bytes
      copy(bytes.span.extracting(rows), count, into: &mask)
    case .slot(let slot):
      scratch.read(slot, count, into: &mask)
    case .coded(let codes, let answers):
      look(up: codes, rows, in: answers, into: &mask)
    case .and(let left, let right):
      left.evaluate(rows, into: &mask, &scratch)
      if population(mask, count) == 0 { return }
      let before = scratch.narrow(count, to: mask, being: 1)
      right.evaluate(rows, joining: &mask, &scratch) { $0 & $1 }
      scratch.restore(before)
    case .or(let left, let right):
      left.evaluate(rows, into: &mask, &scratch)
      if population(mask, count) == count { return }
      let before = scratch.narrow(count, to: mask, being: 0)
      right.evaluate(rows, joining: &mask, &scratch) { $0 | $1 }
      scratch.restore(before)
    case .not(let condition):
      condition.evaluate(rows, into: &mask, &scratch)
      update(&mask, count) { $0 ^ 1 }
    case .choose(let condition, let then, let otherwise):
      Self.choose(condition, then, otherwise, rows, into: &mask, &scratch)
    case .compareIntegers(let comparison, let left, let right):
      Self.compare(comparison, left, right, rows, into: &mask, &scratch)
    case .compareDecimals(let comparison, let left, let right):
      Self.compare(comparison, left, right, rows, into: &mask, &scratch)
    case .compareTexts(let comparison, let left, let right):
      Self.compare(comparison, left, right, rows, into: &mask, &scratch)
    case .integerIn(let expression, let set):
      expression.test(rows, into: &mask, &scratch) { set.contains($0) }
    case .decimalIn(let expression, let set):
      expression.test(rows, into: &mask, &scratch) { set.contains($0) }
    case .textIn(let expression, let set):
      expression.test(rows, into: &mask, &scratch) { set.contains($0) }
    case .textMatches(let match, let whole, let part):
      TextExpression.test(whole, part, rows, into: &mask, &scratch) { match.holds($0, $1) }
    case .bind(let bound, let body):
      scratch.bind(bound, rows)
      body.evaluate(rows, into: &mask, &scratch)
      scratch.unbind(bound.count)
    }
  }

  @inline(never)
  private func evaluate(
    _ rows: Range<Int>, joining mask: inout [UInt8], _ scratch: inout Scratch,
    _ join: (UInt8, UInt8) -> UInt8
  ) {
    var other = scratch.takeMask()
    evaluate(rows, into: &other, &scratch)
    combine(&mask, rows.count, with: other.span, join)
    scratch.give(other)
  }

  @inline(never)
  private static func choose(
    _ condition: Condition, _ then: Condition, _ otherwise: Condition, _ rows: Range<Int>,
    into mask: inout [UInt8], _ scratch: inout Scratch
  ) {
    var chosen = scratch.takeMask()
    condition.evaluate(rows, into: &chosen, &scratch)
    let hits = population(chosen, rows.count)
    if hits > 0 {
      let before = scratch.narrow(rows.count, to: chosen, being: 1)
      then.evaluate(rows, into: &mask, &scratch)
      scratch.restore(before)
    }
    if hits < rows.count {
      let before = scratch.narrow(rows.count, to: chosen, being: 0)
      var other = scratch.takeMask()
      otherwise.evaluate(rows, into: &other, &scratch)
      if hits == 0 {
        swap(&mask, &other)
      } else {
        blend(&mask, rows.count, where: chosen.span, otherwise: other.span)
      }
      scratch.give(other)
      scratch.restore(before)
    }
    scratch.give(chosen)
  }
}

// MARK: Comparing

extension Condition {
  @inline(never)
  private static func compare(
    _ comparison: Comparison, _ left: IntegerExpression, _ right: IntegerExpression,
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch
  ) {
    if case .column(let column) = left, case .constant(let constant) = right {
      return column.compare(comparison, constant, rows, into: &mask)
    }
    var values = scratch.takeIntegers()
    left.evaluate(rows, into: &values, &scratch)
    if case .constant(let constant) = right {
      comparison.fill(&mask, rows.count, values.span, with: constant)
    } else {
      var others = scratch.takeIntegers()
      right.evaluate(rows, into: &others, &scratch)
      comparison.fill(&mask, rows.count, values.span, others.span)
      scratch.give(others)
    }
    scratch.give(values)
  }

  @inline(never)
  private static func compare(
    _ comparison: Comparison, _ left: DecimalExpression, _ right: DecimalExpression,
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch
  ) {
    if case .column(let column) = left, case .constant(let constant) = right {
      let values = column.values.span.extracting(rows)
      return comparison.fill(&mask, rows.count, values, with: constant)
    }
    var values = scratch.takeDecimals()
    left.evaluate(rows, into: &values, &scratch)
    var others = scratch.takeDecimals()
    right.evaluate(rows, into: &others, &scratch)
    comparison.fill(&mask, rows.count, values.span, others.span)
    scratch.give(others)
    scratch.give(values)
  }

  @inline(never)
  private static func compare(
    _ comparison: Comparison, _ left: TextExpression, _ right: TextExpression,
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch
  ) {
    switch comparison {
    case .equal:
      TextExpression.test(left, right, rows, into: &mask, &scratch) { sameBytes($0, $1) }
    case .notEqual:
      TextExpression.test(left, right, rows, into: &mask, &scratch) { !sameBytes($0, $1) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      TextExpression.test(left, right, rows, into: &mask, &scratch) {
        comparison.holds(orderBytes($0, $1))
      }
    }
  }
}
