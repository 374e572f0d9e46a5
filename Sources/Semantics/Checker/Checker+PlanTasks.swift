import Quantities
import Source
import Syntax

/// Tables of tasks that plans name.
extension Checker {
  /// What the tables that a plan names ask for, in their order. A table of another time is an error,
  /// a department that takes no part in the plan a warning.
  mutating func tasks(of item: PlanItem, in plan: PlanDeclaration) -> [PlanDeclaration.Task] {
    var tasks: [PlanDeclaration.Task] = []
    let taking = Set(plan.leads + plan.participants)
    var told: Set<DepartmentID> = []
    for clause in item.clauses {
      guard case .tasks(let names) = clause.kind else { continue }
      reportRepeated(names)
      for name in names {
        guard let id = reading(name.span, { $0.tasks(named: name) }) else { continue }
        let table = taskTables[id.index]
        if let period = table.period,
          period.to < plan.period.from || plan.period.to < period.from
        {
          report(otherYear(name.span, (plan.period.from, plan.period.to, period.span)))
          continue
        }
        for row in table.rows {
          let responsible = row.responsible.map { standIn(for: $0) }
          for department in responsible
          where !taking.contains(department) && told.insert(department).inserted {
            report(taskOfOthers(name, department, plan, row.dutySpan))
          }
          var due = PlanDeclaration.Due(.by(row.deadline), words: row.words, span: row.span)
          due.deadline = row.deadline
          tasks.append(
            PlanDeclaration.Task(
              task: row.task, content: row.content, responsible: responsible, due: due,
              day: row.day ?? dayInYear(of: plan, row.deadline)))
        }
      }
    }
    return tasks
  }

  private mutating func tasks(named name: Name) -> TasksID? {
    resolve(name, among: .values, wanted: Words(zh: "任务分工", en: "a table of tasks")) {
      if case .tasks(let id) = $0 { id } else { nil }
    }
  }

  /// The day of a month that names no year, in the one year of the plan.
  private func dayInYear(of plan: PlanDeclaration, _ deadline: Deadline) -> CivilDate? {
    switch deadline.kind {
    case .month, .day, .year:
      guard plan.period.from.year == plan.period.to.year,
        let first = CivilDate(year: plan.period.from.year, month: 1, day: 1)
      else { return nil }
      return try? deadline.due(from: first, calendars: program.deadlineCalendars)
    default: return nil
    }
  }
}
