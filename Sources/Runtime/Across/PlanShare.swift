import Semantics
import Source

/// Which objects a plan visits: those that it has drawn, or before the draw those that it will
/// certainly draw, and how probable the others are.
struct PlanShare {
  /// What may become of an object.
  struct State: Hashable {
    /// In units of 2⁻³².
    var probability: UInt64
    /// The lowest of the tickets that draw it, in the same units: where earlier rounds of a plan that
    /// draws nobody twice end.
    var lowestTicket: UInt64 = 0
    /// Whether the object belongs to what is drawn from.
    let isInPopulation: Bool
    /// How many layers of its quantity it belongs to if it is drawn, at least and at most.
    var layers: ClosedRange<Int64> = 1...1
    /// The arm of the plan's frequency that fits it.
    var arm = 0
    /// The reason for which it must be included, as an index; nil without one.
    var reason: Int?
    /// Who does not come to it, as an index into the plan's `absentees`.
    var absence = 0

    static let certainty: UInt64 = 1 << 32
    static let outside = State(probability: 0, isInPopulation: false)

    init(probability: UInt64, isInPopulation: Bool) {
      self.probability = probability
      self.isInPopulation = isInPopulation
    }

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
  var drawn: Int
  /// Of these, certain before the draw.
  var certain: Int
  var states: [State]
  /// The state of each object of the key space, as an index into `states`; 0 is outside.
  var ofObjects: [Int32]
  /// Sets of departments that do not come to some objects, by their keys; the first is empty.
  var absentees: [Set<String>] = [[]]
  /// The draw whose tickets decide this one as well; nil where its own do.
  var commonDraw: String?
  /// Where the plan is drawn along with another: the place of that plan's share among all.
  var along: PlanShare.Place?
  /// Of which objects draws still to come will take how many; only for plans whose visits take
  /// working days that they tell.
  var undecided: [Undecided] = []

  /// A round of a plan.
  struct Place: Hashable {
    let plan: Span
    let round: String
  }

  var place: Place { Place(plan: outline.plan.span, round: round.text) }

  func state(of object: Int) -> State { states[Int(ofObjects[object])] }

  /// Objects of which a number is drawn, or gets a further visit.
  struct Undecided {
    let drawn: Int
    /// How many there are in each state.
    let objects: [(state: Int, count: Int)]
  }

  /// How often an object in each of the states is visited in a year if it is drawn.
  func visits(in year: Int) -> [ClosedRange<Int64>] { states.map { visits($0, in: year) } }

  private func visits(_ state: State, in year: Int) -> ClosedRange<Int64> {
    let once = plan.visits(
      in: year, of: round.days, arm: plan.frequency == nil ? nil : state.arm)
    return once.lowerBound.saturating(
      times: state.layers.lowerBound)...once.upperBound.saturating(times: state.layers.upperBound)
  }

  /// Whether one of some departments of the plan comes to the objects in a state.
  func sends(_ keys: Set<String>, to state: State) -> Bool {
    if state.absence == 0 { return true }
    return outline.departments.contains {
      keys.contains($0.key) && !absentees[state.absence].contains($0.key)
    }
  }

  /// The fewest visits in a year that are certain, to all objects together: what draws still to come
  /// take is as many of the least visited as they draw.
  ///
  /// - Parameter department: whose visits are counted, by its key.
  /// - Complexity: O(objects)
  func leastVisits(in year: Int, by department: String) -> Int64 {
    let visits = zip(states, visits(in: year)).map { state, visits in
      sends([department], to: state) ? visits.lowerBound : 0
    }
    var counts = Array(repeating: 0, count: states.count)
    for state in ofObjects { counts[Int(state)] += 1 }
    var sum: Int64 = 0
    for (state, count) in counts.enumerated() where states[state].isCertain {
      sum = sum.saturating(plus: visits[state].saturating(times: Int64(count)))
    }
    for group in undecided {
      var left = group.drawn
      for (state, count) in group.objects.sorted(by: { visits[$0.state] < visits[$1.state] }) {
        let taken = min(left, count)
        sum = sum.saturating(plus: visits[state].saturating(times: Int64(taken)))
        left -= taken
      }
    }
    return sum
  }
}

extension PlanShare {
  /// The same for plans that draw with common tickets: those of one group and period that have not
  /// been drawn yet. A recorded draw depends on nothing more.
  func tickets(_ index: Int) -> String {
    guard basis == .planned else { return "\(index)" }
    return along == nil ? ownTickets : commonDraw ?? ownTickets
  }

  /// The same for plans whose outcomes depend on each other: common tickets, and rounds of which
  /// at most one draws an object.
  func dependence(_ index: Int) -> String {
    guard basis == .planned else { return "\(index)" }
    return commonDraw ?? ownTickets
  }

  var ownTickets: String {
    outline.plan.group + "\n" + round.text
  }
}

extension Int64 {
  /// More than can be counted is more than any limit.
  func saturating(times factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }

  func saturating(plus other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
