import Syntax

extension Expression {
  /// Calls the body with every name in it that may stand for a value.
  func forEachName(_ body: (Name) -> Void) {
    switch kind {
    case .missing, .literal, .element, .asOf: break
    case .deadline(let deadline):
      switch deadline {
      case .afterEvent(_, let value), .before(let value): value.forEachName(body)
      case .after(let date, let time):
        date.forEachName(body)
        time.forEachName(body)
      default: break
      }
    case .name(let name): body(name)
    case .member(let value, _), .keywordMember(let value, _, _), .unary(_, let value):
      value.forEachName(body)
    case .call(_, let arguments), .builtinCall(_, _, let arguments):
      for argument in arguments { argument.value.forEachName(body) }
    case .binary(_, _, let left, let right):
      left.forEachName(body)
      right.forEachName(body)
    case .conditional(let condition, let then, let otherwise):
      condition.forEachName(body)
      then.forEachName(body)
      otherwise.forEachName(body)
    case .match(let subjects, let arms):
      for subject in subjects { subject.forEachName(body) }
      for arm in arms {
        for pattern in arm.patterns { pattern.forEachName(body) }
        arm.result.forEachName(body)
      }
    case .query(let source, let steps):
      source.forEachName(body)
      for step in steps { step.kind.argument?.forEachName(body) }
    case .list(let elements), .set(let elements):
      for element in elements { element.forEachName(body) }
    }
  }
}

extension Pattern {
  fileprivate func forEachName(_ body: (Name) -> Void) {
    switch kind {
    case .missing, .wildcard, .otherwise: break
    case .value(let value), .comparison(_, let value): value.forEachName(body)
    case .range(let from, let to):
      from.forEachName(body)
      to.forEachName(body)
    case .alternatives(let patterns):
      for pattern in patterns { pattern.forEachName(body) }
    case .not(let inner): inner.forEachName(body)
    }
  }
}
