import Engine
import Semantics

extension Interpreter {
  func lowerOptional(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .some(let operand): return try lower(operand, scope)
    case .unwrap(let operand):
      switch try lower(operand, scope) {
      case .scalar(let scalar): return .scalar(Scalar(scalar.value))
      case .record(let fields, _): return .record(fields, known: nil)
      // Narrowed by a condition that holds for no row: nothing will ask for the value.
      case .constant(let datum) where datum.isNone && scope.isOpen: throw .needsRows
      case let term: return term
      }
    case .isNone(let operand):
      switch try lower(operand, scope) {
      case .constant(let datum): return .constant(.bool(datum.isNone))
      case .scalar(let scalar): return isAbsent(scalar.known)
      case .record(_, let known): return isAbsent(known)
      case .current: return .constant(.bool(false))
      case .hidden: throw .needsRows
      }
    case .coalesce(let operand, let other):
      return try lowerCoalesce(operand, other, type: expression.type, scope)
    default: throw .impossible("not about absence")
    }
  }

  private func isAbsent(_ known: Condition?) -> Term {
    guard let known else { return .constant(.bool(false)) }
    return .scalar(Scalar(.not(known)))
  }

  private func lowerCoalesce(
    _ operand: TypedExpression, _ other: TypedExpression, type: Type, _ scope: Scope
  ) throws(Stop) -> Term {
    let first = shared(try lower(operand, scope), scope)
    let known: Condition?
    switch first {
    case .constant(let datum): return datum.isNone ? try lower(other, scope) : first
    case .scalar(let scalar): known = scalar.known
    case .record(_, let condition): known = condition
    case .current, .hidden: return first
    }
    guard let known else { return first }
    // Where `known` holds the first is there, so its own mask no longer matters.
    let present: Term
    switch first {
    case .scalar(let scalar): present = .scalar(Scalar(scalar.value))
    case .record(let fields, _): present = .record(fields, known: nil)
    case .constant, .current, .hidden: present = first
    }
    return try choose(known, present, try lowerBranch(other, scope) { .not(known) }, type: type)
  }
}
