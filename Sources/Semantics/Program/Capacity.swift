package import Quantities
package import Source
import Syntax

extension PlanDeclaration {
  /// `力量 应急管理局 8人 { … }`: who is there to inspect, and how many working days they have.
  package struct Capacity: Sendable {
    /// Working days of all inspectors together, where it says so.
    package struct Days: Hashable, Sendable {
      package var days: Int64
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
    /// As printed, in the order of the lines.
    package var shares: [Share] = []
    /// Whether nothing in its lines is wrong by itself.
    package var isSound = false

    package enum Part: Hashable, Sendable, CaseIterable {
      case otherEnforcement, nonEnforcement, supervision
    }

    /// `占 52.2%`: a part of the statutory working days.
    package struct Share: Sendable {
      package let part: Part
      package let share: Decimal
      /// Behind the point of the percentage, as printed.
      package let places: Int
      /// Whether the line also says how many days these are.
      package let hasDays: Bool
      package let span: Span
    }

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

    package func days(of part: Part) -> Days? {
      switch part {
      case .otherEnforcement: otherEnforcement
      case .nonEnforcement: nonEnforcement
      case .supervision: supervision
      }
    }

    /// The days of a part, as stated or by its share, and how far off the printed share may be.
    func exactDays(of part: Part) -> (days: Decimal, slack: Decimal)? {
      if let days = days(of: part) { return (Decimal(days.days), Decimal(0)) }
      guard let statutory, let share = shares.first(where: { $0.part == part }),
        let days = try? Decimal(statutory.days).multiplied(by: share.share),
        // Half a unit of the last place, of a percentage.
        let half = Decimal("0." + String(repeating: "0", count: share.places + 2) + "5"),
        let slack = try? Decimal(statutory.days).multiplied(by: half)
      else { return nil }
      return (days, slack)
    }

    /// Gives the parts that have a share alone their days: whole ones, of inspections those that are
    /// there, of the others rounded half up.
    mutating func deriveDays() {
      for share in shares where !share.hasDays {
        guard let exact = exactDays(of: share.part)?.days,
          let days = share.part == .supervision
            ? exact.floor : exact.rounded(places: 0, rounding: .halfUp).floor
        else { continue }
        let derived = Days(days: days, span: share.span)
        switch share.part {
        case .otherEnforcement: otherEnforcement = derived
        case .nonEnforcement: nonEnforcement = derived
        case .supervision: supervision = derived
        }
      }
    }
  }
}

extension PlanDeclaration.Capacity.Part {
  init(_ keyword: Keyword) {
    switch keyword {
    case .otherEnforcement: self = .otherEnforcement
    case .nonEnforcement: self = .nonEnforcement
    default: self = .supervision
    }
  }
}
