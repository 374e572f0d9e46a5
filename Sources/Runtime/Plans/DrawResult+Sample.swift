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
      let (persons, overflow) = visits.multipliedReportingOverflow(by: count)
      if overflow { throw .fault(fault(.overflow, at: plan.name.span)) }
      personVisits.append(
        PersonVisits(
          department: department.name.text, title: department.title, inspectors: count,
          personVisits: persons))
    }
    self.init(
      plan: plan.name.text, lead: Department(program.departments[plan.lead.index]),
      participants: plan.participants.map { Department(program.departments[$0.index]) },
      group: plan.group, period: (round.days.from, round.days.to), on: date, seed: seed,
      root: sample.root.text, registry: sample.rows.version, commitment: commitment,
      rowCount: sample.rows.rowCount, inScope: sample.inScope, excluded: sample.excluded,
      strata: sample.strata, includedOnTop: sample.includedOnTop, drawn: objects, visits: visits,
      personVisits: personVisits)
    inspection = sample.inspectionItems(program)
    if plan.rounds != nil { self.round = Round(number: round.number, count: round.count) }
    relations = sample.relations
    let writer = ValueWriter(program, .chinese, quotesTexts: false)
    parameters = zip(plan.parameters, plan.values).map { parameter, value in
      Parameter(
        name: parameter.name.text,
        value: writer.text(Value(value), parameter.type))
    }
    loads = try plan.loads(of: visits, sample.round, program)
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

extension Sample {
  /// Visits in the round: each object is visited once for each of its layers, and as often as the
  /// frequency says.
  func plannedVisits() throws(Stop) -> Int64 {
    try plan.visits(to: objects.reduce(0) { $0 + Int64($1.layers) }, in: round.days)
  }
}

extension DrawResult.Department {
  init(_ department: DepartmentDeclaration) {
    self.init(name: department.name.text, title: department.title)
  }
}

extension PlanDeclaration {
  /// Visits in a round: objects times the frequency's count for each year, quarter or month
  /// that the round touches; once without a frequency.
  fileprivate func visits(
    to objects: Int64, in days: Semantics.Round.Days
  ) throws(Stop) -> Int64 {
    guard let each = visitsOfObject(in: days) else {
      throw .fault(fault(.overflow, at: name.span))
    }
    let (visits, overflow) = each.multipliedReportingOverflow(by: objects)
    if overflow { throw .fault(fault(.overflow, at: name.span)) }
    return visits
  }
}
