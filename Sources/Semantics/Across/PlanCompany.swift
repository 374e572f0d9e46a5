package import Source
import Syntax

/// Plans and caps of one or of several scripts, each once.
package struct PlanCompany: Sendable {
  package let plans: [PlanOutline]
  package let caps: [VisitCapOutline]

  /// - Parameters:
  ///   - programs: their spans point into one set of files; a module that several of them use has
  ///     the same place in all of them.
  ///   - isPlanned: whether the plans of a file are meant to be carried out; those of a library are
  ///     there to be taken over by others.
  package init(_ programs: [Program], isPlanned: (FileID) -> Bool) {
    let identity = DepartmentIdentity(programs.flatMap(\.departments))
    var plans: [PlanOutline] = []
    var caps: [VisitCapOutline] = []
    var known: Set<Span> = []
    for (index, program) in programs.enumerated() {
      for plan in program.plans
      where isPlanned(plan.span.file) && known.insert(plan.span).inserted {
        plans.append(PlanOutline(plan, program, script: index, identity))
      }
      for cap in program.visitCaps where known.insert(cap.span).inserted {
        caps.append(VisitCapOutline(cap, program, script: index, identity))
      }
    }
    self.plans = plans
    self.caps = caps
  }

  /// What is certainly wrong whatever the registries hold: a plan that another one excludes, and a
  /// frequency above a cap.
  ///
  /// - Parameter isWanted: whether what stands in these two files is to be told.
  package func mistakes(_ isWanted: (FileID, FileID) -> Bool) -> [Diagnostic] {
    exclusivityMistakes(isWanted) + capMistakes(isWanted)
  }

  /// The pairs of a plan and an exclusive one of the same departments, registry and year, unless
  /// they certainly have no object in common to which one of these departments comes.
  package var exclusivityConflicts: [(plan: PlanOutline, exclusive: PlanOutline)] {
    var pairs: [(PlanOutline, PlanOutline)] = []
    for (index, exclusive) in plans.enumerated() where exclusive.plan.exclusive != nil {
      for (other, plan) in plans.enumerated() where other != index {
        // Two exclusive plans are told once.
        if plan.plan.exclusive != nil, other < index { continue }
        guard plan.registry == exclusive.registry, plan.years.overlaps(exclusive.years),
          !shared(plan, exclusive).isEmpty
        else { continue }
        pairs.append((plan, exclusive))
      }
    }
    return pairs
  }

  /// The departments that may come to one object by both plans.
  package func shared(_ a: PlanOutline, _ b: PlanOutline) -> [String] {
    a.departments.filter { department in
      b.departments.contains { $0.key == department.key }
        && !TypedExpression.excludeEachOther(a.reach(department.key), b.reach(department.key))
    }.map(\.name)
  }

  private func exclusivityMistakes(_ isWanted: (FileID, FileID) -> Bool) -> [Diagnostic] {
    exclusivityConflicts.compactMap { plan, exclusive in
      guard isWanted(plan.name.span.file, exclusive.name.span.file) else { return nil }
      return plannedBeside(plan, exclusive, shared(plan, exclusive))
    }
  }

  private func capMistakes(_ isWanted: (FileID, FileID) -> Bool) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for cap in caps {
      guard let limit = cap.cap.loosestLimit, cap.cap.scope == nil else { continue }
      for plan in plans where cap.concernsAllVisits(of: plan) {
        guard isWanted(plan.name.span.file, cap.cap.span.file),
          cap.registry == nil || cap.registry == plan.registry
        else { continue }
        for year in plan.years {
          let visits = plan.plan.certainVisits(in: year)
          guard visits > limit else { continue }
          mistakes.append(visitsAboveCap(plan, cap, year, visits, limit))
          break
        }
      }
    }
    return mistakes
  }
}

extension PlanOutline {
  /// The objects to which a department comes; nil for all of the registry.
  fileprivate func reach(_ department: String) -> TypedExpression? {
    guard let attendance = attendance(department) else { return plan.scope }
    guard let scope = plan.scope else { return attendance }
    return TypedExpression(.and(scope, attendance), .bool, attendance.span)
  }
}

extension VisitCapDeclaration {
  /// The visits that one plan may make to an object in a year wherever the limits are loosest; nil
  /// where there is no limit.
  fileprivate var loosestLimit: Int64? {
    var loosest: Int64 = 0
    for limits in [limits] + cases.map(\.limits) {
      guard let limit = limits.ofOnePlan else { return nil }
      loosest = max(loosest, limit)
    }
    return loosest
  }
}

extension VisitCapDeclaration.Limits {
  /// A plan's visits count for each of its departments and for all together.
  fileprivate var ofOnePlan: Int64? {
    [each, eachLevel, together].compactMap(\.self).min()
  }
}
