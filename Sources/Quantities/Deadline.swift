/// By when something is to be done, as plans say it: a day, a part of a month, something that comes
/// again, or a time after an event. The named day belongs to the time there is.
public struct Deadline: Hashable, Sendable {
  /// Which part of a month ends the time.
  public enum Part: UInt8, Hashable, Sendable, CaseIterable {
    /// `月底前`, and the last ten days: the last day of the month.
    case end, last
    /// The first ten days, and the beginning: the 10th. Plans use both words for one deadline.
    case first, start
    /// The middle ten days: the 20th.
    case middle
  }

  /// What a time is counted from.
  public enum Event: UInt8, Hashable, Sendable, CaseIterable {
    /// The task being finished, the draw, and the end of a term that was set.
    case completion, draw, expiry
  }

  /// What a time is counted in.
  public enum Unit: UInt8, Hashable, Sendable, CaseIterable {
    case naturalDays, months
    /// By the calendar with this position in the program.
    case workingDays
  }

  /// A number of days or months.
  public struct Span: Hashable, Sendable {
    /// 0…65535
    public let count: Int
    public let unit: Unit
    /// The position of the calendar that counts working days, 0…255.
    public let calendar: Int

    /// A span; the calendar matters for working days only.
    public init(count: Int, unit: Unit, calendar: Int = 0) {
      self.count = count
      self.unit = unit
      self.calendar = calendar
    }
  }

  /// How the time is said.
  public enum Kind: Hashable, Sendable {
    /// Nothing ends it.
    case openEnded
    /// Part of a month; of the year that the time is counted from where none is said.
    case month(year: Int?, month: Int, Part)
    /// A day of a month.
    case day(year: Int?, month: Int, day: Int)
    /// The end of a year.
    case year(Int?)
    /// Every month up to a day, the month's last where it has no such day.
    case everyMonth(day: Int)
    case everyMonthEnd, everyQuarterEnd
    /// A span after an event.
    case after(Event, Span)
    /// Up to a date.
    case date(CivilDate)
    /// A span after a date.
    case afterDate(CivilDate, Span)
  }

  /// How the time is said.
  public let kind: Kind

  /// A deadline.
  public init(_ kind: Kind) { self.kind = kind }
}

extension Deadline {
  /// The last day there is, counted from a day, by calendars. Nil where there is no last day.
  ///
  /// A month without a year is one of the year of `start`, even where it is over; what comes again
  /// is the next one from `start` on.
  ///
  /// - Throws: `DeadlineFault` where a calendar does not reach so far, or no date does.
  public func due(
    from start: CivilDate, calendars: [WorkingDayCalendar?]
  ) throws(DeadlineFault) -> CivilDate? {
    switch kind {
    case .openEnded: return nil
    case .month(let year, let month, let part):
      return try Deadline.day(part, year ?? start.year, month)
    case .day(let year, let month, let day):
      return try Deadline.date(year ?? start.year, month, day)
    case .year(let year): return try Deadline.date(year ?? start.year, 12, 31)
    case .everyMonth(let day):
      let (year, month) = (start.year, start.month)
      let here = try Deadline.date(year, month, day)
      if start <= here { return here }
      return try Deadline.date(year + month / 12, month % 12 + 1, day)
    case .everyMonthEnd: return try Deadline.day(.end, start.year, start.month)
    case .everyQuarterEnd: return try Deadline.day(.end, start.year, start.quarter * 3)
    case .after(_, let span): return try span.end(from: start, calendars)
    case .date(let date): return date
    case .afterDate(let date, let span): return try span.end(from: date, calendars)
    }
  }

  private static func day(
    _ part: Part, _ year: Int, _ month: Int
  ) throws(DeadlineFault) -> CivilDate {
    switch part {
    case .end, .last: try date(year, month, 31)
    case .first, .start: try date(year, month, 10)
    case .middle: try date(year, month, 20)
    }
  }

  /// The day, or the last of the month.
  private static func date(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(DeadlineFault) -> CivilDate {
    let last = CivilDate.lastDay(ofMonth: month, year: year)
    guard let date = CivilDate(year: year, month: month, day: min(day, last)) else {
      throw .dateOutOfRange
    }
    return date
  }
}

/// Why a deadline has no date.
public enum DeadlineFault: Error, Hashable, Sendable {
  /// A date outside the years 0001 to 9999.
  case dateOutOfRange
  /// Working days outside of the calendar.
  case outsideCalendar
}

extension Deadline.Span {
  fileprivate func end(
    from start: CivilDate, _ calendars: [WorkingDayCalendar?]
  ) throws(DeadlineFault) -> CivilDate {
    switch unit {
    case .naturalDays:
      guard let end = start.adding(days: count) else { throw .dateOutOfRange }
      return end
    case .months:
      guard let end = start.adding(months: count) else { throw .dateOutOfRange }
      return end
    case .workingDays:
      guard calendars.indices.contains(calendar),
        let end = calendars[calendar]?.adding(workingDays: count, to: start)
      else { throw .outsideCalendar }
      return end
    }
  }
}
