import Quantities
import Source

/// Subquotas, layers and rising quantities, as far as they are certain before the draw.
extension SamplingArithmetic {
  /// A subquota that certainly needs more than the whole gives, or less than it takes.
  func subquotaMistakes(_ stratum: PlanDeclaration.Stratum, _ whole: QuantityBounds) -> [Diagnostic]
  {
    stratum.quantity.subquotas.compactMap { subquota in
      let part = QuantityBounds(subquota.quantity)
      let amounts: (Amount, Amount)
      if let greatest = whole.greatest, part.least > greatest {
        amounts = (.count(part.least), .count(greatest))
      } else if whole.ratios.lowerBound == 1, part.ratios.upperBound < 1 {
        amounts = (.ratio(part.ratios.upperBound), .ratio(1))
      } else {
        return nil
      }
      return Diagnostic(
        .subquotaContradicts, at: subquota.quantity.span,
        [.text(subquota.label), amounts.0.argument, amounts.1.argument],
        related: [Label(stratum.quantity.span, Message(.wholeQuantity, [amounts.1.argument]))])
    }
  }

  /// A layer of more objects than the one before.
  func layerMistakes(_ stratum: PlanDeclaration.Stratum, _ whole: QuantityBounds) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    var (ratio, count) = (whole.ratios.upperBound, whole.greatest)
    for layer in stratum.quantity.layers {
      let before: Amount?
      switch layer.amount {
      case .ratio(let own):
        before = own > ratio ? .ratio(ratio) : nil
        ratio = min(ratio, own)
      case .count(let own):
        before = count.flatMap { own > $0 ? .count($0) : nil }
        count = min(count ?? own, own)
      case .open: return mistakes
      }
      guard let before else { continue }
      mistakes.append(
        Diagnostic(
          .quantityImpossible, at: layer.span, [layerAbove(layer.amount, before)]))
    }
    return mistakes
  }

  private func layerAbove(_ layer: Amount, _ before: Amount) -> MessageArgument {
    func text(_ amount: Amount, _ language: Language) -> String {
      amount.argument.text(in: language)
    }
    return .words(
      Words(
        zh: "再抽的 \(text(layer, .chinese)) 多于前面的 \(text(before, .chinese))",
        en: "the further \(text(layer, .english)) are more than \(text(before, .english)) before"))
  }

  /// Quantities that do not rise along the order of the enumeration; those that are not known before
  /// the draw are compared then.
  func risingMistakes() -> [Diagnostic] {
    guard let rising = sampling.rising else { return [] }
    var mistakes: [Diagnostic] = []
    for member in rising.members.indices.dropFirst() {
      guard let low = stratum(of: member - 1), let high = stratum(of: member) else { continue }
      let quantities = (sampling.strata[low].quantity, sampling.strata[high].quantity)
      if low != high, quantities.0.isOpen || quantities.1.isOpen { continue }
      if low != high, rises(quantities.0, quantities.1) { continue }
      mistakes.append(
        Diagnostic(
          .notRising, at: quantities.1.span,
          [.text(rising.members[member - 1]), .text(rising.members[member])],
          related: low == high
            ? []
            : [Label(quantities.0.span, Message(.risingFrom, [.text(rising.members[member - 1])]))],
          notes: quantities.0.isCounted == quantities.1.isCounted
            ? [] : [Message(.ratioAgainstCount)]))
    }
    return mistakes
  }

  /// The stratum that a member of the enumeration goes to.
  private func stratum(of member: Int) -> Int? {
    sampling.strata.firstIndex { $0.patterns.first?.fits(member: member) ?? true }
  }

  /// Whether the second is greater: no bound is below the first's, and one is above.
  private func rises(
    _ first: PlanDeclaration.Quantity, _ second: PlanDeclaration.Quantity
  ) -> Bool {
    let (low, high) = (QuantityBounds(first.plain), QuantityBounds(second.plain))
    // A ratio and a number of objects cannot be compared, all and a number can.
    if high.ratios.lowerBound == 1 { return low.ratios.lowerBound < 1 }
    let bounds: [(Decimal, Decimal)] = [
      (low.ratios.lowerBound, high.ratios.lowerBound),
      (low.ratios.upperBound, high.ratios.upperBound),
      (Decimal(low.least), Decimal(high.least)),
      (Decimal(low.greatest ?? .max), Decimal(high.greatest ?? .max)),
    ]
    return bounds.allSatisfy { $0.0 <= $0.1 } && bounds.contains { $0.0 < $0.1 }
  }
}

extension PlanDeclaration.Quantity {
  /// Whether it is not known before the draw.
  fileprivate var isOpen: Bool {
    allAmounts.contains { if case .open = $0 { true } else { false } }
  }

  /// Whether it is a number of objects.
  fileprivate var isCounted: Bool {
    let bounds = QuantityBounds(plain)
    return bounds.least > 0 || bounds.greatest != nil
  }

  /// The bound alone.
  fileprivate var plain: PlanDeclaration.Quantity {
    PlanDeclaration.Quantity(bound: bound, allWhenFewerThan: nil, span: span)
  }
}

extension TypedPattern {
  /// Whether a member of an enumeration, by its position, fits.
  fileprivate func fits(member: Int) -> Bool {
    switch self {
    case .any: return true
    case .none: return false
    case .equal(let constant): return constant == .member(member)
    case .compare(let comparison, .member(let other)):
      return switch comparison {
      case .equal: member == other
      case .notEqual: member != other
      case .less: member < other
      case .lessOrEqual: member <= other
      case .greater: member > other
      case .greaterOrEqual: member >= other
      }
    case .range(.member(let low), .member(let high)): return low <= member && member <= high
    case .compare, .range: return false
    case .alternatives(let patterns): return patterns.contains { $0.fits(member: member) }
    case .not(let pattern): return !pattern.fits(member: member)
    }
  }
}
