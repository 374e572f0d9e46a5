public import Quantities
public import Store

/// A sample drawn by a plan, with everything that led to it.
public struct DrawResult: Hashable, Sendable {
  /// The counts of a stratum, or of one cell of it.
  public struct Counts: Hashable, Sendable {
    /// Objects of the stratum after exclusions, without those that come on top.
    public var population: Int
    /// Must-include objects among the population: those that count towards the quota.
    public var included: Int
    public var quota: Int
    /// Objects of the population that were drawn, included ones among them.
    public var drawn: Int
    /// Objects of the population that were drawn in earlier rounds and are not to be drawn again.
    public var drawnBefore = 0

    public init(population: Int = 0, included: Int = 0, quota: Int = 0, drawn: Int = 0) {
      self.population = population
      self.included = included
      self.quota = quota
      self.drawn = drawn
    }
  }

  public struct Cell: Hashable, Sendable {
    /// The value of the `各` or `均衡` expression, as people read it.
    public let label: String
    public let counts: Counts
    /// Of a quantity with alternatives the one that was taken, as written.
    public var alternative: String?

    public init(label: String, counts: Counts) {
      self.label = label
      self.counts = counts
    }
  }

  public struct Stratum: Hashable, Sendable {
    /// The patterns as written; empty for a sample without strata.
    public let label: String
    public let counts: Counts
    /// By `各` or `均衡`, in the order of the values; empty without them.
    public let cells: [Cell]
    /// Subquotas and what is covered, in the order they are written.
    public var parts: [Part] = []
    /// Objects of each further layer: those visited once more.
    public var layers: [Int] = []
    /// Of a quantity with alternatives the one that was taken, as written; nil without them, and
    /// where each cell has its own.
    public var alternative: String?
    /// The quota that a bound over all strata has moved; nil where none has.
    public var quotaBeforeOverall: Int?

    public init(label: String, counts: Counts, cells: [Cell]) {
      self.label = label
      self.counts = counts
      self.cells = cells
    }
  }

  /// A part of a stratum that has a quantity of its own, or whose values are to be covered.
  public struct Part: Hashable, Sendable {
    /// The condition or the value as written.
    public let label: String
    /// Objects of the part, or different values.
    public let population: Int
    public let drawn: Int
    /// Whether values were counted rather than objects.
    public let isCovering: Bool

    public init(label: String, population: Int, drawn: Int, isCovering: Bool = false) {
      self.label = label
      self.population = population
      self.drawn = drawn
      self.isCovering = isCovering
    }
  }

  /// The working days that the visits take of one department's inspectors, and those there are.
  public struct Load: Hashable, Sendable {
    public let department: String
    public let persons: Int64
    /// Person-days: visits × inspectors of the department × working days for each.
    public let needed: Int64
    public let available: Int64

    public init(department: String, persons: Int64, needed: Int64, available: Int64) {
      self.department = department
      self.persons = persons
      self.needed = needed
      self.available = available
    }
  }

  public struct Object: Hashable, Sendable {
    public let key: String
    /// 64 lowercase hexadecimal digits.
    public let ticket: String
    /// Index of the stratum; nil for a must-include object that comes on top.
    public let stratum: Int?
    /// Whether the object had to be drawn whatever its ticket.
    public let isIncluded: Bool
    /// How many items of the plan's checklists apply to it; nil without checklists.
    public internal(set) var itemsDue: Int?
    /// How many of the layers of its stratum's quantity it belongs to, the first included.
    public var layers = 1

    public init(key: String, ticket: String, stratum: Int?, isIncluded: Bool) {
      self.key = key
      self.ticket = ticket
      self.stratum = stratum
      self.isIncluded = isIncluded
    }
  }

  public struct Department: Hashable, Sendable {
    public let name: String
    /// The full official name, if the script gives one.
    public let title: String?

    public init(name: String, title: String?) {
      self.name = name
      self.title = title
    }
  }

  /// A parameter of the plan.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    /// As it would be written: `10%`.
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A working-day calendar.
  public struct Calendar: Hashable, Sendable {
    public let name: String
    public let years: ClosedRange<Int>
    /// Years whose days off have not been published but are assumed.
    public let assumedYears: [Int]
    /// The notices that the days off of years come from, by year.
    public let notices: [Notice]

    public struct Notice: Hashable, Sendable {
      public let year: Int
      public let text: String

      public init(year: Int, text: String) {
        self.year = year
        self.text = text
      }
    }

    public init(
      name: String, years: ClosedRange<Int>, assumedYears: [Int], notices: [Notice] = []
    ) {
      self.name = name
      self.years = years
      self.assumedYears = assumedYears
      self.notices = notices
    }
  }

  /// Visits of one department's inspectors.
  public struct PersonVisits: Hashable, Sendable {
    public let department: String
    public let title: String?
    /// Inspectors that go to an object together.
    public let inspectors: Int64
    public let personVisits: Int64
    /// At most so many; nil where the frequency has no upper bound.
    public internal(set) var mostPersonVisits: Int64?

    public init(department: String, title: String?, inspectors: Int64, personVisits: Int64) {
      self.department = department
      self.title = title
      self.inspectors = inspectors
      self.personVisits = personVisits
      mostPersonVisits = personVisits
    }
  }

