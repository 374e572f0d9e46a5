import Engine
import Semantics
import Source
import Syntax

extension Interpreter {
  func lowerApplication(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .call(let id, let arguments):
      return try lowerCall(program.functions[id.index], arguments, scope)
    case .tableCall(let id, let arguments):
      return try lowerTableCall(
        program.tables[id.index], arguments, scope, at: expression.span)
    case .match(let subjects, let arms):
      return try lowerArms(
        arms, try lowerShared(subjects, scope), type: expression.type, scope,
        at: expression.span)
    default: throw .impossible("not an application")
    }
  }

  /// Arguments and bindings are worked out once each, in order, whether the body uses them or not.
  private func lowerCall(
    _ function: FunctionDeclaration, _ arguments: [TypedExpression], _ scope: Scope
  ) throws(Stop) -> Term {
    var inner = Scope(
      locals: try lowerShared(arguments, scope), frames: scope.callFrames, region: scope.region,
      isForEveryRow: scope.isForEveryRow)
    for binding in function.bindings {
      inner.locals.append(shared(try lower(binding, inner), inner))
    }
    return try lower(function.body, inner)
  }

  private func lowerTableCall(
    _ table: TableDeclaration, _ arguments: [TypedExpression], _ scope: Scope, at span: Span
  ) throws(Stop) -> Term {
    let inner = Scope(
      locals: try lowerShared(arguments, scope), frames: scope.callFrames, region: scope.region,
      isForEveryRow: scope.isForEveryRow)
    guard table.policy == .collect else {
      return try lowerArms(table.rows, inner.locals, type: table.result, inner, at: span)
    }
    guard let subjects = Self.constants(inner.locals) else { throw .needsRows }
    var results: [Datum] = []
    for row in table.rows {
      var holds = true
      for (pattern, subject) in zip(row.patterns, subjects) where holds {
        holds = try isTrue(try lowerPattern(pattern, .constant(subject), inner))
      }
      guard holds else { continue }
      guard case .constant(let datum) = try lower(row.result, inner) else { throw .needsRows }
      results.append(datum)
    }
    return .constant(.list(results))
  }

  private func isTrue(_ term: Term) throws(Stop) -> Bool {
    guard case .constant(.scalar(.bool(let value))) = term else { throw .needsRows }
    return value
  }

  /// The result of the first arm whose patterns all hold. The check has shown that one does, or
  /// has warned that it could not decide: then it is found out here.
  private func lowerArms(
    _ arms: [TypedArm], _ subjects: [Term], type: Type, _ scope: Scope, at span: Span
  ) throws(Stop) -> Term {
    var lowered: [Arm] = []
    var taken = TakenArms()
    for arm in arms {
      let test = try lowerPatterns(arm.patterns, subjects, scope)
      if case .constant(.scalar(.bool(let holds))) = test {
        guard holds else { continue }
        if lowered.isEmpty { return try lower(arm.result, scope) }
        let last = try lowerBranch(arm.result, scope) {
          self.rest(after: lowered, &taken, scope)
        }
        return try choose(lowered[...], else: last, type: type)
      }
      let tested = try condition(test)
      let result = try lowerBranch(arm.result, scope) {
        .and(self.rest(after: lowered, &taken, scope), tested)
      }
      lowered.append(Arm(test: tested, result: result))
    }
    guard scope.isOpen else { throw .fault(noArmTaken(at: span)) }
    return try choose(
      lowered[...], else: try noArm(type, sites.noArmSite(span)), type: type)
  }

  /// What fails for every row that asks for it.
  private func noArm(_ type: Type, _ site: Site) throws(Stop) -> Term {
    let failing = IntegerExpression.negate(.constant(.min), site)
    let condition = Condition.compareIntegers(.equal, failing, .constant(0))
    switch Family(type) {
    case .condition: return .scalar(Scalar(condition))
    case .integer: return .scalar(Scalar(failing))
    case .decimal: return .scalar(Scalar(DecimalExpression.integer(failing)))
    case .text:
      return .scalar(
        Scalar(TextExpression.choose(condition, then: .constant(""), otherwise: .constant(""))))
    case nil:
      guard let types = recordTypes(type) else { throw .needsRows }
      var fields: [Term] = []
      for type in types { fields.append(try noArm(type, site)) }
      return .record(fields, known: nil)
    }
  }

  private struct Arm {
    let test: Condition
    let result: Term
  }

  /// Where no arm of the first ones is taken: each test is looked at once, for they add up.
  private struct TakenArms {
    var count = 0
    var rest = Condition.constant(true)
  }

  /// Where none of the arms is taken. Tests compare bound subjects with constants, so they may be
  /// looked at for any row.
  private func rest(after arms: [Arm], _ taken: inout TakenArms, _ scope: Scope) -> Condition {
    guard let region = scope.region, taken.count < arms.count else { return taken.rest }
    taken.rest = share(.and(taken.rest, .not(any(of: arms[taken.count...]))), region)
    taken.count = arms.count
    return taken.rest
  }

  /// A decision tree over arms: halves rather than a chain, so that long tables do not nest deep.
  private func choose(
    _ arms: ArraySlice<Arm>, else last: Term, type: Type
  ) throws(Stop) -> Term {
    guard arms.count > 16 else {
      var result = last
      for arm in arms.reversed() {
        result = try choose(arm.test, arm.result, result, type: type)
      }
      return result
    }
    let middle = arms.startIndex + arms.count / 2
    let (first, second) = (arms[..<middle], arms[middle...])
    // The first half's last arm is taken where none before it is.
    guard let final = first.last else { return last }
    return try choose(
      any(of: first), try choose(first.dropLast(), else: final.result, type: type),
      try choose(second, else: last, type: type), type: type)
  }

  private func any(of arms: ArraySlice<Arm>) -> Condition {
    guard arms.count > 1 else { return arms.first?.test ?? .constant(false) }
    let middle = arms.startIndex + arms.count / 2
    return .or(any(of: arms[..<middle]), any(of: arms[middle...]))
  }

  /// Whether all patterns hold, each for its subject.
  func lowerPatterns(
    _ patterns: [TypedPattern], _ subjects: [Term], _ scope: Scope
  ) throws(Stop) -> Term {
    var all: Condition?
    for (pattern, subject) in zip(patterns, subjects) {
      let term = try lowerPattern(pattern, subject, scope)
      if case .constant(.scalar(.bool(let holds))) = term {
        if holds { continue }
        return term
      }
      let next = try condition(term)
      all = all.map { .and($0, next) } ?? next
    }
    guard let all else { return .constant(.bool(true)) }
    return .scalar(Scalar(all))
  }

  private func lowerPattern(
    _ pattern: TypedPattern, _ subject: Term, _ scope: Scope
  ) throws(Stop) -> Term {
    switch pattern {
    case .any: return .constant(.bool(true))
    case .none: return try isAbsent(subject)
    case .equal(let constant):
      return try lowerPresent(subject, scope) { (present: Term) throws(Stop) in
        try self.test(.equal, present, constant, scope)
      }
    case .compare(let comparison, let constant):
      return try lowerPresent(subject, scope) { (present: Term) throws(Stop) in
        try self.test(comparison, present, constant, scope)
      }
    case .range(let low, let high):
      return try lowerPresent(subject, scope) { (present: Term) throws(Stop) in
        let above = try self.test(.greaterOrEqual, present, low, scope)
        let below = try self.test(.lessOrEqual, present, high, scope)
        return try self.operation(
          .condition(.and(try self.condition(above), try self.condition(below))),
          on: [above, below], type: .bool, scope)
      }
    case .alternatives(let patterns):
      var any: Condition?
      for pattern in patterns {
        let term = try lowerPattern(pattern, subject, scope)
        if case .constant(.scalar(.bool(let holds))) = term {
          if holds { return term }
          continue
        }
        let next = try condition(term)
        any = any.map { .or($0, next) } ?? next
      }
      guard let any else { return .constant(.bool(false)) }
      return .scalar(Scalar(any))
    case .not(let pattern):
      let term = try lowerPattern(pattern, subject, scope)
      if case .constant(.scalar(.bool(let holds))) = term { return .constant(.bool(!holds)) }
      return .scalar(Scalar(.not(try condition(term))))
    }
  }

  private func isAbsent(_ subject: Term) throws(Stop) -> Term {
    switch subject {
    case .constant(let datum): return .constant(.bool(datum.isNone))
    case .scalar(let scalar):
      guard let known = scalar.known else { return .constant(.bool(false)) }
      return .scalar(Scalar(.not(known)))
    case .record, .current, .hidden: throw .needsRows
    }
  }

  /// Absence satisfies no pattern about the value.
  private func lowerPresent(
    _ subject: Term, _ scope: Scope, _ test: (Term) throws(Stop) -> Term
  ) throws(Stop) -> Term {
    if case .constant(let datum) = subject, datum.isNone { return .constant(.bool(false)) }
    guard case .scalar(let scalar) = subject, let known = scalar.known else {
      return try test(subject)
    }
    let term = try test(.scalar(Scalar(scalar.value)))
    return .scalar(Scalar(.and(known, try condition(term))))
  }

  private func test(
    _ comparison: TypedExpression.Comparison, _ subject: Term,
    _ constant: TypedExpression.Constant, _ scope: Scope
  ) throws(Stop) -> Term {
    let family: Family =
      switch subject {
      case .scalar(let scalar): scalar.value.family
      case .constant(.scalar(let value)): Family(value)
      default: .integer
      }
    let a = try scalar(subject, family)
    let b = Scalar(constant, family)
    return try operation(
      .condition(try compare(comparison, a.value, b.value)),
      on: [subject, .constant(.scalar(constant))], type: .bool, scope)
  }
}

extension Family {
  /// Of a constant that is there.
  init(_ constant: TypedExpression.Constant) {
    switch constant {
    case .bool: self = .condition
    case .integer, .date, .member, .none: self = .integer
    case .decimal: self = .decimal
    case .text: self = .text
    }
  }
}
