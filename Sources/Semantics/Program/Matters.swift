package import Quantities
package import Source
package import Syntax

/// How something is inspected.
package enum InspectionMethod: Hashable, Sendable, CaseIterable {
  case onSite, onPaper, online, testing, commissioned, offSite
}

/// A matter of supervision: what a department may inspect, and on what basis.
package struct MatterDeclaration: Sendable {
  package enum Category: Hashable, Sendable { case general, key }

  package let name: Name
  /// Nil where it is missing or wrong, which has been reported.
  package let body: DepartmentID?
  /// The 14 digits of the catalogue of matters.
  package let code: String?
  package let category: Category?
  package let registry: RegistryID?
  /// In the order written; empty if the script does not say.
  package let methods: [InspectionMethod]
  package let basis: [Basis]

  package init(
    name: Name, body: DepartmentID?, code: String?, category: Category?, registry: RegistryID?,
    methods: [InspectionMethod], basis: [Basis]
  ) {
    self.name = name
    self.body = body
    self.code = code
    self.category = category
    self.registry = registry
    self.methods = methods
    self.basis = basis
  }
}

/// What is looked at when an object is inspected.
package struct ChecklistDeclaration: Sendable {
  /// The units that supervision consists of.
  package enum Element: Hashable, Sendable, CaseIterable {
    case qualifications, staff, equipment, premises, rules, products
  }

  package enum Result: Hashable, Sendable {
    case conformity
    /// The most points that can be given.
    case score(Int64)
  }

  package struct Item: Sendable {
    package let name: Name
    /// What is checked, in words.
    package let text: String
    package let element: Element
    /// Who checks it; nil where that is missing, which has been reported.
    package let department: DepartmentID?
    package let matter: MatterID?
    /// Its own, or that of its matter.
    package let basis: [Basis]
    package let methods: [InspectionMethod]
    package let result: Result
    /// To which objects it applies; looked into for each registry that it is used with.
    package let condition: Expression?

    package init(
      name: Name, text: String, element: Element, department: DepartmentID?, matter: MatterID?,
      basis: [Basis], methods: [InspectionMethod], result: Result, condition: Expression?
    ) {
      self.name = name
      self.text = text
      self.element = element
      self.department = department
      self.matter = matter
      self.basis = basis
      self.methods = methods
      self.result = result
      self.condition = condition
    }
  }

  package let name: Name
  /// In the order written.
  package let items: [Item]
  /// Elements of which there is nothing to look at, with the reason.
  package let inapplicable: [(element: Element, reason: String)]

  package init(
    name: Name, items: [Item], inapplicable: [(element: Element, reason: String)]
  ) {
    self.name = name
    self.items = items
    self.inapplicable = inapplicable
  }
}

extension PlanDeclaration {
  /// What a department does in a plan.
  package struct Role: Sendable {
    package let department: DepartmentID
    /// With where the plan names them.
    package let matters: [(id: MatterID, span: Span)]
    package let duty: String?
    /// When it agreed to the plan, and the record of that.
    package let agreed: (on: CivilDate, record: String?, span: Span)?
    package let span: Span
    /// To which of the drawn objects it comes; nil for all of them.
    package var condition: TypedExpression?

    package init(
      department: DepartmentID, matters: [(id: MatterID, span: Span)], duty: String?,
      agreed: (on: CivilDate, record: String?, span: Span)?, span: Span
    ) {
      self.department = department
      self.matters = matters
      self.duty = duty
      self.agreed = agreed
      self.span = span
    }
  }

  /// A checklist by which the plan inspects, with its conditions over the rows of the registry.
  package struct Inspection: Sendable {
    package let checklist: ChecklistID
    /// One for each item; nil where it applies to every object.
    package internal(set) var conditions: [TypedExpression?]
    /// One for each item: who checks it in this plan.
    package let departments: [DepartmentID?]
    /// Where the plan names the list.
    package let span: Span

    package init(
      checklist: ChecklistID, conditions: [TypedExpression?], departments: [DepartmentID?],
      span: Span
    ) {
      self.checklist = checklist
      self.conditions = conditions
      self.departments = departments
      self.span = span
    }
  }
}
