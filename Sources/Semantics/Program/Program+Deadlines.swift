package import Quantities
package import Source
import Syntax

extension Program {
  /// A deadline in the words of a keyword set, as it would stand in a script.
  package func text(of deadline: Deadline, in language: Language) -> String {
    DeadlineWords(language: language).text(deadline)
  }

  /// The calendars that deadlines name by their position.
  package var deadlineCalendars: [WorkingDayCalendar?] { calendars.map(\.days) }
}

/// The words of deadlines in one language.
private struct DeadlineWords {
  let language: Language

  func text(_ deadline: Deadline) -> String {
    switch deadline.kind {
    case .openEnded: return word(.longTerm)
    case .month(let year, let month, let part):
      return written(year, .year) + tight("\(month)", word(part.keyword))
    case .day(let year, let month, let day):
      return written(year, .year) + written(month, .month) + tight("\(day)", dayLatest)
    case .year(let year):
      guard let year else { return word(.yearEnd) }
      return tight("\(year)", word(.yearEnd))
    case .everyMonth(let day): return tight(word(.monthly), tight("\(day)", dayLatest))
    case .everyMonthEnd: return word(.monthlyEnd)
    case .everyQuarterEnd: return word(.quarterlyEnd)
    case .after(let event, let span): return word(event.keyword) + " " + text(span)
    case .date(let date): return date.description + " " + word(.latest)
    case .afterDate(let date, let span):
      return date.description + " " + word(.afterward) + " " + text(span)
    }
  }

  private var dayLatest: String { tight(word(.bareDays), word(.latest)) }

  private func text(_ span: Deadline.Span) -> String {
    tight("\(span.count)", word(span.unit.keyword))
  }

  private func written(_ number: Int?, _ unit: Keyword) -> String {
    guard let number else { return "" }
    return tight("\(number)", word(unit)) + (language == .english ? " " : "")
  }

  private func word(_ keyword: Keyword) -> String { keyword.spelling(in: language) }

  private func tight(_ a: String, _ b: String) -> String {
    language == .english ? a + " " + b : a + b
  }
}

extension Deadline.Part {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .monthEnd: self = .end
    case .earlyMonth: self = .first
    case .midMonth: self = .middle
    case .lateMonth: self = .last
    case .monthStart: self = .start
    default: return nil
    }
  }

  fileprivate var keyword: Keyword {
    switch self {
    case .end: .monthEnd
    case .first: .earlyMonth
    case .middle: .midMonth
    case .last: .lateMonth
    case .start: .monthStart
    }
  }
}

extension Deadline.Event {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .afterCompletion: self = .completion
    case .afterDraw: self = .draw
    case .afterTerm: self = .expiry
    default: return nil
    }
  }

  fileprivate var keyword: Keyword {
    switch self {
    case .completion: .afterCompletion
    case .draw: .afterDraw
    case .expiry: .afterTerm
    }
  }
}

extension Deadline.Unit {
  init?(_ unit: DurationUnit) {
    switch unit {
    case .naturalDays: self = .naturalDays
    case .months: self = .months
    case .workingDays: self = .workingDays
    case .hours: return nil
    }
  }

  fileprivate var keyword: Keyword {
    switch self {
    case .naturalDays: .naturalDays
    case .months: .months
    case .workingDays: .workingDays
    }
  }
}
