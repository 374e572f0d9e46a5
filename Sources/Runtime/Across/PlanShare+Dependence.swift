import Engine
import Semantics

/// Draws that are not independent of each other.
extension PlanShare {
  /// This round after others of a plan that draws nobody twice: the tickets that draw an object lie
  /// above those of the earlier rounds.
  ///
  /// - Complexity: O(objects × rounds)
  func following(_ earlier: [PlanShare]) -> PlanShare {
    var share = self
    let planned = earlier.filter { $0.basis == .planned }
    guard basis == .planned, let first = planned.first else { return share }
    share.commonDraw = first.ownTickets
    var known: [State: Int32] = [:]
    for object in ofObjects.indices {
      var state = states[Int(ofObjects[object])]
      guard state.isPossible else { continue }
      let below = planned.reduce(UInt64(0)) { $0 + $1.state(of: object).probability }
      guard below > 0 else { continue }
      state.lowestTicket = min(below, State.certainty)
      state.probability = min(state.probability, State.certainty - state.lowestTicket)
      if known[state] == nil {
        known[state] = Int32(share.states.count)
        share.states.append(state)
      }
      share.ofObjects[object] = known[state] ?? 0
    }
    return share
  }

  /// Whether one of the plans is drawn along with the other, or both with a third: a visit for one
  /// is a visit for both.
  func isJoint(with other: PlanShare) -> Bool {
    let (a, b) = (along ?? place, other.along ?? other.place)
    return a.plan == b.plan && outline.plan.span != other.outline.plan.span
  }

  /// The share of a plan that is drawn along with another: whom that one draws, of its own objects.
  ///
  /// - Parameter theirs: the other plan's number of an object of this plan; nil if it has none.
  func drawn(along other: PlanShare, _ theirs: (Int) -> Int?) -> PlanShare {
    var share = self
    share.along = other.along ?? other.place
    guard basis == .planned else { return share }
    share.commonDraw = other.basis == .planned ? other.commonDraw ?? other.ownTickets : nil
    var known: [State: Int32] = [:]
    var drawn: UInt128 = 0
    var certain = 0
    for object in ofObjects.indices {
      var state = states[Int(ofObjects[object])]
      guard state.isInPopulation else { continue }
      let drawing = theirs(object).map { other.state(of: $0) } ?? .outside
      state.probability = state.isPossible ? drawing.probability : 0
      state.lowestTicket = drawing.lowestTicket
      if known[state] == nil {
        known[state] = Int32(share.states.count)
        share.states.append(state)
      }
      share.ofObjects[object] = known[state] ?? 0
      drawn += UInt128(state.probability)
      if state.isCertain { certain += 1 }
    }
    share.drawn = Int(clamping: (drawn + (1 << 31)) >> 32)
    share.certain = certain
    return share
  }
}
