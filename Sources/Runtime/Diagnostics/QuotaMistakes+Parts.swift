import Quantities
import Sampling
import Semantics
import Source

/// Parts, layers and ratios with numbers that the populations cannot meet.
extension QuotaMistakes {
  /// `10% × 215 = 21.5`, and for which populations the number would be right.
  func countDisagrees(_ place: AllocationError.Place, _ agreed: AgreedCount) -> Diagnostic {
    var notes: [Message] = []
    let percent = PlanDeclaration.Quantity.Amount.ratio(agreed.ratio).argument
    if let product = try? agreed.ratio.multiplied(by: Decimal(Int64(agreed.population))) {
      notes.append(
        Message(
          .ratioOfPopulation,
          [
            percent, .number(agreed.population), .text(product.description),
            .number(agreed.computed),
          ]))
    }
    if let agreeing = agreed.agreeing {
      notes.append(
        Message(
          .agreesBetween,
          [.text(String(agreeing.lowerBound)), .text(String(agreeing.upperBound))]))
    }
    return make(
      .countDisagrees, place, [.number(agreed.computed), .text(String(agreed.stated))],
      notes: notes)
  }

  func partsExclude(
    _ stratum: Int, _ permitted: ClosedRange<Int>, _ quantity: ClosedRange<Int>
  ) -> Diagnostic {
    let unit = units.first { $0.place == stratum }
    if let unit, unit.values > quantity.upperBound {
      return make(
        .coveringAboveQuota, .stratum(stratum),
        [.number(unit.values), .number(quantity.upperBound)], notes: parts(of: unit))
    }
    let words =
      permitted.lowerBound > quantity.upperBound
      ? Words(
        zh: "各部分至少要 \(permitted.lowerBound) 户，定额至多 \(quantity.upperBound) 户",
        en:
          "the parts need at least \(permitted.lowerBound), the quota is at most \(quantity.upperBound)"
      )
      : Words(
        zh: "各部分至多给 \(permitted.upperBound) 户，定额至少 \(quantity.lowerBound) 户",
        en:
          "the parts give at most \(permitted.upperBound), the quota is at least \(quantity.lowerBound)"
      )
    return make(
      .partsExclude, .stratum(stratum), [.words(words)], notes: unit.map(parts) ?? [])
  }

  /// Parts that no sample of whatever size meets.
  func partsContradict(_ unit: PlanParts.Unit) -> Diagnostic {
    make(
      .partsExclude, .stratum(unit.place),
      [.words(Words(zh: "各部分互相矛盾", en: "the parts exclude each other"))],
      notes: parts(of: unit))
  }

  /// Parts of a stratum that its cells, with the shares they have, cannot meet.
  func spreadContradicts(_ unit: PlanParts.Unit) -> Diagnostic {
    make(
      .partsExclude, .stratum(unit.place),
      [
        .words(
          Words(
            zh: "均衡分到各格以后凑不齐", en: "the quota as it is spread over the cells cannot meet them"))
      ], notes: parts(of: unit))
  }

  func layerAbove(
    _ layer: PlanDeclaration.Layer, _ wanted: Int, _ there: Int
  ) -> Diagnostic {
    var diagnostic = make(
      .countAbovePopulation, .stratum(0), [.number(wanted), .number(there)])
    diagnostic = Diagnostic(
      diagnostic.code, at: layer.span, diagnostic.arguments, notes: diagnostic.notes)
    return diagnostic
  }

  private func parts(of unit: PlanParts.Unit) -> [Message] {
    let quantity = plan.sampling.strata[unit.stratum].quantity
    var notes: [Message] = []
    for (subquota, part) in zip(quantity.subquotas, unit.subquotas) {
      let label = MessageArgument.text(subquota.label)
      if part.bounds.lowerBound > 0 {
        notes.append(
          Message(
            .partAtLeast, [label, .number(part.population), .number(part.bounds.lowerBound)]))
      }
      if part.bounds.upperBound < part.population {
        notes.append(
          Message(
            .partAtMost, [label, .number(part.population), .number(part.bounds.upperBound)]))
      }
    }
    if let covering = quantity.covering {
      notes.append(Message(.coversValues, [.text(covering.label), .number(unit.values)]))
    }
    return notes
  }
}
