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

  /// The objects that count, the greatest number there may be of them, and where both come from.
  func includedAbove(
    _ stratum: Int, _ included: Int, _ greatest: Int, _ population: Int,
    _ year: AllocationError.YearShare?
  ) -> Diagnostic {
    let quantity = plan.sampling.strata[places[stratum].stratum].quantity
    var notes: [Message] = []
    if let ratio = quantity.greatestRatio,
      let product = try? ratio.multiplied(by: Decimal(Int64(population)))
    {
      notes.append(
        Message(
          .ratioOfPopulation,
          [
            PlanDeclaration.Quantity.Amount.ratio(ratio).argument, .number(population),
            .text(product.description), .number(year?.whole ?? greatest),
          ]))
    }
    notes += yearNote(year, greatest)
    notes.append(Message(.includeOnTopOrRaise))
    var diagnostic = make(
      .includedAboveQuota, .stratum(stratum), [.number(included), .number(greatest)], notes: notes)
    diagnostic.related = plan.sampling.includes.filter(\.counted).map {
      Label($0.condition.span, Message(.countsTowardsQuota))
    }
    return diagnostic
  }

  /// `全年 42 户分 2 轮，第 1 轮 21 户`; nothing of what is no part of a year's total.
  func yearNote(_ year: AllocationError.YearShare?, _ share: Int) -> [Message] {
    guard let year else { return [] }
    return [
      Message(
        .shareOfYear,
        [
          .number(year.whole), .number(year.part.count), .number(year.part.place + 1),
          .number(share),
        ])
    ]
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

  /// Values of areas that the strata cannot meet together, and between how many they can give.
  func areasContradict(
    _ wanted: [(area: Int, value: PlanParts.AreaValue)], least: Int, greatest: Int
  ) -> Diagnostic {
    let area = plan.sampling.areas[wanted.first?.area ?? 0]
    let shown = wanted.prefix(5).map(\.value.label)
    let more = wanted.count - shown.count
    let names = Words(
      zh: shown.joined(separator: "、") + (more > 0 ? "等 \(wanted.count) 个" : ""),
      en: shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    let low = wanted.map(\.value.bounds.lowerBound)
    let high = wanted.map(\.value.bounds.upperBound)
    let isOne = Set(wanted.map(\.area)).count == 1
    let (numbers, words): ([Int], Words)
    if isOne, low.reduce(0, +) > greatest {
      let sum = low.reduce(0, +)
      (numbers, words) = (
        low,
        Words(
          zh: "至少要 \(sum) 户，各层在那里合起来至多给 \(greatest) 户",
          en: "at least \(sum) wanted, of which the strata give at most \(greatest)")
      )
    } else if isOne, high.reduce(0, +) < least {
      let sum = high.reduce(0, +)
      (numbers, words) = (
        high,
        Words(
          zh: "至多许 \(sum) 户，各层在那里合起来至少给 \(least) 户",
          en: "at most \(sum) allowed, of which the strata give at least \(least)")
      )
    } else {
      (numbers, words) = (
        [], Words(zh: "与各层的定额凑不到一起", en: "the quotas of the strata cannot make them up")
      )
    }
    var notes: [Message] = []
    if numbers.count > 1, more == 0 {
      let terms = zip(shown, numbers).map { "\($0) \($1)" }
      notes.append(
        Message(
          .quotaSum, [.text(terms.joined(separator: " + ")), .number(numbers.reduce(0, +))]))
    }
    let isTooMuch = isOne && high.reduce(0, +) < least
    notes.append(Message(isTooMuch ? .lowerStrataOrRaiseAreas : .raiseStrataOrLowerAreas))
    return Diagnostic(
      .areasContradict, at: area.quantity.span,
      [.text(area.label), .words(names), .words(words)], notes: notes)
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

extension PlanDeclaration.Quantity {
  /// The ratio that is not to be exceeded, of a quantity without alternatives.
  fileprivate var greatestRatio: Decimal? {
    guard alternatives.isEmpty else { return nil }
    return switch bound {
    case .exactly(.ratio(let ratio)), .atMost(.ratio(let ratio)), .range(_, .ratio(let ratio)):
      ratio
    default: nil
    }
  }
}
