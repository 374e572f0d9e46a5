import Engine
import Semantics

/// A part of an expression that is evaluated for the same rows throughout, with the values it uses
/// more than once. They are bound around the whole part, each evaluated once.
final class Region {
  private(set) var bindings: [(slot: Int, binding: Binding)] = []

  func bind(_ slot: Int, _ binding: Binding) { bindings.append((slot, binding)) }

  func around(_ value: Scalar.Value) -> Scalar.Value {
    switch value {
    case .condition(let body): .condition(around(body))
    case .integer(let body):
      .integer(bindings.reversed().reduce(body) { .bind($1.slot, $1.binding, in: $0) })
    case .decimal(let body):
      .decimal(bindings.reversed().reduce(body) { .bind($1.slot, $1.binding, in: $0) })
    case .text(let body):
      .text(bindings.reversed().reduce(body) { .bind($1.slot, $1.binding, in: $0) })
    }
  }

  func around(_ body: Condition) -> Condition {
    bindings.reversed().reduce(body) { .bind($1.slot, $1.binding, in: $0) }
  }

  /// The term with the region's bindings around each of its parts. They may fail, so a value that
  /// does not look at them keeps them, too.
  func around(_ term: Term) throws(Stop) -> Term {
    if bindings.isEmpty { return term }
    switch term {
    case .constant(.scalar(let constant)) where constant != .none:
      return .scalar(Scalar(around(Scalar(constant, Family(constant)).value)))
    case .constant, .current, .hidden: throw .needsRows
    case .scalar(let scalar):
      return .scalar(Scalar(around(scalar.value), known: scalar.known.map(around)))
    case .record(let fields, let known):
      var parts: [Term] = []
      for field in fields { parts.append(try around(field)) }
      return .record(parts, known: known.map(around))
    }
  }
}
