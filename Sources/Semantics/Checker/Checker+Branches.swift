import Source
import Syntax

/// `若 … 则 … 否则 …` and `分情况`.
extension Checker {
  mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ span: Span,
    _ wanted: Wanted
  ) -> TypedExpression {
    let condition = check(condition, as: .bool)
    let (whenTrue, whenFalse) = (scope.facts(condition, true), scope.facts(condition, false))
    var branches: [Branch] = []
    assuming(whenTrue) { $0.branch(then, wanted, &branches) }
    assuming(whenFalse) { $0.branch(otherwise, wanted, &branches) }
    let type = typeOfBranches(&branches, wanted)
    return TypedExpression(
      .conditional(condition, then: branches[0].value, otherwise: branches[1].value), type, span)
  }

  /// Types one of several alternative results.
  mutating func branch(_ syntax: Expression, _ wanted: Wanted, _ branches: inout [Branch]) {
    let value: TypedExpression =
      switch wanted {
      case .required(let type): check(syntax, as: type)
      // Absence is of the type of the other branches, whatever the hint.
      case .inferred where syntax.isNoneLiteral: infer(syntax)
      case .inferred(let hint): infer(syntax, hint: hint ?? branches.first?.value.type)
      }
    branches.append(Branch(value: value, syntax: syntax))
  }

  mutating func typeOfBranches(_ branches: inout [Branch], _ wanted: Wanted) -> Type {
    switch wanted {
    case .required(let type): return type
    case .inferred(let hint):
      let type = commonType(&branches)
      guard type == .optional(.unknown), let hint, hint.isOptional, !hint.hasUnknown else {
        return type
      }
      branches = branches.map {
        Branch(value: convert($0.value, to: hint, $0.syntax), syntax: $0.syntax)
      }
      return hint
    }
  }

  mutating func match(
    _ subjects: [Expression], _ arms: [MatchArm], _ span: Span, _ wanted: Wanted
  ) -> TypedExpression {
    let values = subjects.map { subject(infer($0)) }
    var branches: [Branch] = []
    let rows = patternRows(
      arms.map { ($0.patterns, $0.result.span, $0.span) }, types: values.map(\.type))
    var narrowing = Narrowing(values.map { scope.place(of: $0) })
    for (arm, row) in zip(arms, rows.rows) {
      let facts = narrowing.facts(of: row.patterns)
      assuming(facts) { $0.branch(arm.result, wanted, &branches) }
    }
    let type = typeOfBranches(&branches, wanted)
    if let last = subjects.last {
      let head = Span(file: span.file, start: span.start, end: last.span.end)
      let columns = zip(subjects, values).map {
        PatternMatrix.Column(name: written($0.span), type: $1.type)
      }
      checkCoverage(columns, rows, inside: span, of: factSubject(values)) { $0.match(at: head) }
    }
    let typed = zip(rows.rows, branches).map {
      TypedArm(patterns: $0.patterns, result: $1.value)
    }
    return TypedExpression(.match(subjects: values, arms: typed), type, span)
  }

  /// A value that patterns can be held against.
  private mutating func subject(_ value: TypedExpression) -> TypedExpression {
    guard value.type.isUnknown || value.type.unwrapped.isScalar else {
      if !value.type.hasUnknown { report(typeNotAllowed(value.type, value.span, .inMatch)) }
      return .unknown(at: value.span)
    }
    return value
  }
}

/// What the arms of a match say about the presence of what they look at.
struct Narrowing {
  private let places: [Place?]
  /// Whether an earlier arm has taken every row in which the subject is absent.
  private var absenceIsTaken: [Bool]

  init(_ places: [Place?]) {
    self.places = places
    absenceIsTaken = Array(repeating: false, count: places.count)
  }

  /// What is present in the result of the next arm.
  mutating func facts(of patterns: [TypedPattern]) -> Set<Place> {
    var facts: Set<Place> = []
    for (index, pattern) in patterns.enumerated() where index < places.count {
      if let place = places[index], absenceIsTaken[index] || !pattern.takesAbsence {
        facts.insert(place)
      }
      let othersTakeAll = patterns.enumerated().allSatisfy {
        $0.offset == index || $0.element.takesAll
      }
      if othersTakeAll && pattern.takesAbsence { absenceIsTaken[index] = true }
    }
    return facts
  }
}

extension TypedPattern {
  /// Whether an absent value fits.
  var takesAbsence: Bool {
    switch self {
    case .any, .none: true
    case .equal, .compare, .range: false
    case .alternatives(let patterns): patterns.contains { $0.takesAbsence }
    case .not(let pattern): !pattern.takesAbsence
    }
  }

  /// Whether it is the pattern that everything fits.
  var takesAll: Bool {
    if case .any = self { true } else { false }
  }
}
