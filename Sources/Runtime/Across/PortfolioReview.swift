public import Source

/// What the plans of a portfolio mean together for the objects of a store.
public struct PortfolioReview: Sendable {
  /// A number that is expected before the draws are made, in tenths.
  public struct Expected: Hashable, Sendable {
    public let tenths: Int

    public init(tenths: Int) { self.tenths = tenths }

    /// In units of 2⁻³², rounded half up.
    init(fixed: UInt128) { tenths = Int(clamping: (fixed * 10 + (1 << 31)) >> 32) }
  }

  /// A plan, and whom it visits.
  public struct Plan: Hashable, Sendable {
    public enum Basis: Hashable, Sendable {
      /// Drawn on a day, as recorded; some of the objects are no longer in the registry.
      case drawn(on: String, event: Int, gone: Int)
      case planned
    }

    public let name: String
    /// Nil for a plan whose period is its only round.
    public let round: DrawResult.Round?
    public let departments: [String]
    public let registry: String
    public let basis: Basis
    /// Objects drawn from, objects drawn or to be drawn, and those of them that are known by name.
    public let population: Int
    public let drawn: Int
    public let certain: Int
  }

  /// Visits that one object gets, against what a cap allows.
  public struct Overrun: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
      public let plan: String
      public let visits: Int64
    }

    public let key: String
    public let terms: [Term]
    public let visits: Int64
    public let limit: Int64
    /// The department or the level whose limit it is; nil for that of all together.
    public let body: Words?
  }

  /// A visit cap in one year.
  public struct Cap: Hashable, Sendable {
    public let name: String
    public let year: Int
    public let exceptions: [String]
    /// Objects that the cap protects and that a plan visits, or may visit.
    public let visited: Int
    /// Objects that are certainly visited more often than allowed.
    public let over: Int
    /// Objects that may be, by the draws still to come, and how many of them are expected to be.
    public let mayBeOver: Int
    public let expectedOver: Expected
    /// The first few of those that are over, else of those that may be.
    public let examples: [Overrun]
  }

  /// Two plans that visit the same objects in one period.
  public struct Merge: Hashable, Sendable {
    public let plans: [String]
    public let registry: String
    public let year: Int
    /// Objects that both visit, as things stand: a whole number where both are drawn.
    public let shared: Expected
    /// Visits saved if both go to them together.
    public let saved: Expected
    /// The same if they drew with common tickets; nil where one of them is drawn, or where they do.
    public let savedIfCoordinated: Expected?
  }

  /// A bound on several plans together.
  public struct Joint: Hashable, Sendable {
    public let name: String
    public let bound: Words
    /// Each plan's share: objects drawn and objects drawn from.
    public let parts: [Part]
    /// The joint share in thousandths, rounded down; where it is only expected, to the nearest.
    public let thousandths: Int
    public let isExpected: Bool
    /// Nil where it depends on draws still to come.
    public let holds: Bool?

    public struct Part: Hashable, Sendable {
      public let plan: String
      public let drawn: Int
      public let population: Int
    }
  }

  /// The working days that several plans of one department take in a year.
  public struct Load: Hashable, Sendable {
    public let department: String
    public let year: Int
    public let parts: [Part]
    /// The days that its inspectors have for inspections.
    public let available: Int64

    /// The fewest days that the plans certainly take together.
    public var needed: Int64 { parts.reduce(0) { $0.saturating(plus: $1.days) } }

    public struct Part: Hashable, Sendable {
      public let plan: String
      public let days: Int64
    }
  }

  public let years: [Int]
  public let plans: [Plan]
  public let caps: [Cap]
  public let merges: [Merge]
  public let joints: [Joint]
  public let loads: [Load]
  /// What is wrong, in the order of the places.
  public let diagnostics: [Diagnostic]
}
