import Quantities
import Sampling
import Semantics
import Source
import Syntax

func registryNotImported(_ name: Name, at span: Span) -> Diagnostic {
  Diagnostic(.registryNotImported, at: span, [.text(name.text)])
}

func registryDiffers(
  _ name: Name, _ differences: [SchemaDifference], at span: Span
) -> Diagnostic {
  Diagnostic(
    .registryDiffers, at: span, [.text(name.text)],
    notes: differences.map(\.message) + [Message(.importAgain)])
}

func registryChanged(_ name: String) -> Diagnostic {
  Diagnostic(.registryChanged, at: .nowhere, [.text(name)])
}

func unknownPlan(_ name: String, _ plans: [PlanDeclaration]) -> Diagnostic {
  Diagnostic(
    .unknownPlan, at: .nowhere, [.text(name)],
    notes: plans.isEmpty
      ? [] : [Message(.plansAre, [.words(.list(plans.map(\.name.text)))])])
}

func unknownRegistry(_ name: String, _ registries: [RegistryDeclaration]) -> Diagnostic {
  Diagnostic(
    .unknownRegistry, at: .nowhere, [.text(name)],
    notes: registries.isEmpty
      ? []
      : [Message(.registriesAre, [.words(.list(registries.map(\.name.text)))])])
}

/// That a date lies in the period but not in the draw window; nil where it does.
func outsideWindow(_ date: CivilDate, _ plan: PlanDeclaration, at span: Span?) -> Diagnostic? {
  let times = plan.round(on: date).map { plan.times(of: $0) } ?? plan.times
  guard let window = times.window, date < window.from || window.to < date else { return nil }
  return Diagnostic(
    .drawOutsideWindow, at: span.map { .source($0) } ?? .nowhere,
    [
      .text(date.description), .text(plan.name.text), .text(window.from.description),
      .text(window.to.description),
    ])
}

func drawOutsidePeriod(_ date: CivilDate, _ plan: PlanDeclaration, at span: Span?) -> Diagnostic {
  Diagnostic(
    .drawOutsidePeriod, at: span.map { .source($0) } ?? .nowhere,
    [
      .text(date.description), .text(plan.name.text), .text(plan.period.from.description),
      .text(plan.period.to.description),
    ])
}

func drawBetweenRounds(_ date: CivilDate, _ plan: PlanDeclaration, at span: Span?) -> Diagnostic {
  Diagnostic(
    .drawBetweenRounds, at: span.map { .source($0) } ?? .nowhere,
    [.text(date.description), .text(plan.name.text)], notes: [roundsNote(plan)])
}

func roundNotNamed(_ plan: PlanDeclaration) -> Diagnostic {
  Diagnostic(
    .roundNotNamed, at: .nowhere, [.text(plan.name.text), .number(plan.allRounds.count)],
    notes: [
      roundsNote(plan),
      Message(
        .giveDayOfRound, [.text((plan.allRounds.first?.days.from ?? plan.period.from).description)]),
    ])
}

/// - Parameter recorded: the rounds that are on record.
func otherRounds(_ plan: PlanDeclaration, _ recorded: [String]) -> Diagnostic {
  Diagnostic(
    .otherRounds, at: plan.name.span, [.text(plan.name.text)],
    notes: [
      Message(.roundsRecorded, [.text(recorded.joined(separator: "  "))]), roundsNote(plan),
    ])
}

/// With as many objects as a stratum gives in a round.
func rotationTooFew(
  _ rotation: HistoryRules.Rotation, _ stratum: PlanDeclaration.Stratum, rounds: Int, quota: Int,
  population: Int
) -> Diagnostic {
  Diagnostic(
    .rotationTooFew, at: rotation.span, [.words(Words(months: rotation.months))],
    related: [Label(stratum.quantity.span, Message(.doesNotHold))],
    notes: [
      Message(
        .rotationSum,
        [.number(quota), .number(rounds), .number(quota * rounds), .number(population)])
    ])
}

func historyMissing(_ missing: [DrawResult.EarlierDraws.Draw]) -> Diagnostic {
  Diagnostic(
    .historyMissing, at: .nowhere, [.number(missing.count)],
    notes: missing.map {
      Message(
        .earlierDraw, [.text($0.plan), .text($0.period), .number($0.event), .text($0.digest)])
    } + [Message(.giveHistory)])
}

func historyDiffers(_ name: String) -> Diagnostic {
  Diagnostic(.historyDiffers, at: .nowhere, [.text(name)])
}

/// The rounds of a plan, the first of many.
private func roundsNote(_ plan: PlanDeclaration) -> Message {
  let rounds = plan.allRounds
  let shown = rounds.prefix(12).map(\.text) + (rounds.count > 12 ? ["…"] : [])
  return Message(.roundsAre, [.text(shown.joined(separator: "  "))])
}

func emptySeed(at span: Span?) -> Diagnostic {
  Diagnostic(.emptySeed, at: span.map { .source($0) } ?? .nowhere)
}

func lineFeed(in part: DrawRoot.Part, at span: Span?) -> Diagnostic {
  Diagnostic(
    part == .seed ? .lineFeedInSeed : .lineFeedInGroup,
    at: span.map { .source($0) } ?? .nowhere)
}

func lineFeed(inKey key: String, at span: Span) -> Diagnostic {
  Diagnostic(.lineFeedInKey, at: span, [.text(key)])
}

func alreadyDrawn(_ plan: PlanDeclaration, _ round: Round, _ earlier: [HistoryEntry]) -> Diagnostic
{
  var notes: [Message] = []
  for case .drawn(let event, let on, _, let count, _) in earlier {
    notes.append(Message(.drawnOn, [.number(event), .text(on), .number(count)]))
  }
  return Diagnostic(
    .alreadyDrawn, at: .nowhere, [.text(plan.name.text), .text(round.text)],
    notes: notes + [Message(.giveReason)])
}

func commitmentOpen(_ plan: PlanDeclaration, _ round: Round) -> Diagnostic {
  Diagnostic(.commitmentOpen, at: .nowhere, [.text(plan.name.text), .text(round.text)])
}

func redrawNeedsCommitment(_ plan: PlanDeclaration, _ round: Round) -> Diagnostic {
  Diagnostic(
    .redrawNeedsCommitment, at: .nowhere, [.text(plan.name.text), .text(round.text)])
}

func nothingToRedraw(_ plan: PlanDeclaration, _ round: Round) -> Diagnostic {
  Diagnostic(
    .nothingToRedraw, at: .nowhere, [.text(plan.name.text), .text(round.text)])
}

func seedNotCommitted(_ commitment: SeedCommitment) -> Diagnostic {
  Diagnostic(
    .seedNotCommitted, at: .nowhere,
    notes: [
      Message(.committedDigest, [.text(commitment.digest), .number(commitment.event)])
    ])
}

func noSuchParameter(_ name: String, _ plan: PlanDeclaration) -> Diagnostic {
  let names = plan.parameters.map(\.name.text)
  return Diagnostic(
    .unknownParameter, at: .nowhere, [.text(plan.name.text), .text(name)],
    notes: names.isEmpty
      ? []
      : [
        Message(
          .parametersAre,
          [.words(.list(names))])
      ])
}

func parameterText(
  _ text: String, _ parameter: PlanDeclaration.Parameter, _ type: Words
) -> Diagnostic {
  Diagnostic(
    .parameterText, at: .nowhere, [.text(text), .text(parameter.name.text), .words(type)])
}
