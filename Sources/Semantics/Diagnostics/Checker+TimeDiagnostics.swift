import Quantities
import Source
import Syntax

/// Mistakes in the times of plans and tasks.
extension Checker {
  /// The nearest month is offered in its place.
  func noSuchMonth(_ month: DeadlineSyntax.Number) -> Diagnostic {
    let nearest = month.digits.allSatisfy { $0 == "0" } ? "1" : "12"
    return Diagnostic(
      .noSuchMonth, at: month.span, [.text(month.digits)],
      fixIts: [
        FixIt(Message(.changeTo, [.text(nearest)]), [FixIt.Edit(month.span, nearest)])
      ])
  }

  /// The nearest day of the month is offered in its place, without a year one that every year has.
  func noSuchDay(_ day: DeadlineSyntax.Number, month: Int, year: Int?) -> Diagnostic {
    let last = CivilDate.lastDay(ofMonth: month, year: year ?? 2001)
    let text = language == .chinese ? "\(month)月\(day.digits)日" : "\(month)-\(day.digits)"
    let nearest = day.digits.allSatisfy { $0 == "0" } ? "1" : "\(last)"
    return Diagnostic(
      .noSuchDay, at: day.span, [.text(text)],
      fixIts: [FixIt(Message(.changeTo, [.text(nearest)]), [FixIt.Edit(day.span, nearest)])])
  }

  typealias SpannedPeriod = (from: CivilDate, to: CivilDate, span: Span)

  private func label(_ period: SpannedPeriod) -> [Label] {
    [
      Label(
        period.span,
        Message(
          .periodIs, [.text(period.from.description), .text(period.to.description)]))
    ]
  }

  /// A time of another year than the plan: the slip of a plan that was copied from last year's.
  func otherYear(_ span: Span, _ period: SpannedPeriod) -> Diagnostic {
    let years =
      period.from.year == period.to.year
      ? "\(period.from.year)" : "\(period.from.year)–\(period.to.year)"
    return Diagnostic(
      .yearsDoNotFit, at: span, [.text(written(span)), .text(years)], related: label(period))
  }

  func outsidePeriod(_ span: Span, _ period: SpannedPeriod) -> Diagnostic {
    timeOrder(
      span,
      Words(
        zh: "不在期间 \(period.from) 至 \(period.to) 之内",
        en: "does not lie in the period \(period.from) to \(period.to)"), label(period))
  }

  func issuedAfterPeriod(_ span: Span, _ last: CivilDate) -> Diagnostic {
    timeOrder(
      span,
      Words(
        zh: "晚于期间的最后一天 \(last)", en: "is after the last day of the period, \(last)"), [])
  }

  func completedTooEarly(_ span: Span, _ due: CivilDate, _ start: CivilDate) -> Diagnostic {
    timeOrder(
      span,
      Words(
        zh: "（\(due)）早于抽取期间的最后一天 \(start)",
        en: "(\(due)) is before the last day of the draw window, \(start)"), [])
  }

  func noCompletion(_ span: Span) -> Diagnostic {
    timeOrder(
      span, Words(zh: "不是一个确定的日子", en: "is no day that is certain"), [])
  }

  private func timeOrder(_ span: Span, _ what: Words, _ related: [Label]) -> Diagnostic {
    Diagnostic(
      .timeOrder, at: span, [.text(written(span)), .words(what)], related: related)
  }

  /// - Parameter none: no year is known at all; else several days are possible.
  func yearNeeded(_ span: Span, _ days: [CivilDate], none: Bool) -> Diagnostic {
    let text = days.map(\.description).joined(separator: ", ")
    return Diagnostic(
      .yearNeeded, at: span, [.text(written(span))],
      notes: none ? [] : [Message(.possibleDays, [.text(text)])])
  }

  func taskColumns(_ span: Span) -> Diagnostic { taskRow(span, .taskColumns) }

  func taskRow(_ span: Span, _ what: Phrase) -> Diagnostic {
    Diagnostic(.taskRow, at: span, [.words(what.words)])
  }

  /// The plan's name for the table, and where the table names the department.
  func taskOfOthers(
    _ table: Name, _ department: DepartmentID, _ plan: PlanDeclaration, _ span: Span
  ) -> Diagnostic {
    let name = program.departments[department.index].name.text
    return Diagnostic(
      .taskOfOthers, at: table.span, [.text(name), .text(plan.name.text)],
      related: [Label(span, Message(.dutyHere, [.text(name)]))],
      notes: [Message(.letTakePart, [spelled(.participants), .text(name)])])
  }

  func tasksOutOfOrder(_ span: Span, _ task: String, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .tasksOutOfOrder, at: span, [.text(task)],
      related: [Label(earlier, Message(.laterDeadlineHere))])
  }
}
