package import Source

/// `日历 法定工作日 { 2026 依据 "国办发明电〔2025〕7号" { 放假 2026-01-01..2026-01-03  上班 2026-01-04 } }`
package struct CalendarItem: Sendable {
  package let name: Name
  /// `基于 法定工作日`: the calendar whose years this one has too.
  package let base: Name?
  package let years: [CalendarYearSyntax]
  package let span: Span

  package init(name: Name, base: Name?, years: [CalendarYearSyntax], span: Span) {
    self.name = name
    self.base = base
    self.years = years
    self.span = span
  }
}

/// `2026 依据 "…" { … }`, or `假定 2027 { … }` for a year without a notice.
package struct CalendarYearSyntax: Sendable {
  /// As written.
  package let year: String
  package let yearSpan: Span
  package let isAssumed: Bool
  /// The notice.
  package let basis: String?
  package let days: [CalendarDaysSyntax]

  package init(
    year: String, yearSpan: Span, isAssumed: Bool, basis: String?, days: [CalendarDaysSyntax]
  ) {
    self.year = year
    self.yearSpan = yearSpan
    self.isAssumed = isAssumed
    self.basis = basis
    self.days = days
  }
}

/// Days with both ends: `2026-01-01..2026-01-03`; of a single day both are the same.
package struct CalendarDaysSyntax: Sendable {
  /// `上班` rather than `放假`.
  package let areWorked: Bool
  /// As written, `yyyy-mm-dd`; may be no real days.
  package let first: (text: String, span: Span)
  package let last: (text: String, span: Span)

  package init(
    areWorked: Bool, first: (text: String, span: Span), last: (text: String, span: Span)
  ) {
    self.areWorked = areWorked
    self.first = first
    self.last = last
  }
}
