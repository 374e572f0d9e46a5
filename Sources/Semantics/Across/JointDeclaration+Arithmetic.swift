import Quantities
import Source

extension JointDeclaration {
  /// Bounds that the plans certainly miss, rounding aside, whatever the registry holds. Plans whose
  /// share depends on the objects leave it to the data.
  func staticMistakes(_ program: Program) -> [Diagnostic] {
    let shares = plans.map { program.plans[$0.index].shareBounds }
    return bounds.compactMap { bound in
      let wanted = QuantityBounds(bound.quantity)
      guard wanted.least == 0, wanted.greatest == nil else { return nil }
      if wanted.ratios.lowerBound > 0, let most = shares.sum(of: \.most),
        most < wanted.ratios.lowerBound
      {
        return missed(
          bound, program, shares.map { $0.most ?? .one }, most, wanted.ratios.lowerBound)
      }
      // Every plan may draw the same objects, so nothing is certain of the least that is covered.
      if bound.measure == .sum, wanted.ratios.upperBound < .one,
        let least = shares.sum(of: \.least),
        least > wanted.ratios.upperBound
      {
        return missed(
          bound, program, shares.map { $0.least ?? .zero }, least, wanted.ratios.upperBound)
      }
      return nil
    }
  }
}

/// The share of its objects that a plan draws, rounding aside.
struct ShareBounds {
  let least: Decimal?
  /// Nil where it depends on the objects.
  let most: Decimal?
}

extension PlanDeclaration {
  /// What the plan's quantities say about its share as a whole.
  fileprivate var shareBounds: ShareBounds {
    let strata = sampling.strata.map { QuantityBounds($0.quantity) }
    let overall = sampling.overall.map { QuantityBounds($0) }
    var least = strata.map(\.ratios.lowerBound).min() ?? .zero
    for bound in overall { least = max(least, bound.ratios.lowerBound) }
    // A number of objects may be any share of them, and so may those that must be included.
    var most: Decimal? =
      strata.contains { $0.least > 0 } || !sampling.includes.isEmpty
      ? nil : strata.map(\.ratios.upperBound).max()
    for bound in overall where bound.least == 0 && sampling.includes.isEmpty {
      most = min(most ?? .one, bound.ratios.upperBound)
    }
    return ShareBounds(least: least, most: most)
  }
}

extension [ShareBounds] {
  /// Nil if one of them is not known, or the sum too large.
  fileprivate func sum(of value: (ShareBounds) -> Decimal?) -> Decimal? {
    var sum = Decimal.zero
    for share in self {
      guard let next = value(share), let total = try? sum.adding(next) else { return nil }
      sum = total
    }
    return sum
  }
}
