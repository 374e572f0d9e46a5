package import Source
package import Syntax

/// How often at most the plans of some departments may visit one object in a calendar year.
package struct VisitCapDeclaration: Sendable {
  /// Visits in a calendar year; nil where there is no limit.
  package struct Limits: Hashable, Sendable {
    /// Of the plans that one department takes part in.
    package var each: Int64?
    /// Of the plans that departments of one level take part in.
    package var eachLevel: Int64?
    /// Of the plans that any of the departments takes part in.
    package var together: Int64?

    package init(each: Int64? = nil, eachLevel: Int64? = nil, together: Int64? = nil) {
      self.each = each
      self.eachLevel = eachLevel
      self.together = together
    }
  }

  /// Other limits for the objects for which a condition holds.
  package struct Case: Sendable {
    /// Over the registry's row.
    package let condition: TypedExpression
    package let limits: Limits

    package init(condition: TypedExpression, limits: Limits) {
      self.condition = condition
      self.limits = limits
    }
  }

  package let name: Name
  package let departments: [DepartmentID]
  /// The objects that are protected; nil for those of every registry.
  package let registry: RegistryID?
  /// Over the registry's row.
  package let scope: TypedExpression?
  package let limits: Limits
  /// The first whose condition holds counts instead of the limits.
  package let cases: [Case]
  /// Reasons for visits that do not count.
  package let exceptions: [String]
  package let span: Span
  package var basis: [Basis] = []

  package init(
    name: Name, departments: [DepartmentID], registry: RegistryID?, scope: TypedExpression?,
    limits: Limits, cases: [Case], exceptions: [String], span: Span
  ) {
    self.name = name
    self.departments = departments
    self.registry = registry
    self.scope = scope
    self.limits = limits
    self.cases = cases
    self.exceptions = exceptions
    self.span = span
  }
}

/// A bound on several plans together.
package struct JointDeclaration: Sendable {
  package enum Measure: Hashable, Sendable {
    /// The shares that the plans draw, added up.
    case sum
    /// Objects that one of the plans draws, each once, as a share of those in a plan's population.
    case coverage
  }

  package struct Bound: Sendable {
    package let measure: Measure
    package let quantity: PlanDeclaration.Quantity

    package init(measure: Measure, quantity: PlanDeclaration.Quantity) {
      self.measure = measure
      self.quantity = quantity
    }
  }

  package let name: Name
  package let plans: [PlanID]
  package let bounds: [Bound]
  package let span: Span

  package init(name: Name, plans: [PlanID], bounds: [Bound], span: Span) {
    self.name = name
    self.plans = plans
    self.bounds = bounds
    self.span = span
  }
}

package struct VisitCapID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct JointID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

extension VisitCapDeclaration {
  /// The expressions over the registry's row.
  package var rowExpressions: [TypedExpression] {
    (scope.map { [$0] } ?? []) + cases.map(\.condition)
  }
}
