import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

/// The share of each plan.
extension PortfolioReviewer {
  /// The shares of all plans, in their order. Plans that are drawn along with others come after
  /// these.
  mutating func makeShares(_ wanted: Set<Int>?) throws(RunFailure) {
    let outlines = portfolio.company.plans
    var order = outlines.indices.map { (plan: $0, depth: depth(of: outlines[$0])) }
    order.sort { ($0.depth, $0.plan) < ($1.depth, $1.plan) }
    var found = outlines.map { _ in [PlanShare]() }
    for (plan, _) in order {
      let outline = outlines[plan]
      do throws(RunFailure) {
        found[plan] = try shares(of: outline, found, wanted)
      } catch {
        // One plan that cannot be drawn does not keep the others from being looked at.
        guard case .mistakes(let reasons) = error else { throw error }
        diagnostics.append(planLeftOut(outline, reasons))
      }
    }
    shares = found.flatMap(\.self).filter { share in
      wanted.map { !$0.isDisjoint(with: share.round.years) } ?? true
    }
  }

  /// How many plans it is drawn along with, one with the other.
  private func depth(of outline: PlanOutline) -> Int {
    let plans = program(outline.script).plans
    var (depth, next) = (0, outline.plan.relations.along)
    while let id = next, depth < plans.count {
      (depth, next) = (depth + 1, plans[id.index].relations.along)
    }
    return depth
  }

  private func shares(
    of outline: PlanOutline, _ known: [[PlanShare]], _ wanted: Set<Int>?
  ) throws(RunFailure) -> [PlanShare] {
    let (rounds, values) = try rounds(of: outline)
    let drawsNobodyTwice = outline.plan.sampling.history.withoutRepeats != nil
    var found: [PlanShare] = []
    for round in rounds {
      // Others may depend on what is drawn in other years.
      if let wanted, wanted.isDisjoint(with: round.years), !drawsNobodyTwice,
        outline.plan.relations.along == nil, !isDrawnAlong(outline)
      {
        continue
      }
      let earlier = drawsNobodyTwice ? found : []
      guard var share = try share(of: outline, round, values, after: earlier) else { continue }
      if outline.plan.sampling.history.drawsNobodyTwice { share = share.following(earlier) }
      if let along = outline.plan.relations.along {
        share = try joined(share, along, known)
      }
      found.append(share)
    }
    return found
  }

  private func isDrawnAlong(_ outline: PlanOutline) -> Bool {
    portfolio.company.plans.contains { other in
      guard let id = other.plan.relations.along else { return false }
      return program(other.script).plans[id.index].span == outline.plan.span
    }
  }

  /// A share as that of the plan it is drawn along with, in the round of the same day.
  private func joined(
    _ share: PlanShare, _ along: PlanID, _ known: [[PlanShare]]
  ) throws(RunFailure) -> PlanShare {
    let outline = share.outline
    let plan = program(outline.script).plans[along.index]
    let others = known.flatMap(\.self).filter { $0.outline.plan.span == plan.span }
    var day = share.round.days.from
    if case .drawn(let on, _, _) = share.basis { day = CivilDate(on) ?? day }
    let other =
      others.first { $0.round.contains(day) }
      ?? others.first { share.round.contains($0.round.days.from) }
    guard let other else {
      // A recorded draw is known by itself.
      if share.basis != .planned { return share }
      throw .mistakes([Diagnostic(.planLeftOut, at: plan.name.span, [.text(plan.name.text)])])
    }
    let name = spaceName(outline.plan.registry, outline.script)
    let otherName = spaceName(other.outline.plan.registry, other.outline.script)
    guard name != otherName else { return share.drawn(along: other) { $0 } }
    guard let space = spaces[name], let otherSpace = spaces[otherName] else { return share }
    return share.drawn(along: other) { object in
      otherSpace.row(of: space.key(of: object), in: other.outline.registry).map {
        otherSpace.object(ofRow: $0, in: other.outline.registry)
      }
    }
  }

  /// The rounds of a plan, and the values of parameters that decide on them: those of its draws, or
  /// its own.
  private func rounds(
    of outline: PlanOutline
  ) throws(RunFailure) -> (rounds: [Round], values: [PlanDeclaration.ParameterValue?]) {
    let plan = outline.plan
    var values: [PlanDeclaration.ParameterValue?] = plan.parameters.map { _ in nil }
    guard case .open = plan.rounds else { return (plan.allRounds, values) }
    let recorded: [Round.Days]
    do {
      recorded = try snapshot.rounds(of: plan)
    } catch {
      throw RunFailure(error)
    }
    for days in recorded {
      values = try recordedDraw(of: outline, days.text)?.values ?? values
    }
    do throws(Stop) {
      return (try interpreter(outline.script).inRounds(plan, values).allRounds, values)
    } catch {
      throw RunFailure(error)
    }
  }

  /// Nil where there is nothing to visit.
  private func share(
    of outline: PlanOutline, _ round: Round, _ values: [PlanDeclaration.ParameterValue?],
    after earlier: [PlanShare]
  ) throws(RunFailure) -> PlanShare? {
    let script = outline.script
    let recorded = try recordedDraw(of: outline, round.text)
    do throws(Stop) {
      let name = spaceName(outline.plan.registry, script)
      guard let space = spaces[name] else {
        // Says why the registry cannot be read.
        _ = try interpreter(script).registries.rows(
          outline.plan.registry, at: outline.plan.name.span)
        return nil
      }
      guard let recorded else {
        return try interpreter(script, asOf: round.days.from)
          .plannedShare(outline, round, space, values, after: earlier)
      }
      return try interpreter(script, asOf: recorded.on).drawnShare(outline, round, space, recorded)
    } catch {
      throw RunFailure(error)
    }
  }

  /// The last draw of a round.
  private func recordedDraw(
    of outline: PlanOutline, _ round: String
  ) throws(RunFailure) -> RecordedKeys? {
    let stream = History.stream(of: outline.plan, round)
    let events: [StoredEvent]
    do {
      events = try snapshot.events(in: stream)
    } catch {
      throw RunFailure(error)
    }
    guard let event = events.last(where: { $0.kind == History.drawn }) else { return nil }
    return try RecordedKeys(
      event, of: outline.plan, portfolio.scripts[outline.script])
  }
}
