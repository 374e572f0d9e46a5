import Digest
import Engine
import Quantities
import Sampling
import Semantics
import Source
import Store
import Syntax

extension DrawResult {
  /// The sample in words and keys, with the work that it plans.
  init(
    _ sample: Sample, _ program: Program, on date: CivilDate, seed: String,
    commitment: SeedCommitment?
  ) throws(Stop) {
    let plan = sample.plan
    let round = sample.round
    var objects: [Object] = []
    objects.reserveCapacity(sample.objects.count)
    for (position, object) in sample.objects.enumerated() {
      var one = Object(
        key: try sample.rows.key(of: object.row), ticket: object.ticket.hex,
        stratum: object.stratum, isIncluded: object.isIncluded)
      one.itemsDue = sample.itemsDue(at: position)
      one.layers = object.layers
      objects.append(one)
    }
    let visits = try sample.plannedVisits()
    var personVisits: [PersonVisits] = []
    for (id, count) in plan.inspectors {
      let department = program.departments[id.index]
      guard let persons = try sample.plannedVisits(by: id).times(count) else {
        throw .fault(fault(.overflow, at: plan.name.span))
      }
      var duty = PersonVisits(
        department: department.name.text, title: department.title, inspectors: count,
        personVisits: persons.least)
      duty.mostPersonVisits = persons.greatest
      personVisits.append(duty)
    }
    self.init(
      plan: plan.name.text, lead: Department(program.departments[plan.lead.index]),
      participants: plan.participants.map { Department(program.departments[$0.index]) },
      group: plan.group, period: (round.days.from, round.days.to), on: date, seed: seed,
      root: sample.root.text, registry: sample.rows.version, commitment: commitment,
      rowCount: sample.rows.version.rowCount, inScope: sample.inScope, excluded: sample.excluded,
      strata: sample.strata, includedOnTop: sample.includedOnTop, drawn: objects,
      visits: visits.least,
      personVisits: personVisits)
    mostVisits = visits.greatest
    includedBefore = sample.population.onTopBefore.count
    inspection = sample.inspectionItems(program)
    inapplicable = sample.inapplicableElements(program)
    duties = plan.duties(program)
    measures = plan.measures(program)
    if plan.rounds != nil { self.round = Round(number: round.number, count: round.count) }
    relations = sample.relations
    areas = sample.areas
    let writer = ValueWriter(program, .chinese, quotesTexts: false)
    parameters = zip(plan.parameters, plan.values).map { parameter, value in
      Parameter(
        name: parameter.name.text,
        value: writer.text(Value(value), parameter.type))
    }
    loads = try sample.loads(program)
    let times = plan.times(of: round)
    completeBy = try plan.lastDay(of: program, times, drawnOn: date)
    dueDates = try DueDates(
      plan: plan, times: times, program: program, on: date, completeBy: completeBy
    ).all()
    calendars = plan.calendars.compactMap { Calendar(program.calendars[$0.index]) }
    earlier = sample.population.marks.map { marks in
      EarlierDraws(
        draws: marks.history.draws.map {
          EarlierDraws.Draw(
            plan: $0.plan ?? "", period: $0.period, on: $0.on, event: $0.event, digest: $0.digest)
        }, excluded: sample.population.excludedByHistory)
    }
  }
}

extension DrawResult {
  /// The same draw, of a registry that is known under other particulars.
  func over(_ registry: RegistryVersion) -> DrawResult {
    var result = self
    result.registry = registry
    return result
  }
}

extension DrawResult.Calendar {
  /// Nil for a declaration with mistakes.
  fileprivate init?(_ calendar: CalendarDeclaration) {
    guard let days = calendar.days else { return nil }
    self.init(
      name: calendar.name.text, years: days.firstDay.year...days.lastDay.year,
      assumedYears: days.assumedYears,
      notices: calendar.notices.sorted { $0.key < $1.key }.map {
        Notice(year: $0.key, text: $0.value)
      })
  }
}

extension PlanDeclaration {
  /// The day by which a round is completed, which may be counted from the draw.
  fileprivate func lastDay(
    of program: Program, _ times: Times, drawnOn date: CivilDate
  ) throws(Stop) -> CivilDate? {
    guard let completion = times.completion, case .after(.draw, _) = completion.kind else {
      return times.completeBy
    }
    do throws(DeadlineFault) {
      return try completion.due(from: date, calendars: program.deadlineCalendars)
    } catch {
      throw program.stop(error, completion, at: name.span)
    }
  }
}

extension DrawResult.Department {
  init(_ department: DepartmentDeclaration) {
    self.init(name: department.name.text, title: department.title)
  }
}
