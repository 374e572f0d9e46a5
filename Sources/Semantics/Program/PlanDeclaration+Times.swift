package import Quantities
package import Source

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
    /// When the plan was issued, and by when it is public itself.
    package var issued: (date: CivilDate, span: Span)?
    package var planDue: Due?

    package init() {}
  }
}
