package import Quantities
package import Source
package import Syntax

/// A checked script with all the modules it uses. Identifiers are indices into these arrays.
package struct Program: Sendable {
  package var enumerations: [EnumerationDeclaration] = []
  package var records: [RecordDeclaration] = []
  package var registries: [RegistryDeclaration] = []
  package var functions: [FunctionDeclaration] = []
  /// As handed to the checker, whether the script calls them or not.
  package var hostFunctions: [HostFunctionDeclaration] = []
  package var tables: [TableDeclaration] = []
  package var constants: [ConstantDeclaration] = []
  package var departments: [DepartmentDeclaration] = []
  package var laws: [LawDeclaration] = []
  package var calendars: [CalendarDeclaration] = []
  package var matters: [MatterDeclaration] = []
  package var checklists: [ChecklistDeclaration] = []
  package var plans: [PlanDeclaration] = []
  package var visitCaps: [VisitCapDeclaration] = []
  package var joints: [JointDeclaration] = []
  package var tests: [TestDeclaration] = []
  /// The `显示` lines of the main file, in order.
  package var shows: [TypedExpression] = []

  /// The gaps and overlaps that were reported about tables, and about values of rows.
  package var coverage: [CoverageFact] = []

  package init() {}
}

package struct EnumerationDeclaration: Sendable {
  package let name: Name
  package let isOrdered: Bool
  package let members: [Name]

  package init(name: Name, isOrdered: Bool, members: [Name]) {
    self.name = name
    self.isOrdered = isOrdered
    self.members = members
  }
}

package struct FieldDeclaration: Sendable {
  package let name: Name
  package let type: Type

  package init(name: Name, type: Type) {
    self.name = name
    self.type = type
  }
}

package struct RecordDeclaration: Sendable {
  package let name: Name
  package let fields: [FieldDeclaration]

  package init(name: Name, fields: [FieldDeclaration]) {
    self.name = name
    self.fields = fields
  }
}

package struct RegistryDeclaration: Sendable {
  package struct Field: Sendable {
    package let name: Name
    package let type: Type
    /// The value taken where the data has none.
    package let missing: TypedExpression.Constant?
    /// What the column of a data file is called.
    package let title: String

    package init(
      name: Name, type: Type, missing: TypedExpression.Constant?, title: String? = nil
    ) {
      self.name = name
      self.type = type
      self.missing = missing
      self.title = title ?? name.text
    }
  }

  package let name: Name
  /// Index of the key among the fields; its type is a text or a code, never optional.
  package let key: Int
  package let fields: [Field]
  package var sources = Sources(whole: nil, fields: [])

  package init(name: Name, key: Int, fields: [Field]) {
    self.name = name
    self.key = key
    self.fields = fields
  }
}

/// Parameters are the locals 0, 1 …; bindings follow.
package struct FunctionDeclaration: Sendable {
  package let name: Name
  package let parameters: [FieldDeclaration]
  package let result: Type
  package let bindings: [TypedExpression]
  package let body: TypedExpression

  package init(
    name: Name, parameters: [FieldDeclaration], result: Type, bindings: [TypedExpression],
    body: TypedExpression
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.bindings = bindings
    self.body = body
  }
}

/// Parameters are the locals 0, 1 …. Checked to have neither gaps nor (if unique) overlaps.
package struct TableDeclaration: Sendable {
  package let name: Name
  package let parameters: [FieldDeclaration]
  /// Of one row; with the policy `collect` the table's value is a list of it.
  package let result: Type
  package let policy: TableItem.Policy
  package let rows: [TypedArm]
  /// For a principle: the table that says, for the same parameters, what its value rests on.
  package var grounds: TableID?

  package init(
    name: Name, parameters: [FieldDeclaration], result: Type, policy: TableItem.Policy,
    rows: [TypedArm]
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.policy = policy
    self.rows = rows
  }
}

package struct ConstantDeclaration: Sendable {
  package let name: Name
  package let value: TypedExpression

  package init(name: Name, value: TypedExpression) {
    self.name = name
    self.value = value
  }
}

