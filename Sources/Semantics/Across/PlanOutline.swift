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
  /// What the plan inspects, as far as it says so, in its order.
  package let subjects: [Subject]
  /// Who inspects each of them, by their keys.
  private let inspectors: [String: [Department]]

  /// A matter or an item of a checklist, and who inspects it.
  package struct Subject: Hashable, Sendable {
    /// Equal for what is the same: matters by their codes, items by matter and text.
    package let key: String
    package let name: String
    package let department: Department
    /// The key of the matter that an item belongs to.
    let matter: String?
  }

  package var name: Name { plan.name }

  /// To which objects a department comes; nil for all in the plan's scope.
  package func attendance(_ department: String) -> TypedExpression? {
    zip(plan.leads + plan.participants, departments).first { $0.1.key == department }
      .flatMap { id, _ in plan.roles.first { $0.department == id }?.condition }
  }

  package var years: ClosedRange<Int> {
    let first = plan.period.from.components.year
    return first...max(first, plan.period.to.components.year)
  }

  init(_ plan: PlanDeclaration, _ program: Program, script: Int, _ identity: DepartmentIdentity) {
    self.plan = plan
    self.script = script
    registry = program.registries[plan.registry.index].name.text
    subjects = Self.subjects(of: plan, program, identity)
    inspectors = Dictionary(grouping: subjects, by: \.key).mapValues { $0.map(\.department) }
    departments = (plan.leads + plan.participants).map { Department($0, program, identity) }
  }

  private static func subjects(
    of plan: PlanDeclaration, _ program: Program, _ identity: DepartmentIdentity
  ) -> [Subject] {
    var subjects: [Subject] = []
    for role in plan.roles {
      for (id, _) in role.matters {
        let matter = program.matters[id.index]
        subjects.append(
          Subject(
            key: matter.subjectKey, name: matter.name.text,
            department: Department(role.department, program, identity), matter: nil))
      }
    }
    for inspection in plan.inspections {
      for item in program.checklists[inspection.checklist.index].items {
        guard let department = item.department else { continue }
        let matter = item.matter.map { program.matters[$0.index].subjectKey }
        subjects.append(
          Subject(
            key: "item \(matter ?? "") \(item.text)", name: item.text,
            department: Department(department, program, identity), matter: matter))
      }
    }
    return subjects
  }

  /// What another plan inspects as well, by another department; each once, in this plan's order. The
  /// items of a matter that is told are not told beside it.
  package func inspectedTwice(with other: PlanOutline) -> [(subject: Subject, by: Department)] {
    var told: Set<String> = []
    return subjects.compactMap { subject in
      guard
        let twin = other.inspectors[subject.key]?.first(where: {
          $0.key != subject.department.key
        }), subject.matter.map(told.contains) != true, told.insert(subject.key).inserted
      else { return nil }
      return (subject, twin)
    }
  }
}

extension MatterDeclaration {
  fileprivate var subjectKey: String { "matter " + (code ?? name.text) }
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

  /// Whether all of a plan's visits count: one of the departments comes to every object.
  func concernsAllVisits(of plan: PlanOutline) -> Bool {
    plan.departments.contains { department in
      departments.contains { $0.key == department.key }
        && plan.attendance(department.key) == nil
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
