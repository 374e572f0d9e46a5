import Semantics
public import Source
import Syntax

/// How complete a plan is in the six respects (六个全).
public struct PlanCompleteness: Hashable, Sendable {
  public struct Respect: Hashable, Sendable {
    /// What programs know it by: `objects`.
    public let key: String
    public let name: Words
    /// What is missing, each with where to add it; empty where nothing is.
    public let missing: [Message]
  }

  public let plan: String
  /// Objects, content, process, coordination, data, publicity.
  public let respects: [Respect]

  public var isComplete: Bool { respects.allSatisfy(\.missing.isEmpty) }
}

extension CheckedScript {
  /// How complete the script's own plans are, whether or not they say that they are to be; empty
  /// for a script with errors.
  public var completeness: [PlanCompleteness] {
    ownPlans.map { plan in
      let gaps = program.gaps(of: plan)
      return PlanCompleteness(
        plan: plan.name.text,
        respects: Completeness.allCases.map { respect in
          PlanCompleteness.Respect(
            key: respect.rawValue, name: respect.words,
            missing: gaps.filter { $0.respect == respect }.map(\.message))
        })
    }
  }

  /// A warning for each respect in which plans of the script are not complete; what plans have in
  /// common is told once.
  public var incompleteness: [Diagnostic] {
    program.incompleteness(of: ownPlans).sortedByPlace()
  }

  private var ownPlans: [PlanDeclaration] {
    guard !hasErrors, let main = trees.first else { return [] }
    return program.plans.filter { $0.name.span.file == main.file.id }
  }
}
