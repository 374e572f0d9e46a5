import Quantities

extension DecimalExpression {
  /// Sets `target[i]` to the value for row `rows.lowerBound + i`; see `Condition.evaluate`.
  func evaluate(_ rows: Range<Int>, into target: inout [Decimal], _ scratch: inout Scratch) {
    let count = rows.count
    switch self {
    case .constant(let value):
      set(&target, count, to: value)
    case .column(let column):
      copy(column.values.span.extracting(rows), count, into: &target)
    case .slot(let slot):
      scratch.read(slot, count, into: &target)
    case .integer(let expression):
      Self.widen(expression, rows, into: &target, &scratch)
    case .add(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, site) {
        (left, right) throws(DecimalFault) in try left.adding(right)
      }
    case .subtract(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, site) {
        (left, right) throws(DecimalFault) in try left.subtracting(right)
      }
    case .multiply(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, site) {
        (left, right) throws(DecimalFault) in try left.multiplied(by: right)
      }
    case .divide(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, site) {
        (left, right) throws(DecimalFault) in try left.divided(by: right)
      }
    case .negate(let value):
      value.evaluate(rows, into: &target, &scratch)
      update(&target, count) { $0.negated }
    case .absolute(let value):
      value.evaluate(rows, into: &target, &scratch)
      update(&target, count) { $0.magnitude }
    case .round(let rounding, let value, let places, let site):
      value.evaluate(rows, into: &target, &scratch)
      Self.round(rounding, nil, places, rows, into: &target, &scratch, site)
    case .divideRounded(let rounding, let left, let right, let places, let site):
      left.evaluate(rows, into: &target, &scratch)
      Self.round(rounding, right, places, rows, into: &target, &scratch, site)
    case .choose(let condition, let then, let otherwise):
      Self.choose(condition, then, otherwise, rows, into: &target, &scratch)
    case .bind(let bound, let body):
      scratch.bind(bound, rows)
      body.evaluate(rows, into: &target, &scratch)
      scratch.unbind(bound.count)
    }
  }

  @inline(never)
  private static func widen(
    _ expression: IntegerExpression, _ rows: Range<Int>, into target: inout [Decimal],
    _ scratch: inout Scratch
  ) {
    var values = scratch.takeIntegers()
    expression.evaluate(rows, into: &values, &scratch)
    fill(&target, rows.count, from: values.span) { Decimal($0) }
    scratch.give(values)
  }

  @inline(never)
  private static func binary(
    _ left: DecimalExpression, _ right: DecimalExpression, _ rows: Range<Int>,
    into target: inout [Decimal], _ scratch: inout Scratch, _ site: Site,
    _ operation: (Decimal, Decimal) throws(DecimalFault) -> Decimal
  ) {
    left.evaluate(rows, into: &target, &scratch)
    var other = scratch.takeDecimals()
    right.evaluate(rows, into: &other, &scratch)
    // With these no operation faults, not even division.
    scratch.calm(&target, rows.count, to: .zero)
    scratch.calm(&other, rows.count, to: .one)
    var failure: DecimalFault?
    combine(&target, rows.count, with: other.span) { left, right in
      do throws(DecimalFault) {
        return try operation(left, right)
      } catch {
        failure = failure ?? error
        return .zero
      }
    }
    if let failure { scratch.report(Fault.Kind(failure), site) }
    scratch.give(other)
  }

  /// Rounds `target`, or its quotient by `divisor`, to places that are evaluated last.
  @inline(never)
  private static func round(
    _ rounding: Rounding, _ divisor: DecimalExpression?, _ places: IntegerExpression,
    _ rows: Range<Int>, into target: inout [Decimal], _ scratch: inout Scratch, _ site: Site
  ) {
    var divisors: [Decimal] = []
    if let divisor {
      divisors = scratch.takeDecimals()
      divisor.evaluate(rows, into: &divisors, &scratch)
    }
    var wanted = scratch.takeIntegers()
    places.evaluate(rows, into: &wanted, &scratch)
    scratch.calm(&target, rows.count, to: .zero)
    scratch.calm(&wanted, rows.count, to: 0)
    if divisor != nil { scratch.calm(&divisors, rows.count, to: .one) }
    var failure: Fault.Kind?
    for index in 0..<rows.count {
      guard let places = Int(exactly: wanted[index]), (0...Decimal.maximumDigits).contains(places)
      else {
        failure = failure ?? .placesOutOfRange
        continue
      }
      if divisor == nil {
        target[index] = target[index].rounded(places: places, rounding: rounding)
        continue
      }
      do throws(DecimalFault) {
        target[index] = try target[index].dividedRounded(
          by: divisors[index], places: places, rounding: rounding)
      } catch {
        failure = failure ?? Fault.Kind(error)
      }
    }
    if let failure { scratch.report(failure, site) }
    scratch.give(wanted)
    if divisor != nil { scratch.give(divisors) }
  }

  @inline(never)
  private static func choose(
    _ condition: Condition, _ then: DecimalExpression, _ otherwise: DecimalExpression,
    _ rows: Range<Int>, into target: inout [Decimal], _ scratch: inout Scratch
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
      var other = scratch.takeDecimals()
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

  /// Sets `mask[i]` to 1 where the value satisfies the predicate.
  @inline(__always)
  func test(
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch,
    _ predicate: (Decimal) -> Bool
  ) {
    var values = scratch.takeDecimals()
    evaluate(rows, into: &values, &scratch)
    fill(&mask, rows.count, from: values.span) { predicate($0) ? 1 : 0 }
    scratch.give(values)
  }
}

extension Fault.Kind {
  /// What an operation on decimals could not do.
  init(_ fault: DecimalFault) {
    switch fault {
    case .overflow: self = .overflow
    case .divisionByZero: self = .divisionByZero
    case .inexact: self = .inexactDivision
    }
  }
}
