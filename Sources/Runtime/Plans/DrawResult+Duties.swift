public import Quantities
import Semantics
import Source

extension DrawResult {
  /// What a department does in the plan, and when it agreed to it.
  public struct Duty: Hashable, Sendable {
    public let department: Department
    /// Nil where the plan does not say.
    public let duty: String?
    /// Nil where no agreement is on record.
    public let agreedOn: CivilDate?
    /// The record of the agreement.
    public let record: String?
  }

  /// A measure that follows from what is found, without a deadline; those with one are among the
  /// due dates.
  public struct Measure: Hashable, Sendable {
    public let situation: String
    public let measure: String
    public let responsible: [Department]
  }
}

extension PlanDeclaration {
  /// What the plan says its departments do.
  func duties(_ program: Program) -> [DrawResult.Duty] {
    roles.compactMap { role in
      if role.duty == nil, role.agreed == nil { return nil }
      return DrawResult.Duty(
        department: DrawResult.Department(program.departments[role.department.index]),
        duty: role.duty, agreedOn: role.agreed?.on, record: role.agreed?.record)
    }
  }

  /// The measures that have no deadline.
  func measures(_ program: Program) -> [DrawResult.Measure] {
    (followUp?.rows ?? []).compactMap { row in
      guard row.deadline == nil, row.measure != nil || !row.responsible.isEmpty else { return nil }
      return DrawResult.Measure(
        situation: row.label, measure: row.measure ?? "",
        responsible: row.responsible.map {
          DrawResult.Department(program.departments[$0.index])
        })
    }
  }
}
