import Quantities
import Source
import Syntax

/// Deadlines: their parts, what they are counted from, and by which calendar.
extension Checker {
  mutating func deadline(_ syntax: DeadlineSyntax, _ span: Span) -> TypedExpression {
    switch syntax {
    case .openEnded: return fixed(.openEnded, span)
    case .month(let year, let month, let part):
      guard let part = Deadline.Part(part), let month = self.month(month), valid(year) else {
        return .unknown(at: span, .deadline)
      }
      return fixed(.month(year: number(year), month: month, part), span)
    case .day(let year, let month, let day):
      guard let month = self.month(month), valid(year),
        let day = self.day(day, month: month, year: number(year))
      else { return .unknown(at: span, .deadline) }
      return fixed(.day(year: number(year), month: month, day: day), span)
    case .year(let year):
      guard valid(year) else { return .unknown(at: span, .deadline) }
      return fixed(.year(number(year)), span)
    case .everyMonth(let day):
      guard let day = self.day(day, month: 1, year: nil) else {
        return .unknown(at: span, .deadline)
      }
      return fixed(.everyMonth(day: day), span)
    case .everyMonthEnd: return fixed(.everyMonthEnd, span)
    case .everyQuarterEnd: return fixed(.everyQuarterEnd, span)
    case .afterEvent(let event, let time):
      guard let event = Deadline.Event(event), let time = self.time(time) else {
        return .unknown(at: span, .deadline)
      }
      return fixed(.after(event, time), span)
    case .before(let date): return dated(Deadline.upToCode, date, span)
    case .after(let date, let time):
      guard let time = self.time(time) else { return .unknown(at: span, .deadline) }
      return dated(Deadline.afterCode(time), date, span)
    case .wholeMonth: return .unknown(at: span, .deadline)
    }
  }

  /// `截止(期限, 起: 日期)`: a date, which is absent for what may be open ended and is.
  mutating func due(
    _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    guard arguments.count == 2 else {
      report(
        argumentCount(
          Keyword.due.spelling(in: language), keywordSpan, found: arguments.count, wanted: 2))
      return .unknown(at: span)
    }
    for (argument, wanted) in zip(arguments, [nil, Keyword.fromLabel]) {
      guard let label = argument.label else { continue }
      if case .keyword(let keyword, _) = label, keyword == wanted { continue }
      report(wrongLabel(label, wanted: wanted.map { $0.spelling(in: language) }))
    }
    let deadline = check(arguments[0].value, as: .deadline)
    let start = check(arguments[1].value, as: .date)
    if deadline.type.isUnknown || start.type.isUnknown { return .unknown(at: span) }
    let result: Type = ends(deadline) ? .date : .optional(.date)
    return TypedExpression(.deadline(.due, [deadline, start]), result, span)
  }

  /// Whether a deadline is seen to be none that is open ended.
  private func ends(_ deadline: TypedExpression) -> Bool {
    switch deadline.kind {
    case .constant(.integer(let code)): code != Deadline.openEndedCode
    case .deadline(.withDate, _): true
    default: false
    }
  }

  private func fixed(_ kind: Deadline.Kind, _ span: Span) -> TypedExpression {
    TypedExpression(.constant(.integer(Deadline(kind).code)), .deadline, span)
  }

  private mutating func dated(_ base: Int64, _ date: Expression, _ span: Span) -> TypedExpression {
    let day = check(date, as: .date)
    if day.type.isUnknown { return .unknown(at: span, .deadline) }
    return TypedExpression(.deadline(.withDate(base: base), [day]), .deadline, span)
  }

  /// A number of days or months, with the calendar that counts working days.
  private mutating func time(_ syntax: Expression) -> Deadline.Span? {
    let value = required(infer(syntax, hint: .duration(.workingDays)))
    if value.type.isUnknown { return nil }
    guard case .duration(let unit) = value.type, let unit = Deadline.Unit(unit) else {
      if value.type == .integer {
        report(bareDays(syntax.span, number: written(syntax.span)))
      } else {
        report(typeMismatch(value, .duration(.workingDays)))
      }
      return nil
    }
    guard case .integer(let count)? = constant(value, .deadline) else { return nil }
    guard (0...65_535).contains(count) else {
      report(integerTooLarge(written(syntax.span), syntax.span))
      return nil
    }
    var calendar = 0
    if unit == .workingDays {
      guard let id = theCalendar(for: syntax.span), id.index < 256 else { return nil }
      calendar = id.index
      let assumed = program.calendars[id.index].days?.assumedYears ?? []
      if !assumed.isEmpty { report(assumedYears(assumed, id, syntax.span)) }
    }
    return Deadline.Span(count: Int(count), unit: unit, calendar: calendar)
  }

  // MARK: Numbers

  private func number(_ year: DeadlineSyntax.Number?) -> Int? { year.flatMap { Int($0.digits) } }

  /// Whether a year that is written is one.
  mutating func valid(_ year: DeadlineSyntax.Number?) -> Bool {
    guard let year, !year.digits.isEmpty else { return true }
    if let number = Int(year.digits), (1...9999).contains(number), year.digits.utf8.count == 4 {
      return true
    }
    report(noSuchYear(year.digits, year.span))
    return false
  }

  /// 1…12
  mutating func month(_ month: DeadlineSyntax.Number) -> Int? {
    if let number = Int(month.digits), (1...12).contains(number) { return number }
    if !month.digits.isEmpty { report(noSuchMonth(month)) }
    return nil
  }

  /// A day that the month has in the year, or in some year.
  private mutating func day(
    _ day: DeadlineSyntax.Number, month: Int, year: Int?
  ) -> Int? {
    let last = CivilDate.lastDay(ofMonth: month, year: year ?? 2000)
    if let number = Int(day.digits), (1...last).contains(number) { return number }
    if !day.digits.isEmpty {
      report(noSuchDay(day, month: month, year: year))
    }
    return nil
  }
}
