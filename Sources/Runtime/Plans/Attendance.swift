import Engine
import Semantics
import Source
import Syntax

/// Which of some objects a department comes to that takes part for some only.
struct Attendance {
  let department: DepartmentID
  /// One for each object.
  let comes: [Bool]
}

extension [Attendance] {
  /// Nil for a department that comes to all objects.
  func comes(_ department: DepartmentID) -> [Bool]? {
    first { $0.department == department }?.comes
  }
}

extension Interpreter {
  /// The departments of a plan that come to some objects only, in the order of the plan.
  func attendances(of plan: PlanDeclaration, at rows: RowSet) throws(Stop) -> [Attendance] {
    var attendances: [Attendance] = []
    for role in plan.roles {
      guard let condition = role.condition else { continue }
      var comes = Array(repeating: false, count: rows.count)
      let elements = Elements.rows(rows, .row(plan.registry))
      for position in try positions(where: condition, elements, Scope()) {
        comes[Int(position)] = true
      }
      attendances.append(Attendance(department: role.department, comes: comes))
    }
    return attendances
  }
}
