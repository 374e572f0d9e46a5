import Semantics

/// Which objects a plan visits: those that it has drawn, or before the draw those that it will
/// certainly draw, and how probable the others are.
struct PlanShare {
  /// What may become of an object.
  struct State: Hashable {
    /// In units of 2⁻³².
    let probability: UInt64
    /// Whether the object belongs to what is drawn from.
    let isInPopulation: Bool
    /// How many layers of its quantity it belongs to if it is drawn, at least and at most.
    var layers: ClosedRange<Int64> = 1...1
    /// The arm of the plan's frequency that fits it.
    var arm = 0
    /// The reason for which it must be included, as an index; nil without one.
    var reason: Int?

    static let certainty: UInt64 = 1 << 32
    static let outside = State(probability: 0, isInPopulation: false)

    var isCertain: Bool { probability == Self.certainty }
    var isPossible: Bool { probability > 0 }
  }

  enum Basis: Hashable {
    /// Drawn on a day, as recorded; some of the keys may have left the registry since.
    case drawn(on: String, event: Int, gone: Int)
    /// Not drawn yet: worked out for the first day of the period.
    case planned
  }

  let outline: PlanOutline
  /// With values for its parameters.
  let plan: PlanDeclaration
  let round: Round
  let basis: Basis
  /// The objects that are drawn from, and how many of them are drawn.
  let population: Int
  let drawn: Int
  /// Of these, certain before the draw.
  let certain: Int
  let states: [State]
  /// The state of each object of the key space, as an index into `states`; 0 is outside.
  let ofObjects: [Int32]

  /// How often an object in each of the states is visited in a year if it is drawn.
  func visits(in year: Int) -> [ClosedRange<Int64>] { states.map { visits($0, in: year) } }

  private func visits(_ state: State, in year: Int) -> ClosedRange<Int64> {
    let once = plan.visits(
      in: year, of: round.days, arm: plan.frequency == nil ? nil : state.arm)
    return once.lowerBound &* state.layers.lowerBound...once.upperBound &* state.layers.upperBound
  }
}
