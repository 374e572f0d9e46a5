import Source

extension Parser {
  /// calendar = "日历" name [ "基于" name ] "{" { year } "}"
  mutating func calendar(from start: Int) -> CalendarItem {
    let name = name()
    var base: Name?
    if !isRecovering, eatOnLine(.basedOn) != nil { base = self.name() }
    var years: [CalendarYearSyntax] = []
    block(header: start, commas: false) { parser in
      if let year = parser.calendarYear() { years.append(year) }
    }
    return CalendarItem(name: name, base: base, years: years, span: span(from: start))
  }

  /// year = [ "假定" ] integer [ "依据" text ] "{" { days } "}"
  private mutating func calendarYear() -> CalendarYearSyntax? {
    let start = position
    let isAssumed = eat(.assume) != nil
    guard kind == .integer, isOnLine || !isAssumed else {
      fail {
        .expected(
          .year, in: $0.shownLanguage,
          found: Diagnostic.quoted($0.file.text($0.tokenSpan($0.position))),
          at: $0.tokenSpan($0.position))
      }
      return nil
    }
    let yearSpan = tokenSpan(position)
    let year = tokens[position].value
    advance()
    var basis: String?
    if eatOnLine(.basis) != nil { basis = text()?.value }
    var days: [CalendarDaysSyntax] = []
    block(
      header: start, commas: false,
      startsNext: { $0.match(of: [.daysOff, .daysWorked]) != nil },
      { $0.calendarDays(into: &days) })
    return CalendarYearSyntax(
      year: year, yearSpan: yearSpan, isAssumed: isAssumed, basis: basis, days: days)
  }

  /// days = ( "放假" | "上班" ) date [ ".." date ] { "," date [ ".." date ] }
  private mutating func calendarDays(into days: inout [CalendarDaysSyntax]) {
    guard let (keyword, _) = clauseKeyword([.daysOff, .daysWorked], inside: .aCalendarYear) else {
      return
    }
    repeat {
      guard let first = date() else { return }
      var last = first
      if eatOnLine(.range) {
        guard let end = date() else { return }
        last = end
      }
      days.append(
        CalendarDaysSyntax(areWorked: keyword == .daysWorked, first: first, last: last))
    } while !isRecovering && eatOnLine(.comma)
  }

  private mutating func date() -> (text: String, span: Span)? {
    guard kind == .date else {
      report(.date)
      return nil
    }
    advance()
    return (tokens[position - 1].value, tokenSpan(position - 1))
  }
}
