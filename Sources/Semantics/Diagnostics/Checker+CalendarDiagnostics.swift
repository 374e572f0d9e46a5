import Quantities
import Source
import Syntax

/// Mistakes in calendars, and in what is asked of them.
extension Checker {
  func noCalendar(_ span: Span) -> Diagnostic {
    let module = language == .english ? "std.calendar.china" : "标准.日历.中国"
    let use = Keyword.use.spelling(in: language) + " " + module
    let start = Span(file: span.file, start: 0, end: 0)
    return Diagnostic(
      .noCalendar, at: span,
      fixIts: [FixIt(Message(.useCalendarModule, [.text(use)]), [FixIt.Edit(start, use + "\n")])])
  }

  func severalCalendars(_ names: [Name], _ span: Span) -> Diagnostic {
    let all = names.map(\.text).joined(separator: ", ")
    let label = Keyword.calendarLabel.spelling(in: language) + ": " + names[0].text
    return Diagnostic(
      .severalCalendars, at: span, [.text(all)],
      notes: [Message(.nameTheCalendar, [.text(label)])])
  }

  func assumedYears(_ years: [Int], _ id: CalendarID, _ span: Span) -> Diagnostic {
    let all = years.map { String($0) }.joined(separator: ", ")
    return Diagnostic(
      .assumedYear, at: span, [.text(all), .text(program.calendars[id.index].name.text)])
  }

  func dayOfOtherYear(_ day: CivilDate, _ year: Int, _ span: Span) -> Diagnostic {
    calendarDay(
      day,
      Words(
        zh: "不在 \(year) 年，写到它自己那一年里", en: "does not lie in \(year): write it under its own year"),
      span)
  }

  func calendarDayTwice(_ day: CivilDate, _ span: Span, _ earlier: Span) -> Diagnostic {
    var diagnostic = calendarDay(day, Words(zh: "写了两次", en: "stands here twice"), span)
    diagnostic.related = [Label(earlier, Message(.usedHereFirst))]
    return diagnostic
  }

  private func calendarDay(_ day: CivilDate, _ what: Words, _ span: Span) -> Diagnostic {
    Diagnostic(.calendarDay, at: span, [.text(day.description), .words(what)])
  }

  func noSuchYear(_ text: String, _ span: Span) -> Diagnostic {
    calendarYear(text, Words(zh: "不是四位数的年份", en: "is no year of four digits"), span)
  }

  func calendarYearTwice(_ year: Int, _ span: Span, _ earlier: Span) -> Diagnostic {
    var diagnostic = calendarYear(
      String(year), Words(zh: "写了两次", en: "stands here twice"), span)
    diagnostic.related = [Label(earlier, Message(.usedHereFirst))]
    return diagnostic
  }

  func assumedThoughPublished(_ year: Int, _ base: Name?, _ span: Span) -> Diagnostic {
    calendarYear(
      String(year),
      Words(
        zh: "已经公布，在“\(base?.text ?? "")”里，不能再假定",
        en: "has been published, in '\(base?.text ?? "")': it cannot be assumed any more"), span)
  }

  func calendarGap(_ item: CalendarItem, missing year: Int) -> Diagnostic {
    calendarYear(
      String(year),
      Words(zh: "缺了：日历的年份要连续", en: "is missing: the years of a calendar follow each other"),
      item.name.span)
  }

  func calendarWithoutYears(_ name: Name) -> Diagnostic {
    Diagnostic(.emptyDeclaration, at: name.span, [.text(name.text)])
  }

  private func calendarYear(_ year: String, _ what: Words, _ span: Span) -> Diagnostic {
    Diagnostic(.calendarYear, at: span, [.text(year), .words(what)])
  }
}
