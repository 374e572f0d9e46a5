import Quantities
import Semantics
import Syntax

/// The earlier draws that the draw of a round relies on.
struct PlanHistory {
  let plan: PlanDeclaration
  let day: CivilDate
  /// Those that some rule of the plan asks for, in their order.
  let draws: [PastDraw]
  /// Those of the plan itself in its other rounds.
  let own: [PastDraw]

  /// - Parameter past: all draws of the registry, in their order.
  init(of plan: PlanDeclaration, _ round: Round, on day: CivilDate, among past: [PastDraw]) {
    self.plan = plan
    self.day = day
    // What was drawn for this round before is drawn again.
    let before = past.filter {
      $0.on <= day && !($0.plan == plan.name.text && $0.period == round.text)
    }
    let rules = plan.sampling.history
    let rotations = Set(plan.sampling.strata.indices.compactMap { plan.rotation(of: $0) })
    own = before.filter { PlanHistory.isRepeat($0, of: plan) }
    draws = before.filter { draw in
      rules.withoutRepeats != nil && PlanHistory.isRepeat(draw, of: plan)
        || rules.exclusions.contains { $0.takes(draw, day) }
        || rotations.contains { HistoryRules.Window.months($0).reaches(from: draw.on, to: day) }
        || rules.caps.contains { $0.mayCount(draw, day) }
    }
  }

  /// Whether a draw was one of the plan's in its period.
  private static func isRepeat(_ draw: PastDraw, of plan: PlanDeclaration) -> Bool {
    (draw.plan ?? plan.name.text) == plan.name.text && plan.period.from <= draw.on
      && draw.on <= plan.period.to
  }

  /// Draws whose objects come last, for a rotation of so many months.
  func draws(inMonths months: Int64) -> [PastDraw] {
    draws.filter { HistoryRules.Window.months(months).reaches(from: $0.on, to: day) }
  }
}

extension HistoryRules.Exclusion {
  func takes(_ draw: PastDraw, _ day: CivilDate) -> Bool {
    let isNamed = plans.isEmpty || (draw.plan.map(plans.contains) ?? true)
    return isNamed && window.reaches(from: draw.on, to: day)
  }
}

extension HistoryRules.Cap {
  /// Whether the visits of a draw can count for an object.
  func mayCount(_ draw: PastDraw, _ day: CivilDate) -> Bool {
    switch within {
    case .rolling(let window): window.reaches(from: draw.on, to: day)
    case .dates: true
    }
  }
}
