import Quantities
package import Source

extension SamplingArithmetic {
  typealias Amount = PlanDeclaration.Quantity.Amount

  func overallBoundsContradict(
    _ low: (index: Int, amount: Amount), _ high: (index: Int, amount: Amount)
  ) -> Diagnostic {
    // The one that is written later is where the contradiction comes in.
    let (later, earlier) =
      low.index > high.index ? (low.index, high.index) : (high.index, low.index)
    return Diagnostic(
      .overallBoundsContradict, at: whole[later].span,
      [low.amount.argument, high.amount.argument],
      related: later == earlier
        ? [] : [Label(whole[earlier].span, Message(.otherOverallBound))])
  }

  func strataAboveOverall(_ index: Int, floor: Decimal, limit: Decimal) -> Diagnostic {
    Diagnostic(
      .strataAboveOverall, at: whole[index].span,
      [Amount.ratio(floor).argument, Amount.ratio(limit).argument],
      related: labels(.stratumAtLeast) { .ratio($0.ratios.lowerBound) },
      notes: [
        Message(.averageNotBelow, [Amount.ratio(floor).argument, Amount.ratio(limit).argument])
      ] + scaleNote + [
        Message(.lowerStrataOrRaiseOverall)
      ])
  }

  func strataBelowOverall(_ index: Int, ceiling: Decimal, limit: Decimal) -> Diagnostic {
    Diagnostic(
      .strataBelowOverall, at: whole[index].span,
      [Amount.ratio(ceiling).argument, Amount.ratio(limit).argument],
      related: labels(.stratumAtMost) { .ratio($0.ratios.upperBound) },
      notes: [
        Message(.averageNotAbove, [Amount.ratio(ceiling).argument, Amount.ratio(limit).argument])
      ] + scaleNote + [
        Message(.raiseStrataOrLowerOverall)
      ])
  }

  func countsAbove(_ index: Int, _ least: [Int64], _ sum: Int64, _ most: Int64) -> Diagnostic {
    Diagnostic(
      .strataAboveOverall, at: whole[index].span,
      [Amount.count(sum).argument, Amount.count(most).argument],
      related: labels(.stratumAtLeast) { $0.least > 0 ? .count($0.least) : nil },
      notes: [sumNote(.sumAbove, least, sum, most)] + scaleNote
        + [Message(.lowerStrataOrRaiseOverall)])
  }

  func countsBelow(_ index: Int, _ greatest: [Int64], _ sum: Int64, _ least: Int64) -> Diagnostic {
    Diagnostic(
      .strataBelowOverall, at: whole[index].span,
      [Amount.count(sum).argument, Amount.count(least).argument],
      related: labels(.stratumAtMost) { $0.greatest.map { .count($0) } },
      notes: [sumNote(.sumBelow, greatest, sum, least)] + scaleNote
        + [Message(.raiseStrataOrLowerOverall)])
  }

  func onlyWithoutRemainder(_ index: Int, _ ratio: Decimal) -> Diagnostic {
    Diagnostic(
      .onlyWithoutRemainder, at: whole[index].span, [Amount.ratio(ratio).argument],
      notes: [Message(.bothRoundings)])
  }

  /// Says that quantities of one round were added up to those of a year.
  private var scaleNote: [Message] {
    guard let scale, scale > 1 else { return [] }
    return [Message(.addedUpOverRounds, [.number(scale)])]
  }

  /// `20 + 50 = 70 > 60`
  private func sumNote(
    _ phrase: Phrase, _ terms: [Int64], _ sum: Int64, _ bound: Int64
  ) -> Message {
    let shown = terms.filter { $0 > 0 }.map { String($0) }
    return Message(
      phrase,
      [.text(shown.joined(separator: " + ")), .text(String(sum)), .text(String(bound))])
  }

  private func labels(
    _ phrase: Phrase, _ amount: (QuantityBounds) -> Amount?
  ) -> [Label] {
    zip(sampling.strata, strata).compactMap { stratum, bounds in
      amount(bounds).map {
        Label(stratum.quantity.span, Message(phrase, [$0.argument]))
      }
    }
  }
}

extension PlanDeclaration.Quantity.Amount {
  /// `5%`, `60户`
  package var argument: MessageArgument {
    switch self {
    case .ratio(let ratio):
      .text((try? ratio.multiplied(by: 100)).map { $0.description + "%" } ?? ratio.description)
    case .count(let count): .words(Words(zh: "\(count)户", en: "\(count) objects"))
    case .open(let open): open.least.argument
    }
  }
}