  public let plan: String
  /// The values of the plan's parameters in this draw, in the order of the plan.
  public var parameters: [Parameter] = []
  /// The department that leads the plan, and those that take part, in the order of the plan.
  public let lead: Department
  public let participants: [Department]
  public let group: String
  /// First and last day of the round.
  public let period: (from: CivilDate, to: CivilDate)
  public let on: CivilDate
  public let seed: String
  /// 64 lowercase hexadecimal digits; see `yijian-draw/1`.
  public let root: String
  public internal(set) var registry: RegistryVersion
  /// The event that committed to the seed before the draw, if there is one.
  public let commitment: SeedCommitment?
  /// Rows of the registry, rows in the plan's scope, and rows excluded from it.
  public let rowCount: Int
  public let inScope: Int
  public let excluded: Int
  public let strata: [Stratum]
  /// Must-include objects that came on top of the quotas.
  public let includedOnTop: Int
  /// Such objects that were drawn in earlier rounds and are not to be drawn again.
  public internal(set) var includedBefore = 0
  /// In the order of their tickets.
  public let drawn: [Object]
  /// Visits in the round, at least: those to each object by its frequency in the years, quarters
  /// or months that the round touches.
  public let visits: Int64
  /// At most so many; nil where the frequency has no upper bound.
  public internal(set) var mostVisits: Int64?
  public let personVisits: [PersonVisits]
  /// The items of the plan's checklists, in their order.
  public internal(set) var inspection: [InspectionItem] = []
  /// The elements of which they have nothing to look at.
  public internal(set) var inapplicable: [Inapplicable] = []
  /// What the departments do, as far as the plan says so.
  public internal(set) var duties: [Duty] = []
  /// What follows from what is found, where it has no deadline.
  public internal(set) var measures: [Measure] = []
  /// Which of its plan's rounds was drawn; nil for a plan whose period is its only round.
  public internal(set) var round: Round?

  /// The earlier draws that this one relied on; nil for a plan that earlier draws mean nothing to.
  public internal(set) var earlier: EarlierDraws?
  /// How many of the objects have been drawn by now; nil for a plan of one round.
  public internal(set) var coverage: Coverage?

  /// Earlier draws that decide who can be drawn, or comes first.
  public struct EarlierDraws: Hashable, Sendable {
    public struct Draw: Hashable, Sendable {
      public let plan: String
      /// The round as an ISO 8601 interval.
      public let period: String
      public let on: CivilDate
      /// The event's version in the history of its round.
      public let event: Int
      /// Of its manifest.
      public let digest: String
    }

    public let draws: [Draw]
    /// Objects excluded because of them.
    public let excluded: Int
  }

  /// Objects drawn so far: within the plan's rotation, or else in its period.
  public struct Coverage: Hashable, Sendable {
    public let drawn: Int
    public let population: Int
  }

  /// A round of a plan by its number, from 1.
  public struct Round: Hashable, Sendable {
    public let number: Int
    public let count: Int
  }
  /// What bounds over all strata want of each value, in the order of the plan.
  public internal(set) var areas: [Area] = []
  /// What the plan says of departments, levels, other registries and other plans.
  public internal(set) var relations = Relations()
  /// For departments whose capacity the plan states in working days.
  public var loads: [Load] = []
  /// The day by which the plan is completed, where it says one.
  public internal(set) var completeBy: CivilDate?
  /// What the plan asks for by a deadline.
  public internal(set) var dueDates: [DueDate] = []
  /// The working-day calendars that the draw depends on.
  public internal(set) var calendars: [Calendar] = []

  /// The round as an ISO 8601 interval.
  public var periodText: String { "\(period.from)/\(period.to)" }

  public static func == (a: DrawResult, b: DrawResult) -> Bool {
    a.plan == b.plan && a.parameters == b.parameters && a.lead == b.lead
      && a.participants == b.participants
      && a.group == b.group && a.period == b.period && a.on == b.on
      && a.seed == b.seed && a.root == b.root && a.registry == b.registry
      && a.commitment == b.commitment && a.rowCount == b.rowCount && a.inScope == b.inScope
      && a.excluded == b.excluded && a.strata == b.strata && a.includedOnTop == b.includedOnTop
      && a.includedBefore == b.includedBefore
      && a.drawn == b.drawn && a.visits == b.visits && a.mostVisits == b.mostVisits
      && a.personVisits == b.personVisits
      && a.inspection == b.inspection && a.inapplicable == b.inapplicable
      && a.duties == b.duties && a.measures == b.measures
      && a.round == b.round
      && a.relations == b.relations
      && a.loads == b.loads
      && a.completeBy == b.completeBy && a.dueDates == b.dueDates && a.calendars == b.calendars
      && a.areas == b.areas && a.earlier == b.earlier && a.coverage == b.coverage
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(drawn)
  }
}

/// A seed that was committed to before the draw.
public struct SeedCommitment: Hashable, Sendable {
  /// SHA-256 of `"yijian-seed/1" LF seed`, lowercase hexadecimal.
  public let digest: String
  /// The event's version in the history of the plan's round.
  public let event: Int
  /// The registry's version when the seed was committed to; nil if it was not imported yet.
  public let registryVersion: Int?

  public init(digest: String, event: Int, registryVersion: Int?) {
    self.digest = digest
    self.event = event
    self.registryVersion = registryVersion
  }
}
