import Quantities
import Source

/// What earlier draws leave of a plan, as far as the plan alone decides it.
extension PlanDeclaration {
  func historyMistakes() -> [Diagnostic] {
    rotationMistakes() + repeatMistakes() + sampling.history.caps.compactMap(capMistake)
  }

  // MARK: Rotation

  /// Rotations in which not everybody's turn comes, or that are shorter than one round.
  private func rotationMistakes() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (index, stratum) in sampling.strata.enumerated() {
      guard let months = rotation(of: index) else { continue }
      let (over, under) = rounds(inMonths: months)
      let quantity = stratum.quantity
      if quantity.rotation != nil {
        let isShort = quantity.isYearTotal ? months < 12 : over < under
        if isShort { result.append(rotationShort(quantity.span, months)) }
        continue
      }
      guard let share = quantity.usualRatio, let rotation = horizon(of: index) else { continue }
      let places = share.places
      let whole = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
      // Of a total of a year a round takes its part.
      let rounds =
        quantity.isYearTotal
        ? (over: Int128(months), under: Int128(12)) : (over: over, under: under)
      if share.coefficient * rounds.over < whole * rounds.under {
        result.append(rotationTooSlow(rotation.span, stratum, share, rounds, months))
      }
    }
    return result
  }

  private func rotationShort(_ span: Span, _ months: Int64) -> Diagnostic {
    Diagnostic(
      .rotationTooSlow, at: span, [.words(Words(months: months))],
      notes: [Message(.rotationShort)])
  }

  private func rotationTooSlow(
    _ span: Span, _ stratum: Stratum, _ share: Decimal, _ rounds: (over: Int128, under: Int128),
    _ months: Int64
  ) -> Diagnostic {
    let count = rounds.over / rounds.under
    let reached = (try? share.multiplied(by: Decimal(Int64(clamping: count)))) ?? .zero
    return Diagnostic(
      .rotationTooSlow, at: span, [.words(Words(months: months))],
      related: [
        Label(
          stratum.quantity.span, Message(.ratioOfRound, [Quantity.Amount.ratio(share).argument]))
      ],
      notes: [
        Message(
          .roundsTimesRatio,
          [
            .number(Int(clamping: count)), Quantity.Amount.ratio(share).argument,
            Quantity.Amount.ratio(reached).argument,
          ])
      ])
  }

  // MARK: Without repeats

  /// Strata of which nobody is left before the last round.
  private func repeatMistakes() -> [Diagnostic] {
    guard let span = sampling.history.withoutRepeats else { return [] }
    let rounds = allRounds.count
    return sampling.strata.enumerated().compactMap { index, stratum in
      guard rounds > 1, !mayHold(sampling.history.repeats, in: index),
        !stratum.quantity.isYearTotal, stratum.quantity.rotation == nil,
        let share = stratum.quantity.bound == .all ? .one : stratum.quantity.leastRatio,
        let before = try? share.multiplied(by: Decimal(Int64(rounds - 1))), before >= 1
      else { return nil }
      return Diagnostic(
        .roundsExhausted, at: span, [.number(rounds)],
        related: [
          Label(
            stratum.quantity.span, Message(.ratioOfRound, [Quantity.Amount.ratio(share).argument]))
        ],
        notes: [
          Message(
            .roundsTimesRatio,
            [
              .number(rounds - 1), Quantity.Amount.ratio(share).argument,
              Quantity.Amount.ratio(before).argument,
            ])
        ])
    }
  }

  // MARK: Caps

  /// A cap that the visits of one round exceed, or those of all rounds if everybody is drawn in each.
  private func capMistake(_ cap: HistoryRules.Cap) -> Diagnostic? {
    let concerned = sampling.strata.indices.filter { !mayHold(cap.except, in: $0) }
    guard !concerned.isEmpty, let round = allRounds.first,
      let visits = visitsOfObject(in: round.days)
    else { return nil }
    guard case .rolling(.months(let months)) = cap.within else {
      return visits > cap.count ? capExceeded(cap, 1, visits) : nil
    }
    let length = Int64(round.days.monthsTouched)
    // As many of the round's visits as fall into the window.
    if visits * min(months, length) > cap.count * length { return capExceeded(cap, 1, visits) }
    let (over, under) = rounds(inMonths: months)
    // Whether there is such a plan in other years, this one does not say.
    let rounds = min(Int64(clamping: over / under), Int64(allRounds.count))
    let isEverybody = concerned.contains { index in
      sampling.strata[index].quantity.bound == .all
        && (sampling.history.withoutRepeats == nil || mayHold(sampling.history.repeats, in: index))
    }
    guard isEverybody, rounds > 1,
      visits * rounds > cap.count
    else { return nil }
    return capExceeded(cap, rounds, visits)
  }

  private func capExceeded(
    _ cap: HistoryRules.Cap, _ rounds: Int64, _ visits: Int64
  ) -> Diagnostic {
    Diagnostic(
      .capExceeded, at: cap.span, [.number(Int(clamping: cap.count))],
      notes: [
        Message(
          .visitsOfRounds,
          [
            .number(Int(clamping: rounds)), .number(Int(clamping: visits)),
            .number(Int(clamping: rounds * visits)), .number(Int(clamping: cap.count)),
          ])
      ])
  }
}

extension PlanDeclaration {
  /// The visits that are certain for an object drawn in a round, of the stratum with the most;
  /// nil beyond all measure.
  package func visitsOfObject(in days: Round.Days) -> Int64? {
    guard let frequency else { return 1 }
    var most: Int64 = 1
    for arm in frequency.arms {
      guard let visits = PlanDeclaration.visits(arm.rate, from: days.from, to: days.to) else {
        return nil
      }
      most = max(most, visits.least)
    }
    return most
  }
}

extension Round.Days {
  /// How many months of the calendar they lie in.
  var monthsTouched: Int {
    let (first, last) = (from.components, to.components)
    return (last.year - first.year) * 12 + last.month - first.month + 1
  }
}

extension PlanDeclaration.Quantity {
  /// The ratio that is drawn at least.
  fileprivate var leastRatio: Decimal? {
    switch bound {
    case .exactly(.ratio(let ratio)), .atLeast(.ratio(let ratio)), .range(.ratio(let ratio), _):
      ratio
    default: nil
    }
  }

  /// The ratio that is drawn unless other bounds want more or less.
  fileprivate var usualRatio: Decimal? {
    if case .atMost(.ratio(let ratio)) = bound { return ratio }
    return bound == .all ? .one : leastRatio
  }
}

extension Words {
  /// `36个月`, or `3年` where they are whole years.
  package init(months: Int64) {
    if months % 12 == 0 {
      let years = months / 12
      self.init(zh: "\(years)年", en: years == 1 ? "1 year" : "\(years) years")
    } else {
      self.init(zh: "\(months)个月", en: months == 1 ? "1 month" : "\(months) months")
    }
  }
}
