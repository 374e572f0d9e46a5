import Engine
import Semantics
import Source

/// Expressions over all elements of a loop: by whole columns where the engine can, else one element
/// after the other.
extension Interpreter {
  /// The positions of the elements for which a condition holds, ascending.
  func positions(
    where condition: TypedExpression, _ elements: Elements, _ scope: Scope
  ) throws(Stop) -> [Int32] {
    do throws(Stop) {
      let inner = try enterLoop(over: elements, [condition], scope)
      switch try lowerWhole(condition, inner) {
      case .constant(.scalar(.bool(let holds))):
        return holds ? (0..<Int32(elements.count)).map { $0 } : []
      case .scalar(let scalar):
        guard case .condition(let test) = scalar.value else {
          throw .impossible("a condition of another family")
        }
        return try select(test, elements)
      default: throw .needsRows
      }
    } catch .needsRows where !scope.isOpen {
      var positions: [Int32] = []
      try oneByOne(condition, elements, scope) { position, datum in
        if case .scalar(.bool(true)) = datum { positions.append(Int32(position)) }
      }
      return positions
    }
  }

  /// The values of an expression, in the order of the elements.
  func values(
    of expression: TypedExpression, _ elements: Elements, _ scope: Scope
  ) throws(Stop) -> LoopValues {
    do throws(Stop) {
      let inner = try enterLoop(over: elements, [expression], scope)
      switch try lowerWhole(expression, inner) {
      case .constant(let datum):
        if elements.count == 0 { return .data([]) }
        return .data(Array(repeating: datum, count: elements.count))
      case .scalar(let scalar):
        return .column(
          try run(scalar, rowCount: elements.count, elements: elements), expression.type)
      case .current: return .data((0..<elements.count).map { elements[$0] })
      case .record, .hidden: throw .needsRows
      }
    } catch .needsRows where !scope.isOpen {
      var data: [Datum] = []
      data.reserveCapacity(elements.count)
      try oneByOne(expression, elements, scope) { data.append($1) }
      return .data(data)
    }
  }

  private func lowerWhole(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    let before = loweredCount
    defer { loweredCount = before }
    let term = try lower(expression, scope)
    return try scope.region?.around(term) ?? term
  }

  /// The scope of a loop, with the columns that the expressions use read in one go.
  func enterLoop(
    over elements: Elements, _ expressions: [TypedExpression], _ scope: Scope
  ) throws(Stop) -> Scope {
    if case .rows(let rows, _) = elements {
      var fields: Set<Int> = []
      for expression in expressions { expression.collectFields(depth: 0, into: &fields) }
      try rows.source.load(fields.sorted())
    }
    return scope.entering(LoopColumns(elements, program: program))
  }

  private func oneByOne(
    _ expression: TypedExpression, _ elements: Elements, _ scope: Scope,
    _ body: (Int, Datum) -> Void
  ) throws(Stop) {
    for position in 0..<elements.count {
      do throws(Stop) {
        body(position, try evaluate(expression, scope.entering(elements[position])))
      } catch .fault(let diagnostic) {
        throw .fault(try located(diagnostic, elements, position))
      }
    }
  }
}
