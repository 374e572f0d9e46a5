import Quantities
package import Syntax

/// A plan as far as other plans are concerned, whatever script it stands in.
package struct PlanOutline: Sendable {
  package struct Department: Hashable, Sendable {
    /// See `DepartmentIdentity`.
    package let key: String
    package let name: String
    package let level: AdministrativeLevel?
  }

  package let plan: PlanDeclaration
  /// The index of the script among those looked at.
  package let script: Int
  /// The lead first.
  package let departments: [Department]
  package let registry: String

  package var name: Name { plan.name }

  package var years: ClosedRange<Int> {
    let first = plan.period.from.components.year
    return first...max(first, plan.period.to.components.year)
  }

  init(_ plan: PlanDeclaration, _ program: Program, script: Int, _ identity: DepartmentIdentity) {
    self.plan = plan
    self.script = script
    registry = program.registries[plan.registry.index].name.text
    departments = (plan.leads + plan.participants).map { Department($0, program, identity) }
  }
}

/// A visit cap with the departments it is about.
package struct VisitCapOutline: Sendable {
  package let cap: VisitCapDeclaration
  package let script: Int
  package let departments: [PlanOutline.Department]
  /// Nil for the objects of every registry.
  package let registry: String?

  init(
    _ cap: VisitCapDeclaration, _ program: Program, script: Int, _ identity: DepartmentIdentity
  ) {
    self.cap = cap
    self.script = script
    registry = cap.registry.map { program.registries[$0.index].name.text }
    departments = cap.departments.map { PlanOutline.Department($0, program, identity) }
  }

  /// Whether a plan's visits may count.
  package func concerns(_ plan: PlanOutline) -> Bool {
    plan.departments.contains { department in
      departments.contains { $0.key == department.key }
    }
  }
}

extension PlanOutline.Department {
  init(_ id: DepartmentID, _ program: Program, _ identity: DepartmentIdentity) {
    let department = program.departments[id.index]
    self.init(
      key: identity.key(of: department), name: department.name.text, level: program.level(of: id))
  }
}
