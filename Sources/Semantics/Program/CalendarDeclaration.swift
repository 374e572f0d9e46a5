package import Quantities
package import Syntax

/// A working-day calendar that a script declares.
package struct CalendarDeclaration: Sendable {
  package let name: Name
  /// The calendar that it adds to.
  package let base: CalendarID?
  /// Nil where the declaration has mistakes.
  package var days: WorkingDayCalendar?
  /// The notices by their years.
  package var notices: [Int: String]

  package init(
    name: Name, base: CalendarID?, days: WorkingDayCalendar?, notices: [Int: String]
  ) {
    self.name = name
    self.base = base
    self.days = days
    self.notices = notices
  }
}

/// What a working-day calendar is asked.
package enum CalendarQuestion: Hashable, Sendable, CaseIterable {
  /// A date and working days: the later date.
  case addWorkingDays
  /// Working days from the first date, which is not counted, to the second.
  case workingDaysBetween
  case isWorkingDay
}
