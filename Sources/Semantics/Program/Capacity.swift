package import Source

extension PlanDeclaration {
  /// `力量 应急管理局 8人 { … }`: who is there to inspect, and how many working days they have.
  package struct Capacity: Sendable {
    /// Working days of all inspectors together, where it says so.
    package struct Days: Hashable, Sendable {
      package let days: Int64
      package let span: Span

      package init(days: Int64, span: Span) {
        self.days = days
        self.span = span
      }
    }

    package let department: DepartmentID
    package let persons: Int64
    package let span: Span
    /// The statutory working days, and what they are for.
    package var statutory: Days?
    package var otherEnforcement: Days?
    package var nonEnforcement: Days?
    package var supervision: Days?
    /// Working days of one inspector for one visit.
    package var perObject: Days?

    package init(department: DepartmentID, persons: Int64, span: Span) {
      self.department = department
      self.persons = persons
      self.span = span
    }

    /// The working days that there are for inspections: as stated, or what the others leave.
    package var available: Int64? {
      if let supervision { return supervision.days }
      guard let statutory, let otherEnforcement, let nonEnforcement else { return nil }
      return statutory.days - otherEnforcement.days - nonEnforcement.days
    }
  }
}
