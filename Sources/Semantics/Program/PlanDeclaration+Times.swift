package import Quantities

extension PlanDeclaration {
  /// What a plan says about times besides its period.
  package struct Times: Sendable {
    /// When the draw may take place; the whole period where nothing is said.
    package var window: (from: CivilDate, to: CivilDate)?
    /// By when the plan is completed.
    package var completion: Deadline?
    /// The same as written; empty without it.
    package var completionWords = ""
    /// The day of the completion, unless it depends on the draw.
    package var completeBy: CivilDate?

    package init() {}
  }
}
