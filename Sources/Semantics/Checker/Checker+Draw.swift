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
    let before = errorCount
    reportOptions(arguments.dropFirst(labels.count))
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
    if draw.stage == 2, let layer = arguments.first(where: { $0.isOption(.layerLabel) })?.label {
      report(outOfPlace(labelSpan(layer), Phrase.stageHasNoLayers.words))
    }
    if let plan, errorCount == before { reportParametersNotGiven(plan, draw, at: keywordSpan) }
    guard let plan, let registry = planRegistries[plan.index] else { return .unknown(at: span) }
    let drawn = draw.stage == 2 ? planStages[plan.index] ?? registry : registry
    return TypedExpression(.draw(plan, draw), .list(.row(drawn)), span)
  }

  /// Each of `层` and `阶段` is given once.
  private mutating func reportOptions(_ arguments: ArraySlice<CallArgument>) {
    for keyword in [Keyword.layerLabel, .stageLabel] {
      let labels = arguments.filter { $0.isOption(keyword) }.compactMap(\.label)
      guard let first = labels.first else { continue }
      for label in labels.dropFirst() {
        report(clauseTwice(keyword, labelSpan(label), labelSpan(first)))
      }
    }
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
    if case .keyword(.stageLabel, _) = label {
      stage(argument.value, of: plan, &draw)
      return
    }
    guard let plan else {
      _ = infer(argument.value)
      return
    }
    let name = Name(labelText(label), labelSpan(label))
    let known = planParameters[plan.index]
    guard let index = known.firstIndex(where: { $0.name.text == name.text }) else {
      report(unknownParameter(name, planItems[plan.index].item.name, known))
      _ = infer(argument.value)
      return
    }
    let value = check(argument.value, as: known[index].type)
    if draw.parameters.contains(where: { $0.index == index }) {
      report(redeclared(name, known[index].name))
    }
    draw.parameters.append((index, value))
  }

  /// `阶段: 2`: known before anything runs, because the rows are those of another registry.
  private mutating func stage(
    _ argument: Expression, of plan: PlanID?, _ draw: inout TypedDraw
  ) {
    let value = check(argument, as: .integer)
    guard case .integer(let stage)? = constant(value, .amount), let plan else { return }
    if stage == 1 || stage == 2 && planStages[plan.index] != nil {
      draw.stage = Int(stage)
    } else {
      report(noSuchStage(planItems[plan.index].item.name, stage, argument.span))
    }
  }

  /// What a plan leaves open has to be given.
  private mutating func reportParametersNotGiven(_ plan: PlanID, _ draw: TypedDraw, at span: Span) {
    let given = Set(draw.parameters.map(\.index))
    let known = planParameters[plan.index]
    let missing = known.indices.filter { !known[$0].hasValue && !given.contains($0) }
    if missing.isEmpty { return }
    report(parametersNotGiven(span, planItems[plan.index].item.name, missing.map { known[$0] }))
  }

  private mutating func plan(_ expression: Expression) -> PlanID? {
    let wanted = Words(zh: "计划", en: "a plan")
    guard case .name(let name) = expression.kind else {
      if case .missing = expression.kind { return nil }
      report(notAName(expression.span, wanted))
      return nil
    }
    return self.plan(named: name)
  }
}

extension CallArgument {
  /// Whether it has the keyword as its label.
  fileprivate func isOption(_ keyword: Keyword) -> Bool {
    if case .keyword(keyword, _)? = label { true } else { false }
  }
}
