package import Quantities
package import Source

/// What earlier draws mean for a sample.
package struct HistoryRules: Sendable {
  /// A length of time before the draw.
  package enum Window: Hashable, Sendable {
    case months(Int64)
    case days(Int64)

    /// Whether a date lies within this time before another one.
    package func reaches(from date: CivilDate, to later: CivilDate) -> Bool {
      let end: CivilDate? =
        switch self {
        case .months(let months): date.adding(months: Int(clamping: months))
        case .days(let days): date.adding(days: Int(clamping: days))
        }
      return end.map { later < $0 } ?? true
    }
  }

  /// `排除 36个月内已抽`
  package struct Exclusion: Sendable {
    package let window: Window
    /// The names of the plans; empty for all over the registry.
    package let plans: [String]
    /// Objects that it does not take.
    package var except: TypedExpression?
  }

  /// `上限 1次/24个月`
  package struct Cap: Sendable {
    package enum Span: Sendable {
      case rolling(Window)
      /// Dates of the object; without one of them there is no cap.
      case dates(TypedExpression, TypedExpression)
    }

    package let count: Int64
    package internal(set) var within: Span
    package let span: Source.Span
    /// Objects that it is not for.
    package var except: TypedExpression?
  }

  /// Nobody is drawn twice in the plan's period.
  package var withoutRepeats: Source.Span?
  /// But objects of which this holds.
  package var repeats: TypedExpression?
  /// Whether that is so without exception.
  package var drawsNobodyTwice: Bool { withoutRepeats != nil && repeats == nil }
  package var exclusions: [Exclusion] = []
  package var caps: [Cap] = []
  /// `轮查 60个月`: those not drawn for so many months come first.
  package var rotation: Rotation?

  package struct Rotation: Sendable {
    package let months: Int64
    package let span: Source.Span
  }

  package init() {}
}

extension PlanDeclaration {
  /// Whether its draws depend on earlier ones.
  package var dependsOnHistory: Bool {
    let rules = sampling.history
    return rules.withoutRepeats != nil || !rules.exclusions.isEmpty || !rules.caps.isEmpty
      || sampling.strata.indices.contains { rotation(of: $0) != nil }
  }

  /// The months in which everybody of a stratum is to be drawn once; nil for no rotation.
  package func rotation(of stratum: Int) -> Int64? {
    sampling.strata[stratum].quantity.rotation ?? horizon(of: stratum)?.months
  }

  /// The rotation that is said beside the quantity of a stratum, else that of the sample.
  package func horizon(of stratum: Int) -> HistoryRules.Rotation? {
    sampling.strata[stratum].quantity.horizon ?? sampling.history.rotation
  }

  /// Rounds in a rotation as a fraction: the plan is thought to be repeated as it stands, so there
  /// are as many a year as in its period, for each calendar year that it touches.
  package func rounds(inMonths months: Int64) -> (over: Int128, under: Int128) {
    let years = period.to.year - period.from.year + 1
    return (Int128(allRounds.count) * Int128(months), Int128(12 * max(1, years)))
  }
}
