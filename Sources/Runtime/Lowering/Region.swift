import Engine
import Quantities
import Semantics

/// A part of an expression that is evaluated for the same rows throughout, with the values it uses
/// more than once. They are bound around the whole part, each evaluated once.
final class Region {
  /// In the order of evaluation: each may read those before it.
  private var bound: [BoundSlot] = []
  /// Slots whose values are fillers wherever an earlier slot of the same region does not hold.
  private var guarded: Set<Int> = []

  var count: Int { bound.count }

  func bind(_ slot: Int, _ binding: Binding) { bound.append(BoundSlot(slot, binding)) }

  /// Takes over the bindings of a part that only some of the rows need, so that several values of
  /// the part can read them without each having them around itself: nested parts would double in
  /// size at every level. For the other rows fillers are bound.
  ///
  /// - Parameters:
  ///   - wanted: holds for the rows that need the part.
  ///   - slot: a new one, for `wanted`.
  func adopt(_ part: Region, where wanted: Condition, slot: Int) {
    bind(slot, .condition(wanted))
    for inner in part.bound {
      let isGuarded = part.guarded.contains(inner.slot)
      bind(inner.slot, isGuarded ? inner.binding : inner.binding.guarded(by: .slot(slot)))
      guarded.insert(inner.slot)
    }
  }

  func around(_ value: Scalar.Value) -> Scalar.Value {
    switch value {
    case .condition(let body): .condition(around(body))
    case .integer(let body): .integer(.bind(bound, in: body))
    case .decimal(let body): .decimal(.bind(bound, in: body))
    case .text(let body): .text(.bind(bound, in: body))
    }
  }

  func around(_ body: Condition) -> Condition { .bind(bound, in: body) }

  /// The term with the region's bindings around its value, and around where it is known. They may
  /// fail, so a value that does not look at them keeps them, too.
  func around(_ term: Term) throws(Stop) -> Term {
    if bound.isEmpty { return term }
    switch term {
    case .constant(.scalar(let constant)) where constant != .none:
      return .scalar(Scalar(around(Scalar(constant, Family(constant)).value)))
    case .scalar(let scalar):
      return .scalar(Scalar(around(scalar.value), known: scalar.known.map(around)))
    case .constant, .record, .current, .hidden: throw .needsRows
    }
  }
}

extension Binding {
  /// The value where the condition holds, else a filler.
  func guarded(by condition: Condition) -> Binding {
    switch self {
    case .condition(let body):
      .condition(.choose(condition, then: body, otherwise: .constant(false)))
    case .integer(let body):
      .integer(.choose(condition, then: body, otherwise: .constant(0)))
    case .decimal(let body):
      .decimal(.choose(condition, then: body, otherwise: .constant(.zero)))
    case .text(let body):
      .text(.choose(condition, then: body, otherwise: .constant("")))
    }
  }
}
