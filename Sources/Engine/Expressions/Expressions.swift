package import Quantities

/// How two values are compared.
package enum Comparison: Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// How a decimal loses its further places.
package typealias Rounding = Decimal.Rounding

/// A truth value for each row. Bound to the columns of one table: only a well-typed tree can be
/// built. Absence does not exist here: the binder pairs a value with a `Condition` that says where
/// it is known, and guards uses by it.
package indirect enum Condition: Sendable {
  case constant(Bool)
  /// A column of 0 and 1.
  case column(IntegerColumn)
  /// Where the column has a value.
  case known(KnownMask)
  case slot(Int)
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)
  case choose(Condition, then: Condition, otherwise: Condition)
  case compareIntegers(Comparison, IntegerExpression, IntegerExpression)
  case compareDecimals(Comparison, DecimalExpression, DecimalExpression)
  case compareTexts(Comparison, TextExpression, TextExpression)
  case integerIn(IntegerExpression, IntegerSet)
  case decimalIn(DecimalExpression, DecimalSet)
  case textIn(TextExpression, TextSet)
  case textMatches(TextMatch, TextExpression, TextExpression)
  /// An answer (0 or 1) for each distinct text of a dictionary; made while preparing.
  case coded(codes: [UInt32], answers: [UInt8])
  /// Evaluates values once, in order, for those after them and for the body, which read them as
  /// slots.
  case bind([BoundSlot], in: Condition)
}

package enum TextMatch: Hashable, Sendable, CaseIterable {
  case contains, startsWith, endsWith
  /// The whole is the code of a division within, or the same as, the one that the part is.
  case withinDivision
}

/// A 64-bit integer for each row: integers, counts, durations, dates (day numbers), enum members.
package indirect enum IntegerExpression: Sendable {
  case constant(Int64)
  case column(IntegerColumn)
  case slot(Int)
  case add(IntegerExpression, IntegerExpression, Site)
  case subtract(IntegerExpression, IntegerExpression, Site)
  case multiply(IntegerExpression, IntegerExpression, Site)
  case negate(IntegerExpression, Site)
  case absolute(IntegerExpression, Site)
  case choose(Condition, then: IntegerExpression, otherwise: IntegerExpression)
  case year(IntegerExpression)
  case month(IntegerExpression)
  case day(IntegerExpression)
  /// A day number plus days; a fault outside the years 0001 to 9999.
  case addDays(IntegerExpression, IntegerExpression, Site)
  /// A day number plus months, on the last day of the month where the day does not exist.
  case addMonths(IntegerExpression, IntegerExpression, Site)
  /// A calendar's answer for a day number and a second number; a fault where it has none.
  case calendar(
    CalendarOperation, IntegerExpression, IntegerExpression, WorkingDayCalendar, Site)
  /// The last day of a deadline, given by its code, counted from a day; 0 where nothing ends it. A
  /// fault where a calendar does not reach that far.
  case due(IntegerExpression, IntegerExpression, [WorkingDayCalendar?], Site)
  /// Unicode scalars of a text.
  case length(TextExpression)
  /// A number for each distinct text of a dictionary; made while preparing.
  case coded(codes: [UInt32], values: [Int64])
  case bind([BoundSlot], in: IntegerExpression)
}

/// An exact decimal for each row.
package indirect enum DecimalExpression: Sendable {
  case constant(Decimal)
  case column(DecimalColumn)
  case slot(Int)
  case integer(IntegerExpression)
  case add(DecimalExpression, DecimalExpression, Site)
  case subtract(DecimalExpression, DecimalExpression, Site)
  case multiply(DecimalExpression, DecimalExpression, Site)
  /// Exact, else a fault.
  case divide(DecimalExpression, DecimalExpression, Site)
  case negate(DecimalExpression)
  case absolute(DecimalExpression)
  case round(Rounding, DecimalExpression, places: IntegerExpression, Site)
  /// The exact quotient, rounded once.
  case divideRounded(
    Rounding, DecimalExpression, DecimalExpression, places: IntegerExpression, Site)
  case choose(Condition, then: DecimalExpression, otherwise: DecimalExpression)
  case bind([BoundSlot], in: DecimalExpression)
}

/// A text for each row.
package indirect enum TextExpression: Sendable {
  case constant(String)
  case column(TextColumn)
  case slot(Int)
  case choose(Condition, then: TextExpression, otherwise: TextExpression)
  /// The code of the division above that of a division; empty where there is none.
  case parentDivision(TextExpression)
  case bind([BoundSlot], in: TextExpression)
}

/// A slot of a `bind`, and what it holds. Slot numbers are unique in one tree.
package struct BoundSlot: Sendable {
  package let slot: Int
  package let binding: Binding

  package init(_ slot: Int, _ binding: Binding) {
    self.slot = slot
    self.binding = binding
  }
}

/// What a slot holds while the body of a `bind` is evaluated.
package enum Binding: Sendable {
  case condition(Condition)
  case integer(IntegerExpression)
  case decimal(DecimalExpression)
  case text(TextExpression)
}
