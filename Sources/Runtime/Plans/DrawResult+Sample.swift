import Digest
import Engine
import Quantities
import Sampling
import Semantics
import Store
import Syntax

extension DrawResult {
  /// The sample in words and keys, with the work that it plans.
  init(
    _ sample: Sample, _ program: Program, on date: CivilDate, seed: String,
    commitment: SeedCommitment?
  ) throws(Stop) {
    let plan = sample.plan
    var objects: [Object] = []
    objects.reserveCapacity(sample.objects.count)
    for (position, object) in sample.objects.enumerated() {
      var one = Object(
        key: try sample.rows.key(of: object.row), ticket: object.ticket.hex,
        stratum: object.stratum, isIncluded: object.isIncluded)
      one.itemsDue = sample.itemsDue(at: position)
      objects.append(one)
    }
    let visits = try plan.visits(to: Int64(objects.count))
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
      group: plan.group, period: plan.period, on: date, seed: seed,
      root: sample.root.text, registry: sample.rows.version, commitment: commitment,
      rowCount: sample.rows.rowCount, inScope: sample.inScope, excluded: sample.excluded,
      strata: sample.strata, includedOnTop: sample.includedOnTop, drawn: objects, visits: visits,
      personVisits: personVisits)
    inspection = sample.inspectionItems(program)
  }
}

extension DrawResult {
  /// The same draw, of a registry that is known under other particulars.
  func over(_ registry: RegistryVersion) -> DrawResult {
    var draw = DrawResult(
      plan: plan, lead: lead, participants: participants, group: group, period: period, on: on,
      seed: seed, root: root, registry: registry, commitment: commitment, rowCount: rowCount,
      inScope: inScope,
      excluded: excluded, strata: strata, includedOnTop: includedOnTop, drawn: drawn,
      visits: visits, personVisits: personVisits)
    draw.inspection = inspection
    return draw
  }
}

extension DrawResult.Department {
  fileprivate init(_ department: DepartmentDeclaration) {
    self.init(name: department.name.text, title: department.title)
  }
}

extension PlanDeclaration {
  /// Visits in the period: objects times the frequency's count for each year, quarter or month
  /// that the period touches; once without a frequency.
  fileprivate func visits(to objects: Int64) throws(Stop) -> Int64 {
    guard let frequency else { return objects }
    let (each, overflow) = frequency.count.multipliedReportingOverflow(
      by: periodsTouched(frequency.per))
    let (visits, more) = each.multipliedReportingOverflow(by: objects)
    if overflow || more { throw .fault(fault(.overflow, at: name.span)) }
    return visits
  }

  private func periodsTouched(_ per: Frequency.Period) -> Int64 {
    let (from, to) = (period.from.components, period.to.components)
    return switch per {
    case .year: Int64(to.year - from.year + 1)
    case .quarter:
      Int64((to.year * 4 + period.to.quarter) - (from.year * 4 + period.from.quarter) + 1)
    case .month: Int64((to.year * 12 + to.month) - (from.year * 12 + from.month) + 1)
    }
  }
}
