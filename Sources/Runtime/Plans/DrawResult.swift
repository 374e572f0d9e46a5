package import Quantities
package import Store

/// A sample drawn by a plan, with everything that led to it.
package struct DrawResult: Hashable, Sendable {
  /// The counts of a stratum, or of one cell of it.
  package struct Counts: Hashable, Sendable {
    /// Objects of the stratum after exclusions, without those that come on top.
    package var population: Int
    /// Must-include objects among the population: those that count towards the quota.
    package var included: Int
    package var quota: Int
    /// Objects of the population that were drawn, included ones among them.
    package var drawn: Int

    package init(population: Int = 0, included: Int = 0, quota: Int = 0, drawn: Int = 0) {
      self.population = population
      self.included = included
      self.quota = quota
      self.drawn = drawn
    }
  }

  package struct Cell: Hashable, Sendable {
    /// The value of the `各` or `均衡` expression, as people read it.
    package let label: String
    package let counts: Counts

    package init(label: String, counts: Counts) {
      self.label = label
      self.counts = counts
    }
  }

  package struct Stratum: Hashable, Sendable {
    /// The patterns as written; empty for a sample without strata.
    package let label: String
    package let counts: Counts
    /// By `各` or `均衡`, in the order of the values; empty without them.
    package let cells: [Cell]

    package init(label: String, counts: Counts, cells: [Cell]) {
      self.label = label
      self.counts = counts
      self.cells = cells
    }
  }

  package struct Object: Hashable, Sendable {
    package let key: String
    /// 64 lowercase hexadecimal digits.
    package let ticket: String
    /// Index of the stratum; nil for a must-include object that comes on top.
    package let stratum: Int?
    /// Whether the object had to be drawn whatever its ticket.
    package let isIncluded: Bool

    package init(key: String, ticket: String, stratum: Int?, isIncluded: Bool) {
      self.key = key
      self.ticket = ticket
      self.stratum = stratum
      self.isIncluded = isIncluded
    }
  }

  /// Visits of one department's inspectors.
  package struct PersonVisits: Hashable, Sendable {
    package let department: String
    package let title: String?
    /// Inspectors that go to an object together.
    package let inspectors: Int64
    package let personVisits: Int64

    package init(department: String, title: String?, inspectors: Int64, personVisits: Int64) {
      self.department = department
      self.title = title
      self.inspectors = inspectors
      self.personVisits = personVisits
    }
  }

  package let plan: String
  package let group: String
  package let period: (from: CivilDate, to: CivilDate)
  package let on: CivilDate
  package let seed: String
  /// 64 lowercase hexadecimal digits; see `yijian-draw/1`.
  package let root: String
  package let registry: RegistryVersion
  /// The event that committed to the seed before the draw, if there is one.
  package let commitment: SeedCommitment?
  /// Rows of the registry, rows in the plan's scope, and rows excluded from it.
  package let rowCount: Int
  package let inScope: Int
  package let excluded: Int
  package let strata: [Stratum]
  /// Must-include objects that came on top of the quotas.
  package let includedOnTop: Int
  /// In the order of their tickets.
  package let drawn: [Object]
  /// Visits in the plan's period: objects times frequency times the years, quarters or months it
  /// touches.
  package let visits: Int64
  package let personVisits: [PersonVisits]

  /// The round as an ISO 8601 interval.
  package var periodText: String { "\(period.from)/\(period.to)" }

  package static func == (a: DrawResult, b: DrawResult) -> Bool {
    a.plan == b.plan && a.group == b.group && a.period == b.period && a.on == b.on
      && a.seed == b.seed && a.root == b.root && a.registry == b.registry
      && a.commitment == b.commitment && a.rowCount == b.rowCount && a.inScope == b.inScope
      && a.excluded == b.excluded && a.strata == b.strata && a.includedOnTop == b.includedOnTop
      && a.drawn == b.drawn && a.visits == b.visits && a.personVisits == b.personVisits
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(drawn)
  }
}

/// A seed that was committed to before the draw.
package struct SeedCommitment: Hashable, Sendable {
  /// SHA-256 of `"yijian-seed/1" LF seed`, lowercase hexadecimal.
  package let digest: String
  /// The event's version in the history of the plan's round.
  package let event: Int
  /// The registry's version when the seed was committed to; nil if it was not imported yet.
  package let registryVersion: Int?

  package init(digest: String, event: Int, registryVersion: Int?) {
    self.digest = digest
    self.event = event
    self.registryVersion = registryVersion
  }
}
