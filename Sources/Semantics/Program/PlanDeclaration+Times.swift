package import Quantities
package import Source

extension PlanDeclaration {
  /// A row of a table of tasks that the plan names.
  package struct Task: Sendable {
    package let task: String
    /// Nil where the table has no such column.
    package let content: String?
    package let responsible: [DepartmentID]
    /// Its deadline as written, and as far as it does not depend on a date of an object.
    package let due: Due
    /// The last day, where the row or the table's period says it.
    package let day: CivilDate?
  }

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
