package import Quantities
package import Source

/// How a plan stands to departments, levels, other registries and other plans.
package struct PlanRelations: Sendable {
  /// Departments that lead together with the first.
  package var coLeads: [DepartmentID] = []
  /// Who leads for which object; all of its departments are leads of the plan.
  package var leadRule: ByObject<DepartmentID>?
  /// The level that draws, and the one that inspects.
  package var drawLevel: LevelRule?
  package var inspectionLevel: LevelRule?
  /// Whether the list of drawn objects is told before they are inspected; nil if the plan is silent.
  package var listing: Listing?
  /// By when that list is public.
  package var listDue: PlanDeclaration.Due?
  /// The day that the registry has to show.
  package var asAt: (date: CivilDate, span: Span)?
  /// Registries whose objects are out of scope.
  package var exceptions: [Exception] = []
  /// The plan whose strata and quantities it has.
  package var sampledAs: PlanID?
  /// The plan whose drawn objects it takes, as far as they are in its own scope.
  package var along: PlanID?
  package var secondStage: SecondStage?

  package init() {}

  /// `再抽 电梯 按 维保单位 { 2..3台 }`
  package struct SecondStage: Sendable {
    package let registry: RegistryID
    /// Over that registry's row.
    package var condition: TypedExpression?
    /// The field with the key of an object of the first stage.
    package let field: Int
    /// For each object of the first stage.
    package var quantity: PlanDeclaration.Quantity
    package let allowsZero: Bool
    package let span: Span

    package init(
      registry: RegistryID, condition: TypedExpression?, field: Int,
      quantity: PlanDeclaration.Quantity, allowsZero: Bool, span: Span
    ) {
      self.registry = registry
      self.condition = condition
      self.field = field
      self.quantity = quantity
      self.allowsZero = allowsZero
      self.span = span
    }
  }

  package enum LevelRule: Sendable {
    case one(AdministrativeLevel)
    case byObject(ByObject<AdministrativeLevel>)

    /// The levels that occur, each once, in order.
    package var levels: [AdministrativeLevel] {
      switch self {
      case .one(let level): [level]
      case .byObject(let rule): rule.values
      }
    }
  }

  package enum Listing: String, Hashable, Sendable {
    case published = "public"
    case secret
  }

  /// `除 失信名单 按 法人代码 其中 …`
  package struct Exception: Sendable {
    package let registry: RegistryID
    /// Over that registry's row.
    package var condition: TypedExpression?
    /// The fields that are compared: of the plan's registry and of the other one.
    package let ownField: Int
    package let otherField: Int
    package let span: Span

    package init(
      registry: RegistryID, condition: TypedExpression?, ownField: Int, otherField: Int, span: Span
    ) {
      self.registry = registry
      self.condition = condition
      self.ownField = ownField
      self.otherField = otherField
      self.span = span
    }
  }
}

extension PlanDeclaration {
  /// Everyone who leads, the first first.
  package var leads: [DepartmentID] { relations.leadRule?.values ?? [lead] + relations.coLeads }
}

extension Program {
  /// The level of a department: its own, or that of the department it belongs to.
  package func level(of id: DepartmentID) -> AdministrativeLevel? {
    var seen: Set<DepartmentID> = []
    var next: DepartmentID? = id
    while let id = next, seen.insert(id).inserted {
      if let level = departments[id.index].level { return level }
      next = departments[id.index].parent
    }
    return nil
  }
}
