import Source
import Syntax

/// Queries: a source, and words that go through it.
extension Checker {
  mutating func query(
    _ source: Expression, _ steps: [QueryStep], _ span: Span
  ) -> TypedExpression {
    let start = required(infer(source))
    if start.type.isUnknown { return .unknown(at: span) }
    // What a step shows to be present holds for the steps after it, and only for them.
    let saved = scope.present
    defer { scope.present = saved }
    var state = QueryState(type: start.type)
    var typed: [TypedStep] = []
    for step in steps {
      guard let element = state.type.element, !element.isUnknown else {
        if !state.type.hasUnknown { report(notAQuerySource(state.type, step, source, typed.last)) }
        return .unknown(at: span)
      }
      if let group = state.group, !step.kind.isAggregate {
        report(groupWithoutAggregate(group))
        return .unknown(at: span)
      }
      guard let (kind, type) = self.step(step, element, &state) else { return .unknown(at: span) }
      state.type = type
      typed.append(TypedStep(kind, type: type, span: step.span))
    }
    if let group = state.group {
      report(groupWithoutAggregate(group))
      return .unknown(at: span)
    }
    return TypedExpression(.query(source: start, steps: typed), state.type, span)
  }

  /// What a query has become so far.
  struct QueryState {
    var type: Type
    /// The grouping word whose groups still need a value.
    var group: QueryStep?
    var groupKey: Type = .unknown

    init(type: Type) { self.type = type }
  }

  /// A step and the type of the query up to it; nil once a mistake in it is reported.
  private mutating func step(
    _ step: QueryStep, _ element: Type, _ state: inout QueryState
  ) -> (TypedStep.Kind, Type)? {
    // An aggregate of groups goes through the rows of each.
    let isGrouped = state.group != nil
    let row = isGrouped ? element.groupElement ?? element : element
    func aggregate(_ type: Type, _ state: inout QueryState) -> Type {
      guard isGrouped else { return type }
      state.group = nil
      return .list(.group(key: state.groupKey, value: type))
    }
    switch step.kind {
    case .where(let condition):
      let typed = perRow(element) { $0.check(condition, as: .bool) }
      // Facts are about the row of this query's level, which is gone between steps.
      scope.rows.append(element)
      let facts = scope.facts(typed, true)
      scope.rows.removeLast()
      scope.present.formUnion(facts)
      return (.where(typed), .list(element))
    case .any(let condition):
      return (.any(perRow(element) { $0.check(condition, as: .bool) }), .bool)
    case .all(let condition):
      return (.all(perRow(element) { $0.check(condition, as: .bool) }), .bool)
    case .count:
      var type = Type.integer
      if case .row = row { type = .count(.objects) }
      return (.count, aggregate(type, &state))
    case .sum(let value):
      guard let typed = numeric(value, row, step) else { return nil }
      return (.sum(typed), aggregate(typed.type, &state))
    case .average(let value):
      guard let typed = numeric(value, row, step) else { return nil }
      let type: Type = typed.type == .percent ? .percent : .decimal
      return (.average(typed), aggregate(isGrouped ? type : .optional(type), &state))
    case .minimum(let value):
      guard let typed = ordered(value, row, step) else { return nil }
      return (
        .minimum(typed), aggregate(isGrouped ? typed.type : .optional(typed.type), &state)
      )
    case .maximum(let value):
      guard let typed = ordered(value, row, step) else { return nil }
      return (
        .maximum(typed), aggregate(isGrouped ? typed.type : .optional(typed.type), &state)
      )
    case .groupBy(let key): return groupBy(key, element, step, &state)
    case .sortBy(let value, let descending):
      guard let typed = ordered(value, element, step) else { return nil }
      return (.sortBy(typed, descending: descending), .list(element))
    case .first(let count):
      // Not about a row: queries inside of it are of the level of this one.
      let present = scope.present
      forgetRows()
      defer { scope.present = present }
      return (.first(check(count, as: .integer)), .list(element))
    case .distinct(let value): return distinct(value, element, step)
    }
  }

  /// Types something once for each row or element.
  mutating func perRow(
    _ element: Type, _ body: (inout Checker) -> TypedExpression
  ) -> TypedExpression {
    scope.rows.append(element)
    defer { scope.rows.removeLast() }
    return body(&self)
  }

  private mutating func groupBy(
    _ key: Expression, _ element: Type, _ step: QueryStep, _ state: inout QueryState
  ) -> (TypedStep.Kind, Type)? {
    guard let typed = scalar(key, element, step) else { return nil }
    state.group = step
    state.groupKey = typed.type
    forgetRows()
    return (.groupBy(typed), .list(.group(key: typed.type, value: .list(element))))
  }

  private mutating func distinct(
    _ value: Expression?, _ element: Type, _ step: QueryStep
  ) -> (TypedStep.Kind, Type)? {
    guard let value else {
      guard element.isScalar else {
        report(stepNotApplicable(step, element))
        return nil
      }
      return (.distinct(nil), .list(element))
    }
    guard let typed = scalar(value, element, step) else { return nil }
    return (.distinct(typed), .list(element))
  }

  /// What earlier steps showed about rows does not hold for groups of them.
  private mutating func forgetRows() {
    let level = scope.rows.count
    scope.present = scope.present.filter { place in
      switch place.root {
      case .field(let other, _), .element(let other): other != level
      case .local, .constant: true
      }
    }
  }

  private mutating func numeric(
    _ value: Expression, _ row: Type, _ step: QueryStep
  ) -> TypedExpression? {
    applicable(value, row, step) { type, _ in type.isAdditive }
  }

  private mutating func ordered(
    _ value: Expression, _ row: Type, _ step: QueryStep
  ) -> TypedExpression? {
    applicable(value, row, step) { type, checker in checker.isOrdered(type) }
  }

  private mutating func scalar(
    _ value: Expression, _ row: Type, _ step: QueryStep
  ) -> TypedExpression? {
    applicable(value, row, step) { type, _ in type.isScalar }
  }

  private mutating func applicable(
    _ value: Expression, _ row: Type, _ step: QueryStep, _ suits: (Type, Checker) -> Bool
  ) -> TypedExpression? {
    let typed = perRow(row) { $0.required($0.infer(value)) }
    if typed.type.isUnknown { return nil }
    guard suits(typed.type, self) else {
      report(stepNotApplicable(step, typed.type))
      return nil
    }
    return typed
  }
}

extension Type {
  /// The rows that a group holds.
  var groupElement: Type? {
    if case .group(_, let value) = self { value.element } else { nil }
  }
}

extension QueryStep.Kind {
  /// Whether it makes one value of many rows.
  var isAggregate: Bool {
    switch self {
    case .count, .sum, .minimum, .maximum, .average: true
    default: false
    }
  }
}
