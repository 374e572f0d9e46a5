import Quantities
import Source
import Syntax

/// Calendars: their years and days, and the calendars they add to.
extension Checker {
  /// Every calendar after the one it is based on.
  mutating func resolveCalendars() {
    for index in calendarItems.indices {
      let source = calendarItems[index]
      guard let base = source.item.base else { continue }
      let id = elsewhere(module: source.module, owner: .calendar(CalendarID(index))) {
        $0.calendar(base)
      }
      let old = program.calendars[index]
      program.calendars[index] = CalendarDeclaration(
        name: old.name, base: id, days: nil, notices: [:])
    }
    var order: [CalendarID] = []
    var walk = DepthFirstWalk<CalendarID>()
    let bases = program.calendars.map(\.base)
    for index in calendarItems.indices {
      walk.visit(
        CalendarID(index), targets: { bases[$0.index].map { [$0] } ?? [] },
        leave: { order.append($0) })
    }
    for id in order {
      let source = calendarItems[id.index]
      elsewhere(module: source.module, owner: .calendar(id)) { $0.resolve(source.item, id) }
    }
  }

  private mutating func resolve(_ item: CalendarItem, _ id: CalendarID) {
    var years: [Int: WorkingDayCalendar.Year] = [:]
    var notices: [Int: String] = [:]
    var published: Set<Int> = []
    if item.base != nil {
      // Where the base has mistakes, this one would repeat them.
      guard let base = bases(of: id), let days = base.days else { return }
      for year in days.years { years[year.number] = year }
      notices = base.notices
      published = Set(days.years.lazy.filter { !$0.isAssumed }.map(\.number))
    }
    let before = errorCount
    var written: [Int: Span] = [:]
    for syntax in item.years {
      guard let number = Int(syntax.year), (1...9999).contains(number), syntax.year.utf8.count == 4
      else {
        report(noSuchYear(syntax.year, syntax.yearSpan))
        continue
      }
      if let earlier = written[number] {
        report(calendarYearTwice(number, syntax.yearSpan, earlier))
        continue
      }
      written[number] = syntax.yearSpan
      if syntax.isAssumed, published.contains(number) {
        report(assumedThoughPublished(number, item.base, syntax.yearSpan))
        continue
      }
      var year =
        years[number] ?? WorkingDayCalendar.Year(number: number, isAssumed: syntax.isAssumed)
      if year.isAssumed, !syntax.isAssumed {
        year = WorkingDayCalendar.Year(number: number, isAssumed: false)
      }
      changeDays(of: &year, syntax)
      years[number] = year
      if let basis = syntax.basis {
        notices[number] = notices[number].map { $0 + "、" + basis } ?? basis
      }
    }
    let sorted = years.values.sorted { $0.number < $1.number }
    guard errorCount == before else { return }
    guard let days = WorkingDayCalendar(years: sorted) else {
      reportGap(item, sorted.map(\.number))
      return
    }
    program.calendars[id.index].days = days
    program.calendars[id.index].notices = notices
  }

  private func bases(of id: CalendarID) -> CalendarDeclaration? {
    program.calendars[id.index].base.map { program.calendars[$0.index] }
  }

  private mutating func reportGap(_ item: CalendarItem, _ years: [Int]) {
    guard let gap = zip(years, years.dropFirst()).first(where: { $1 > $0 + 1 }) else {
      if !parserReported(inside: item.span) { report(calendarWithoutYears(item.name)) }
      return
    }
    report(calendarGap(item, missing: gap.0 + 1))
  }

  /// Enters the days of a year; one that stands there twice, or in another year, is reported.
  private mutating func changeDays(
    of year: inout WorkingDayCalendar.Year, _ syntax: CalendarYearSyntax
  ) {
    var written: [CivilDate: Span] = [:]
    for days in syntax.days {
      guard let first = CivilDate(days.first.text), let last = CivilDate(days.last.text) else {
        for day in [days.first, days.last] where CivilDate(day.text) == nil {
          report(noSuchDay(day.text, day.span))
          break
        }
        continue
      }
      let span = days.first.span.joined(days.last.span)
      guard first <= last else {
        report(periodReversed(days.first.span, days.last.span))
        continue
      }
      for (day, place) in [(first, days.first.span), (last, days.last.span)]
      where day.year != year.number {
        report(dayOfOtherYear(day, year.number, place))
        return
      }
      for offset in 0...first.days(to: last) {
        guard let day = first.adding(days: offset) else { continue }
        if let earlier = written[day] {
          report(calendarDayTwice(day, span, earlier))
          break
        }
        written[day] = span
        year.changed[day] = days.areWorked
      }
    }
  }
}
