import Quantities
import Source

extension SamplingArithmetic {
  /// A range from a ratio to itself.
  func rangeOfOneRatio(_ quantity: PlanDeclaration.Quantity, _ ratio: Decimal) -> Diagnostic {
    Diagnostic(
      .onlyWithoutRemainder, at: quantity.span, [Amount.ratio(ratio).argument],
      notes: [Message(.writeOneRatio, [Amount.ratio(ratio).argument])])
  }

  func certainZero(_ stratum: PlanDeclaration.Stratum) -> Diagnostic {
    Diagnostic(.certainZero, at: stratum.quantity.span, notes: [Message(.allowZeroOrExclude)])
  }

  func overallZero(_ quantity: PlanDeclaration.Quantity) -> Diagnostic {
    Diagnostic(.certainZero, at: quantity.span, notes: [Message(.allowZeroOrExclude)])
  }

  func pointlessThreshold(_ quantity: PlanDeclaration.Quantity, _ limit: Int64) -> Diagnostic {
    Diagnostic(.pointlessThreshold, at: quantity.span, [Amount.count(limit).argument])
  }

  func thresholdBelowCount(
    _ quantity: PlanDeclaration.Quantity, _ limit: Int64, _ wanted: Int64
  ) -> Diagnostic {
    Diagnostic(
      .thresholdBelowCount, at: quantity.span,
      [.text(String(limit)), Amount.count(wanted - 1).argument, Amount.count(wanted).argument])
  }
}
