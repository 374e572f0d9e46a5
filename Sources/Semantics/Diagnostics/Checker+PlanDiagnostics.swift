import Quantities
import Source
import Syntax

/// Mistakes in plans.
extension Checker {
  func clauseTwice(_ clause: Keyword, _ span: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .clauseTwice, at: span, [spelled(clause)],
      related: [Label(earlier, Message(.usedHereFirst))])
  }

  /// With a line for each clause as it may be written.
  func clausesMissing(_ plan: Name, _ clauses: [SingleClause]) -> Diagnostic {
    let keywords = clauses.map { $0.keyword.spelling(in: language) }
    let all = Words.list(keywords)
    return Diagnostic(
      .clausesMissing, at: plan.span, [.text(plan.text), .words(all)],
      notes: clauses.map { Message(.forExample, [.text(template($0))]) })
  }

  /// A clause to be filled in, with a name of the file where it has a fitting one.
  private func template(_ clause: SingleClause) -> String {
    let keyword = clause.keyword.spelling(in: language)
    let isChinese = language == .chinese
    switch clause {
    case .period:
      let day = isChinese ? "年-月-日" : "YYYY-MM-DD"
      return "\(keyword) \(day) \(Keyword.to.spelling(in: language)) \(day)"
    case .lead:
      return keyword + " " + (own(.departments) ?? (isChinese ? "部门名" : "department_name"))
    case .over:
      return keyword + " " + (own(.registries) ?? (isChinese ? "名录名" : "registry_name"))
    default: return keyword + " 10%"
    }
  }

  /// The first declaration of a kind in the file.
  private func own(_ sort: NameSort) -> String? {
    modules[module].own.first { sort.suits($0.entity) }?.name.text
  }

  func periodReversed(_ from: Span, _ to: Span) -> Diagnostic {
    Diagnostic(.periodReversed, at: from.joined(to), fixIts: [swap(from, to)])
  }

  func rangeReversed(
    _ from: Expression, _ to: Expression, _ low: PlanDeclaration.Quantity.Amount,
    _ high: PlanDeclaration.Quantity.Amount
  ) -> Diagnostic {
    Diagnostic(
      .rangeReversed, at: from.span.joined(to.span), [low.argument, high.argument],
      fixIts: [swap(from.span, to.span)])
  }

  private func swap(_ first: Span, _ second: Span) -> FixIt {
    FixIt(
      Message(.swapEnds),
      [FixIt.Edit(first, written(second)), FixIt.Edit(second, written(first))])
  }

  func departmentTwice(_ name: Name, _ earlier: Name) -> Diagnostic {
    Diagnostic(
      .departmentTwice, at: name.span, [.text(name.text)],
      related: [Label(earlier.span, Message(.usedHereFirst))])
  }

  func departmentOutside(_ name: Name, _ plan: Name) -> Diagnostic {
    Diagnostic(.departmentOutside, at: name.span, [.text(name.text), .text(plan.text)])
  }

  func countTooSmall(_ span: Span) -> Diagnostic { Diagnostic(.countTooSmall, at: span) }

  func badGroup(_ span: Span) -> Diagnostic { Diagnostic(.badGroup, at: span) }

  func stratumType(_ value: TypedExpression) -> Diagnostic {
    Diagnostic(.stratumType, at: value.span, [words(value.type)])
  }

  func armWithoutBy(_ span: Span) -> Diagnostic {
    Diagnostic(.armWithoutBy, at: span, [spelled(.by)])
  }

  func sampleWithoutQuantity(_ span: Span) -> Diagnostic {
    Diagnostic(.sampleWithoutQuantity, at: span)
  }

  func quantityTwice(_ arm: Span, _ single: Span) -> Diagnostic {
    Diagnostic(.quantityTwice, at: arm, related: [Label(single, Message(.usedHereFirst))])
  }

  /// A bare number is offered as a number of objects and as a percentage, a fraction as the latter.
  func notAnAmount(_ value: TypedExpression, _ syntax: Expression) -> Diagnostic {
    var diagnostic = Diagnostic(.notAnAmount, at: value.span, [words(value.type)])
    if case .literal(.decimal(let digits)) = syntax.kind, let number = Decimal(digits),
      let scaled = try? number.multiplied(by: 100)
    {
      let ratio = "\(scaled)%"
      diagnostic.fixIts = [
        FixIt(Message(.writeAsRatio, [.text(ratio)]), [FixIt.Edit(syntax.span, ratio)])
      ]
    }
    guard case .literal(.integer(let digits)) = syntax.kind else { return diagnostic }
    let space = language == .english ? " " : ""
    let objects = digits + space + Keyword.objects.spelling(in: language)
    diagnostic.fixIts = [
      FixIt(Message(.writeAsObjects, [.text(objects)]), [FixIt.Edit(syntax.span, objects)]),
      FixIt(
        Message(.writeAsRatio, [.text(digits + "%")]), [FixIt.Edit(syntax.span, digits + "%")]),
    ]
    return diagnostic
  }

  func thresholdNotCount(_ span: Span) -> Diagnostic {
    Diagnostic(.thresholdNotCount, at: span, [spelled(.fewerThan)])
  }

  func ratioOutside(_ span: Span) -> Diagnostic { Diagnostic(.ratioOutside, at: span) }

  func negativeAmount(_ span: Span) -> Diagnostic { Diagnostic(.negativeAmount, at: span) }

  func mixedRange(_ span: Span) -> Diagnostic { Diagnostic(.mixedRange, at: span) }
}
