import Quantities
import Source
import Syntax

extension SamplingArithmetic {
  /// A range from a ratio to itself.
  func rangeOfOneRatio(_ quantity: PlanDeclaration.Quantity, _ ratio: Decimal) -> Diagnostic {
    Diagnostic(
      .onlyWithoutRemainder, at: quantity.span, [Amount.ratio(ratio).argument],
      notes: [Message(.writeOneRatio, [Amount.ratio(ratio).argument])])
  }

  func certainZero(_ stratum: PlanDeclaration.Stratum) -> Diagnostic {
    certainZero(at: stratum.quantity)
  }

  func overallZero(_ quantity: PlanDeclaration.Quantity) -> Diagnostic {
    certainZero(at: quantity)
  }

  private func certainZero(at quantity: PlanDeclaration.Quantity) -> Diagnostic {
    let advice = Message(.allowZeroOrExclude, [spelled(.exclude), spelled(.allowZero)])
    return Diagnostic(.certainZero, at: quantity.span, notes: [advice])
  }

  private func spelled(_ keyword: Keyword) -> MessageArgument {
    .text(keyword.spelling(in: language))
  }

  func pointlessThreshold(_ quantity: PlanDeclaration.Quantity, _ limit: Int64) -> Diagnostic {
    let words: [Keyword] = [.all, .when, .fewerThan]
    let space = language == .chinese ? "" : " "
    let text =
      (words.map { $0.spelling(in: language) } + [String(limit)]).joined(separator: " ") + space
      + Keyword.objects.spelling(in: language)
    return Diagnostic(.pointlessThreshold, at: quantity.span, [.text(text)])
  }

  func thresholdBelowCount(
    _ quantity: PlanDeclaration.Quantity, _ limit: Int64, _ wanted: Int64
  ) -> Diagnostic {
    Diagnostic(
      .thresholdBelowCount, at: quantity.span,
      [.text(String(limit)), Amount.count(wanted - 1).argument, Amount.count(wanted).argument])
  }
}
