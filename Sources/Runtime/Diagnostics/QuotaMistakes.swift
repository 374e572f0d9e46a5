import Quantities
import Sampling
import Semantics
import Source

/// Turns what the populations cannot meet into diagnostics at the quantities of a plan.
struct QuotaMistakes {
  let plan: PlanDeclaration
  /// For each stratum of the allocation the plan's stratum and the cell's label.
  let places: [(stratum: Int, cell: String?)]
  /// Strata that want something of their parts.
  var units: [PlanParts.Unit] = []
  /// The values of bounds over all strata.
  var areaLabels: [[String]] = []

  func diagnostics(_ failure: AllocationFailure) -> [Diagnostic] {
    failure.errors.map(diagnostic)
  }

  private func diagnostic(_ error: AllocationError) -> Diagnostic {
    switch error {
    case .ratioOutOfRange(let place, let ratio):
      return make(.ratioOutOfRange, place, [.text(ratio.description)])
    case .negativeCount(let place, let count):
      return make(.negativeCount, place, [.number(Int(count))])
    case .countAbovePopulation(let place, let count, let population):
      return make(.countAbovePopulation, place, [.number(Int(count)), .number(population)])
    case .emptyRange(let place, let least, let greatest, let population):
      return make(
        .emptyQuotaRange, place, [.number(population), .number(least), .number(greatest)])
    case .countDisagrees(let place, let agreed): return countDisagrees(place, agreed)
    case .resultDisagrees(let place, let drawn, let stated, let year):
      return make(
        .countDisagrees, place, [.number(drawn), .text(String(stated))],
        notes: yearNote(year, stated))
    case .partsExclude(let stratum, let permitted, let quantity):
      return partsExclude(stratum, permitted, quantity)
    case .includedAboveQuota(let stratum, let included, let greatest, let population, let year):
      return includedAbove(stratum, included, greatest, population, year)
    case .zeroQuota(let stratum, let population):
      return make(.zeroQuota, .stratum(stratum), [.number(population)])
    case .overallContradiction(let atLeast, let leastFrom, let atMost, let mostFrom):
      var diagnostic = make(
        .overallContradiction, .overall(leastFrom), [.number(atLeast), .number(atMost)])
      if mostFrom != leastFrom {
        diagnostic.related.append(
          Label(span(.overall(mostFrom)), Message(.doesNotHold)))
      }
      return diagnostic
    case .overallTooLow(let bound, let atLeast, let greatest, let population, let year):
      let total = greatest.reduce(0, +)
      return make(
        .overallTooLow, .overall(bound), [.number(total), .number(atLeast)],
        notes: arithmetic(greatest, total, population) + yearNote(year, atLeast))
    case .overallTooHigh(let bound, let atMost, let least, let population, let year):
      let total = least.reduce(0, +)
      return make(
        .overallTooHigh, .overall(bound), [.number(total), .number(atMost)],
        notes: arithmetic(least, total, population) + yearNote(year, atMost))
    }
  }

  func make(
    _ code: DiagnosticCode, _ place: AllocationError.Place, _ arguments: [MessageArgument],
    notes: [Message] = []
  ) -> Diagnostic {
    Diagnostic(code, at: span(place), arguments, notes: placeNote(place) + notes)
  }

  private func span(_ place: AllocationError.Place) -> Span {
    switch place {
    case .stratum(let index): plan.sampling.strata[places[index].stratum].quantity.span
    case .part(let index, let part):
      plan.sampling.strata[places[index].stratum].quantity.subquotas[part].quantity.span
    case .overall(let index): plan.sampling.overall[index].span
    case .area(let index, _): plan.sampling.areas[index].quantity.span
    }
  }

  private func placeNote(_ place: AllocationError.Place) -> [Message] {
    let index: Int
    switch place {
    case .stratum(let stratum), .part(let stratum, _): index = stratum
    case .overall: return []
    case .area(let area, let value):
      return [
        Message(
          .ofArea, [.text(plan.sampling.areas[area].label), .text(areaLabels[area][value])])
      ]
    }
    let label = plan.sampling.strata[places[index].stratum].label
    if let cell = places[index].cell {
      if label.isEmpty { return [Message(.ofStratum, [.text(cell)])] }
      return [Message(.ofCell, [.text(label), .text(cell)])]
    }
    return label.isEmpty ? [] : [Message(.ofStratum, [.text(label)])]
  }

  /// `A 12 + B 8 = 20`, cells of one stratum added up.
  private func arithmetic(_ numbers: [Int], _ total: Int, _ population: Int) -> [Message] {
    var sums = Array(repeating: 0, count: plan.sampling.strata.count)
    for (index, number) in numbers.enumerated() { sums[places[index].stratum] += number }
    let terms = zip(plan.sampling.strata, sums).map { stratum, sum in
      stratum.label.isEmpty ? String(sum) : "\(stratum.label) \(sum)"
    }
    return [
      Message(.quotaSum, [.text(terms.joined(separator: " + ")), .number(total)]),
      Message(.strataPopulation, [.number(population)]),
    ]
  }
}