package struct DepartmentDeclaration: Sendable {
  package let name: Name
  /// The full official name, if the script gives one.
  package let title: String?
  /// The department it belongs to.
  package var parent: DepartmentID?
  /// As declared; see `Program.level(of:)`.
  package var level: AdministrativeLevel?

  package init(name: Name, title: String?) {
    self.name = name
    self.title = title
  }
}

package struct PlanDeclaration: Sendable {
  package let name: Name
  /// First and last day.
  package let period: (from: CivilDate, to: CivilDate)
  package let lead: DepartmentID
  package let participants: [DepartmentID]
  package let registry: RegistryID
  /// Over the registry's row.
  package var scope: TypedExpression?
  /// Nil: each drawn object is visited once in the period.
  package var frequency: Frequency?
  package let inspectors: [(department: DepartmentID, count: Int64)]
  /// Plans with one group share their tickets; the plan's own name if it names none.
  package let group: String
  package var sampling: Sampling
  package let span: Span
  /// What the plan as a whole rests on.
  package var basis: [Basis] = []
  /// Only those departments of which the plan says more than their names.
  package var roles: [Role] = []
  package var inspections: [Inspection] = []
  package var methods: [InspectionMethod] = []
  /// Nil: one round, the period.
  package var rounds: Rounds?
  package var relations = PlanRelations()
  package var parameters: [Parameter] = []
  package var requirements: [Requirement] = []
  /// Of the parameters, in a plan that is resolved.
  package var values: [TypedExpression.Constant] = []
  package var capacities: [Capacity] = []
  package var followUp: FollowUp?
  package var publication: Publication?
  /// Who does what for it until when, in the order of the tables.
  package var tasks: [Task] = []
  /// The name of the plan that it is based on, where that is declared.
  package var base: Span?
  /// Where the plan names its departments, in the order of its clauses.
  package var departmentPlaces: [(department: DepartmentID, span: Span)] = []
  /// Where the plan says that it is complete in all six respects.
  package var completeSpan: Span?

  package var times = Times()
  /// The calendars that what it draws depends on.
  package var calendars: [CalendarID] = []
  /// Where the plan says `不再单独检查`, if it does.
  package var exclusive: Span? = nil

  package init(
    name: Name, period: (from: CivilDate, to: CivilDate), lead: DepartmentID,
    participants: [DepartmentID], registry: RegistryID, scope: TypedExpression?,
    frequency: Frequency?, inspectors: [(department: DepartmentID, count: Int64)], group: String,
    sampling: Sampling, span: Span
  ) {
    self.name = name
    self.period = period
    self.lead = lead
    self.participants = participants
    self.registry = registry
    self.scope = scope
    self.frequency = frequency
    self.inspectors = inspectors
    self.group = group
    self.sampling = sampling
    self.span = span
  }

  /// Who is drawn. All expressions are over the registry's row.
  package struct Sampling: Sendable {
    package var by: [TypedExpression]
    package var within: Within?
    /// In order; the first whose patterns hold gives a row its stratum. Exhaustive.
    /// A sample without strata has one arm without patterns.
    package var strata: [Stratum]
    package var overall: [Quantity]
    package var areas: [Area] = []
    package var includes: [Include]
    package var excludes: [TypedExpression]
    package var allowsZero: Bool
    /// Conditions of objects that come first within their cell; one that is written earlier goes
    /// before.
    package var prefers: [TypedExpression] = []
    package var rising: Rising?
    /// Of each exclusion, in order, with its place.
    package var excludeGrounds: [(grounds: Grounds?, span: Span)] = []
    package var history = HistoryRules()

    package init(
      by: [TypedExpression], within: Within?, strata: [Stratum], overall: [Quantity],
      includes: [Include], excludes: [TypedExpression], allowsZero: Bool
    ) {
      self.by = by
      self.within = within
      self.strata = strata
      self.overall = overall
      self.includes = includes
      self.excludes = excludes
      self.allowsZero = allowsZero
    }
  }

  package enum Within: Sendable {
    /// Every value has a cell and a quota of its own.
    case each(TypedExpression)
    /// The stratum's quota is spread over the values in proportion.
    case spread(TypedExpression)
  }

  package struct Stratum: Sendable {
    package let patterns: [TypedPattern]
    /// The patterns as written, for people: `A`, `高, 中`.
    package let label: String
    package var quantity: Quantity

    package init(patterns: [TypedPattern], label: String, quantity: Quantity) {
      self.patterns = patterns
      self.label = label
      self.quantity = quantity
    }
  }

  package struct Quantity: Sendable {
    package enum Bound: Hashable, Sendable {
      case all
      case exactly(Amount)
      case atLeast(Amount)
      case atMost(Amount)
      case range(Amount, Amount)
    }

    /// A ratio in 0…1 or a number of objects.
    package enum Amount: Hashable, Sendable {
      case ratio(Decimal)
      case count(Int64)
      /// Known only at the draw.
      indirect case open(OpenAmount)
    }

    package var bound: Bound
    package let allWhenFewerThan: Int64?
    package let span: Span
    /// `全年`: a total over the rounds of a year, of which each round takes its part.
    package var isYearTotal = false
    /// The number of objects that the ratio is said to be: `10%(20户)`.
    package var agreedCount: Int64?
    /// Of `A 或 B` what follows the first; the one with the fewest objects is taken.
    package var alternatives: [Quantity] = []
    /// The bound as written, of a quantity with alternatives or one of them.
    package var label = ""
    package var subquotas: [Subquota] = []
    package var covering: Covering?
    package var layers: [Layer] = []
    /// `轮查 60个月`: the months in which everybody is to be drawn once, which the bound follows from.
    package var rotation: Int64?
    /// `5%, 轮查 60个月`: the same of a quantity that is said by itself.
    package var horizon: HistoryRules.Rotation?

    package init(bound: Bound, allWhenFewerThan: Int64?, span: Span) {
      self.bound = bound
      self.allWhenFewerThan = allWhenFewerThan
      self.span = span
    }
  }

  package struct Include: Sendable {
    package internal(set) var condition: TypedExpression
    /// Whether these objects count towards their stratum's quota.
    package let counted: Bool
    /// Why they must be included: visits for a reason that a visit cap excepts do not count.
    package var grounds: Grounds?

    package init(condition: TypedExpression, counted: Bool) {
      self.condition = condition
      self.counted = counted
    }
  }
}

