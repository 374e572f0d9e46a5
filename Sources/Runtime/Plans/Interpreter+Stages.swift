import Engine
import Sampling
import Semantics
import Source
import Syntax

/// Draws that rest on other draws: along with another plan, and in two stages.
extension Interpreter {
  /// The sample of the plan that this one is drawn along with, for the same seed and date.
  func along(
    _ plan: PlanDeclaration, seed: String, seedSpan: Span?, _ asksEngine: Bool
  ) throws(Stop) -> Sample? {
    guard let id = plan.relations.along else { return nil }
    guard let date = asOf else { throw .impossible("a draw without a date") }
    let other = program.plans[id.index]
    _ = try other.round(drawnOn: date, at: plan.name.span)
    let ready = try ready(
      other, other.parameters.map { _ in nil }, on: date, at: plan.name.span)
    return try sample(
      ready.plan, ready.round, seed: seed, seedSpan: seedSpan, asksEngine: asksEngine)
  }

  /// The positions of the rows whose keys another sample has, ascending.
  func positions(of other: Sample, in rows: RowSet) throws(Stop) -> [Int32] {
    guard case .texts(let drawn) = try other.rows.column(other.rows.declaration.key),
      case .texts(let own) = try rows.source.column(rows.source.declaration.key)
    else { throw .impossible("a key that is no text") }
    var keys = TextIndex()
    for object in other.objects { _ = keys.insert(drawn[Int(object.row)]) }
    return (0..<Int32(rows.count)).filter { keys.find(own[Int(rows[Int($0)])]) != nil }
  }

  /// Draws the second stage of a plan: for each object of the sample, rows of another registry
  /// that name it.
  ///
  /// - Parameter firstKeys: the keys of the sample's registry.
  func secondStage(
    of sample: Sample, _ firstKeys: TextColumn
  ) throws(Stop) -> SecondSample? {
    guard let stage = sample.plan.relations.secondStage else { return nil }
    let rows = try registries.rows(stage.registry, at: stage.span)
    var eligible = RowSet(rows)
    if let condition = stage.condition {
      eligible = eligible.at(
        try positions(where: condition, .rows(eligible, .row(stage.registry)), Scope()))
    }
    guard case .texts(let links) = try rows.column(stage.field),
      case .texts(let keys) = try rows.column(rows.declaration.key)
    else { throw .impossible("a key that is no text") }
    var numbers = TextIndex()
    for object in sample.objects { _ = numbers.insert(firstKeys[Int(object.row)]) }
    var firsts = Array(repeating: Int32(-1), count: rows.rowCount)
    var populations = Array(repeating: 0, count: sample.objects.count)
    for row in eligible.indices where links.isKnown(at: Int(row)) {
      guard let number = numbers.find(links[Int(row)]) else { continue }
      firsts[Int(row)] = Int32(truncatingIfNeeded: number)
      populations[number] += 1
    }
    let quotas = try quotas(stage, sample, populations, firstKeys)
    let selection: Selection
    do {
      selection = try Selection(
        root: sample.root, keys: keys, strata: firsts, quotas: quotas, meter: meter)
    } catch {
      throw stop(error, sample.plan, rows, nil)
    }
    return SecondSample(
      rows: rows, population: populations.reduce(0, +),
      objects: selection.merged(keys: keys).map {
        SecondSample.Object(
          row: Int32($0.row), ticket: $0.ticket, first: Int(firsts[$0.row]))
      })
  }

  /// How many rows each object of the first stage gives.
  private func quotas(
    _ stage: PlanRelations.SecondStage, _ sample: Sample, _ populations: [Int],
    _ firstKeys: TextColumn
  ) throws(Stop) -> [Int] {
    let quantity = Allocation.Quantity(stage.quantity, in: sample.round)
    do {
      return try Allocation(
        of: populations.map { Allocation.Stratum(population: $0, quantity: quantity) },
        allowsZero: stage.allowsZero
      ).quotas
    } catch {
      // As a plan of one stratum, with a cell for each object.
      var plan = sample.plan
      let name = program.registries[stage.registry.index].name.text
      plan.sampling.strata = [
        PlanDeclaration.Stratum(patterns: [], label: name, quantity: stage.quantity)
      ]
      let places = sample.objects.map { (0, firstKeys[Int($0.row)] as String?) }
      let mistakes = QuotaMistakes(plan: plan, places: places).diagnostics(error)
      throw .mistakes(Array(mistakes.prefix(Self.mostStageMistakes)))
    }
  }

  private static let mostStageMistakes = 5
}
