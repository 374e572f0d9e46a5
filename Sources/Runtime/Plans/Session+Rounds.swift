public import Quantities
import Semantics
import Source
import Store

/// Which round a draw, a commitment or a history is of.
extension Session {
  /// Which of a plan's rounds a date lies in; nil for a plan whose period is its only round.
  ///
  /// - Parameter parameters: values for the plan's parameters, as for the draw.
  public func round(
    plan name: String, on date: CivilDate, parameters: [String: String] = [:]
  ) throws(RunFailure) -> DrawResult.Round? {
    let plan = try plan(name)
    let round = try round(of: plan, on: date, parameters, in: try snapshot())
    return plan.rounds.map { _ in DrawResult.Round(number: round.number, count: round.count) }
  }

  /// - Parameter date: nil for the only round of a plan.
  func round(
    of declared: PlanDeclaration, on date: CivilDate?, _ parameters: [String: String],
    in snapshot: any StoreSnapshot
  ) throws(RunFailure) -> Round {
    if let date { try checkDay(date, of: declared) }
    var plan = declared
    if case .open = declared.rounds {
      let values = try script.parameterValues(parameters, of: declared)
      let interpreter = try interpreter(asOf: date, over: snapshot)
      do throws(Stop) {
        plan = try interpreter.inRounds(declared, values)
      } catch {
        throw RunFailure(error)
      }
      try checkRecordedRounds(of: plan, in: snapshot)
    }
    return try round(of: plan, on: date)
  }

  /// The history of one round, of those that are on record where their number is open.
  ///
  /// - Parameter date: nil for the only round of a plan.
  func history(of plan: PlanDeclaration, on date: CivilDate?) throws(RunFailure) -> History {
    let snapshot = try snapshot()
    guard case .open = plan.rounds else {
      return try history(of: plan, try round(of: plan, on: date), in: snapshot)
    }
    if let date { try checkDay(date, of: plan) }
    let recorded = try recordedRounds(of: plan, in: snapshot)
    if recorded.isEmpty { return try History("", []) }
    var plan = plan
    plan.rounds = .listed(recorded)
    if let date, plan.round(on: date) == nil { return try History("", []) }
    return try history(of: plan, try round(of: plan, on: date), in: snapshot)
  }

  func history(
    of plan: PlanDeclaration, _ round: Round, in snapshot: any StoreSnapshot
  ) throws(RunFailure) -> History {
    try history(of: plan, round.days, in: snapshot)
  }

  /// The histories of all rounds of a plan that have one, each with the round's first and last day
  /// as an ISO 8601 interval.
  public func histories(
    plan name: String
  ) throws(RunFailure) -> [(round: String, entries: [HistoryEntry])] {
    let plan = try plan(name)
    let snapshot = try snapshot()
    var histories: [(round: String, entries: [HistoryEntry])] = []
    for days in try recordedRounds(of: plan, in: snapshot) {
      histories.append((days.text, try history(of: plan, days, in: snapshot).entries))
    }
    return histories
  }

  private func history(
    of plan: PlanDeclaration, _ days: Round.Days, in snapshot: any StoreSnapshot
  ) throws(RunFailure) -> History {
    let stream = History.stream(of: plan, days.text)
    do {
      return try History(stream, try snapshot.events(in: stream))
    } catch let error as StoreError {
      throw RunFailure(error)
    } catch let error as RunFailure {
      throw error
    } catch {
      throw .mistakes([impossible("\(error)")])
    }
  }

  /// - Parameter date: nil for the only round of a plan.
  private func round(of plan: PlanDeclaration, on date: CivilDate?) throws(RunFailure) -> Round {
    if let date {
      do throws(Stop) {
        return try plan.round(drawnOn: date, at: nil)
      } catch {
        throw RunFailure(error)
      }
    }
    let rounds = plan.allRounds
    guard rounds.count == 1, let only = rounds.first else { throw .mistakes([roundNotNamed(plan)]) }
    return only
  }

  /// Refuses a day on which a plan is not drawn whatever its parameters are.
  func checkDay(_ date: CivilDate, of plan: PlanDeclaration) throws(RunFailure) {
    _ = try round(of: plan, on: date)
  }

  /// The first draw of a period, or the first commitment, settles how many rounds it has.
  private func checkRecordedRounds(
    of plan: PlanDeclaration, in snapshot: any StoreSnapshot
  ) throws(RunFailure) {
    let own = plan.allRounds.map(\.days)
    let recorded = try recordedRounds(of: plan, in: snapshot)
    if recorded.allSatisfy(own.contains) { return }
    throw .mistakes([otherRounds(plan, recorded.map(\.text))])
  }

  private func recordedRounds(
    of plan: PlanDeclaration, in snapshot: any StoreSnapshot
  ) throws(RunFailure) -> [Round.Days] {
    do {
      return try snapshot.rounds(of: plan)
    } catch {
      throw RunFailure(error)
    }
  }
}

extension StoreSnapshot {
  /// The rounds within a plan's period that have a history, in order.
  func rounds(of plan: PlanDeclaration) throws(StoreError) -> [Round.Days] {
    let prefix = History.stream(of: plan, "")
    return try streams(startingWith: prefix).compactMap { stream in
      let ends = stream.dropFirst(prefix.count).split(separator: "/")
      guard ends.count == 2, let from = CivilDate(String(ends[0])),
        let to = CivilDate(String(ends[1])), plan.period.from <= from, to <= plan.period.to
      else { return nil }
      return Round.Days(from: from, to: to)
    }
  }
}