package struct TestDeclaration: Sendable {
  package enum Statement: Sendable {
    /// Binds the next local.
    case constant(LocalID, TypedExpression)
    case assert(TypedExpression)
    /// The rows of a registry, and the day they show if it is said.
    case given(RegistryID, Rows, asAt: CivilDate?)
    /// Objects drawn before.
    case givenDrawn(RegistryID, [DrawnRow])
    /// A sample that a local holds, as an earlier draw for what follows.
    case givenSample(TypedExpression, PlanID, TypedDraw)
  }

  /// An object that a test takes to have been drawn.
  package struct DrawnRow: Sendable {
    package let key: String
    package let on: CivilDate
    /// Nil where the test does not say by which plan.
    package let plan: String?
  }

  package enum Rows: Sendable {
    case table([GivenRow])
    /// A data file, named as in the script.
    case file(String, Span)
  }

  /// A row that a test gives, or several that differ in their keys only.
  package struct GivenRow: Sendable {
    /// In the order of the registry's declaration; nil where the table has no such column.
    package let values: [TypedExpression.Constant?]
    /// How many rows with keys made up are meant (`40户` in the column of the key); nil for the one
    /// row whose key is written.
    package let copies: Int64?

    package init(values: [TypedExpression.Constant?], copies: Int64?) {
      self.values = values
      self.copies = copies
    }

    /// More rows than this are taken from a file.
    package static let greatestNumberOfCopies: Int64 = 10_000_000
  }

  package let title: String
  package let statements: [Statement]
  package let span: Span

  package init(title: String, statements: [Statement], span: Span) {
    self.title = title
    self.statements = statements
    self.span = span
  }
}
