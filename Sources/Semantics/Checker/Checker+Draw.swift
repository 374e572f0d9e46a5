import Source
import Syntax

/// Calls of `抽取`.
extension Checker {
  /// `抽取(计划, 日期: d, 种子: s, 名: 值 …)`; the labels of date and seed may be left out, those of
  /// the options behind them may not.
  mutating func draw(
    _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    let labels: [Keyword?] = [nil, .dateLabel, .seedLabel]
    guard arguments.count >= labels.count else {
      report(
        argumentCount(
          Keyword.drawFunction.spelling(in: language), keywordSpan, found: arguments.count,
          wanted: labels.count))
      return .unknown(at: span)
    }
    for (argument, wanted) in zip(arguments, labels) {
      guard let label = argument.label else { continue }
      if case .keyword(let keyword, _) = label, keyword == wanted { continue }
      report(wrongLabel(label, wanted: wanted.map { $0.spelling(in: language) }))
    }
    let plan = plan(arguments[0].value)
    let date = check(arguments[1].value, as: .date)
    let seed = check(arguments[2].value, as: .text)
    var draw = TypedDraw(date: date, seed: seed)
    for argument in arguments.dropFirst(labels.count) {
      guard argument.label != nil else {
        report(
          argumentCount(
            Keyword.drawFunction.spelling(in: language), keywordSpan, found: arguments.count,
            wanted: labels.count))
        return .unknown(at: span)
      }
      drawOption(argument, of: plan, &draw)
    }
    guard let plan, let registry = planRegistries[plan.index] else { return .unknown(at: span) }
    return TypedExpression(.draw(plan, draw), .list(.row(registry)), span)
  }

  /// An option behind the seed.
  private mutating func drawOption(
    _ argument: CallArgument, of plan: PlanID?, _ draw: inout TypedDraw
  ) {
    guard let label = argument.label else { return }
    if case .keyword(.layerLabel, _) = label {
      draw.layer = check(argument.value, as: .integer)
      return
    }
    report(wrongLabel(label, wanted: nil))
    _ = infer(argument.value)
  }

  private mutating func plan(_ expression: Expression) -> PlanID? {
    let wanted = Words(zh: "计划", en: "a plan")
    guard case .name(let name) = expression.kind else {
      if case .missing = expression.kind { return nil }
      report(notAName(expression.span, wanted))
      return nil
    }
    guard let declared = declared(name.text) else {
      reportUndefined(name, among: .plans)
      return nil
    }
    refer(to: declared, at: name.span)
    guard case .plan(let id) = declared.entity else {
      report(wrongKind(name, declared, wanted: wanted))
      return nil
    }
    return id
  }
}
