import Engine
import Quantities
import Semantics
import Source

extension Interpreter {
  /// The term of an operation: worked out at once where its operands are constant.
  ///
  /// An operation on constants that fails is left as it is inside of a loop over columns, where it
  /// may stand in a branch that no row takes; elsewhere it fails now.
  func operation(
    _ value: Scalar.Value, on operands: [Term], type: Type, _ scope: Scope
  ) throws(Stop) -> Term {
    guard operands.allSatisfy(\.isConstant) else { return .scalar(Scalar(value)) }
    do throws(Stop) {
      return .constant(.scalar(try evaluateOnce(value, type: type)))
    } catch let stop where stop.isFault && scope.isOpen {
      return .scalar(Scalar(value))
    }
  }

  // The engine's side of a term of a known family.

  func condition(_ term: Term) throws(Stop) -> Condition {
    guard case .condition(let value) = try scalar(term, .condition).value else {
      throw .impossible("a condition of another family")
    }
    return value
  }

  func integer(_ term: Term) throws(Stop) -> IntegerExpression {
    guard case .integer(let value) = try scalar(term, .integer).value else {
      throw .impossible("an integer of another family")
    }
    return value
  }

  /// Integers count as decimals.
  func decimal(_ term: Term) throws(Stop) -> DecimalExpression {
    switch try scalar(term, .decimal).value {
    case .decimal(let value): return value
    case .integer(let value): return .integer(value)
    case .condition, .text: throw .impossible("a decimal of another family")
    }
  }

  func text(_ term: Term) throws(Stop) -> TextExpression {
    guard case .text(let value) = try scalar(term, .text).value else {
      throw .impossible("a text of another family")
    }
    return value
  }

  /// - Parameter family: of absence, which has none by itself.
  func scalar(_ term: Term, _ family: Family) throws(Stop) -> Scalar {
    switch term {
    case .constant(.scalar(let constant)): return Scalar(constant, family)
    case .scalar(let scalar): return scalar
    case .hidden, .current: throw .needsRows
    case .constant, .record: throw .impossible("a structure as a plain value")
    }
  }

  /// The term with its value bound to a slot, unless it costs nothing to repeat it.
  func shared(_ term: Term, _ scope: Scope) -> Term {
    guard let region = scope.region else { return term }
    switch term {
    case .constant, .current, .hidden: return term
    case .scalar(let scalar):
      // Where it is known is bound first: the value's binding asks for it.
      let known = scalar.known.map { share($0, region) }
      return .scalar(Scalar(share(scalar.value, guardedBy: known, region), known: known))
    case .record(let fields, let known):
      return .record(
        fields.map { shared($0, scope) }, known: known.map { share($0, region) })
    }
  }

  func share(_ condition: Condition, _ region: Region) -> Condition {
    if condition.isCheap { return condition }
    let slot = newSlot()
    region.bind(slot, .condition(condition))
    return .slot(slot)
  }

  /// A bound value is evaluated for every row, so where it is not known a filler takes its place.
  private func share(
    _ value: Scalar.Value, guardedBy known: Condition?, _ region: Region
  ) -> Scalar.Value {
    if value.isCheap { return value }
    let slot = newSlot()
    let (binding, read): (Binding, Scalar.Value) =
      switch value {
      case .condition(let body): (.condition(body), .condition(.slot(slot)))
      case .integer(let body): (.integer(body), .integer(.slot(slot)))
      case .decimal(let body): (.decimal(body), .decimal(.slot(slot)))
      case .text(let body): (.text(body), .text(.slot(slot)))
      }
    region.bind(slot, known.map { binding.guarded(by: $0) } ?? binding)
    return read
  }

  func lowerShared(
    _ expressions: [TypedExpression], _ scope: Scope
  ) throws(Stop) -> [Term] {
    var terms: [Term] = []
    for expression in expressions { terms.append(shared(try lower(expression, scope), scope)) }
    return terms
  }
}

extension Condition {
  /// Whether repeating it costs nothing and fails nowhere.
  var isCheap: Bool {
    switch self {
    case .constant, .column, .known, .slot: true
    default: false
    }
  }
}

extension Scalar.Value {
  var isCheap: Bool {
    switch self {
    case .condition(let value): value.isCheap
    case .integer(.constant), .integer(.column), .integer(.slot): true
    case .decimal(.constant), .decimal(.column), .decimal(.slot): true
    case .text(.constant), .text(.column), .text(.slot): true
    case .integer, .decimal, .text: false
    }
  }
}
