import Engine
public import Quantities
import Semantics
import Source
import Syntax

extension DrawResult {
  /// By when something that the plan asks for is to be done.
  public struct DueDate: Hashable, Sendable {
    public enum Matter: String, Hashable, Sendable {
      /// Publication of the plan itself.
      case plan
      /// A task of a table that the plan names.
      case task
      /// Publication of the list of drawn objects.
      case list
      /// The inspections.
      case completion
      /// A measure that follows from what is found.
      case finding
      /// Publication of the results.
      case publication
    }

    public enum Event: String, Hashable, Sendable {
      case draw, completion, finding
      /// The issue of the plan.
      case issue
      /// The end of a term that was set for another measure.
      case term
    }

    public let matter: Matter
    /// What is found, and the measure that follows; or a task, and its content. Else empty.
    public internal(set) var situation = ""
    public internal(set) var measure = ""
    /// Who answers for the measure or the task.
    public internal(set) var responsible: [Department] = []
    /// The measure (or what was found) whose term has to end first; empty but of what is counted
    /// from that.
    public internal(set) var awaited = ""
    /// Whether those who answer for it set the time, no longer than this.
    public internal(set) var isAtMost = false
    /// The deadline as written.
    public let words: String
    /// What the deadline is counted from; nil where it names days.
    public let event: Event?
    /// The last day; nil where there is none, or the event is not known at the draw.
    public let day: CivilDate?
  }
}

/// The due dates of a plan, for a draw of it.
struct DueDates {
  let plan: PlanDeclaration
  /// Those of the round.
  let times: PlanDeclaration.Times
  let program: Program
  let on: CivilDate
  /// The day by which the plan is completed.
  let completeBy: CivilDate?

  /// In the order in which they come up: plan, list, tasks that are due before the inspections are
  /// completed, inspections, findings, publication.
  func all() throws(Stop) -> [DrawResult.DueDate] {
    var all: [DrawResult.DueDate] = []
    if let issued = plan.times.issued, let due = plan.times.planDue {
      var last: CivilDate?
      if let deadline = due.deadline { last = try day(of: deadline, from: issued.date, due) }
      let isCounted = if case .within = due.kind { true } else { false }
      all.append(
        DrawResult.DueDate(
          matter: .plan, words: due.words, event: isCounted ? .issue : nil, day: last))
    }
    if let due = plan.relations.listDue {
      all.append(try dueDate(.list, due, within: .draw))
    }
    let tasks = try plan.tasks.map { task throws(Stop) in try self.task(task) }
    let isLate = { (due: DrawResult.DueDate) in
      guard let day = due.day, let completeBy else { return due.day == nil }
      return day > completeBy
    }
    all += tasks.filter { !isLate($0) }
    if let completion = times.completion {
      all.append(
        DrawResult.DueDate(
          matter: .completion, words: times.completionWords,
          event: Self.event(completion), day: completeBy))
    }
    let rows = plan.followUp?.rows ?? []
    for row in rows {
      guard let due = row.deadline else { continue }
      var one = try dueDate(.finding, due, within: .finding)
      one.situation = row.label
      one.measure = row.measure ?? ""
      one.isAtMost = due.isAtMost
      if let awaited = row.awaited { one.awaited = rows[awaited].measure ?? rows[awaited].label }
      one.responsible = row.responsible.map {
        DrawResult.Department(program.departments[$0.index])
      }
      all.append(one)
    }
    if let due = plan.publication?.deadline {
      all.append(try dueDate(.publication, due, within: .completion))
    }
    return all + tasks.filter(isLate)
  }

  private func task(_ task: PlanDeclaration.Task) throws(Stop) -> DrawResult.DueDate {
    var one = try dueDate(.task, task.due, within: .completion)
    if let day = task.day {
      one = DrawResult.DueDate(matter: .task, words: one.words, event: nil, day: day)
    }
    one.situation = task.task
    one.measure = task.content ?? ""
    one.responsible = task.responsible.map { DrawResult.Department(program.departments[$0.index]) }
    return one
  }

  /// - Parameter event: what a length of time is counted from.
  private func dueDate(
    _ matter: DrawResult.DueDate.Matter, _ due: PlanDeclaration.Due,
    within event: DrawResult.DueDate.Event
  ) throws(Stop) -> DrawResult.DueDate {
    let from: DrawResult.DueDate.Event? =
      switch due.kind {
      case .within, .immediately: event
      case .by(let deadline): Self.event(deadline)
      }
    // The completion that a finding waits for is that of its own measure.
    let start = matter == .finding ? nil : completeBy
    return DrawResult.DueDate(
      matter: matter, words: due.words, event: from, day: try day(of: due, completed: start))
  }

  private static func event(_ deadline: Deadline) -> DrawResult.DueDate.Event? {
    guard case .after(let event, _) = deadline.kind else { return nil }
    switch event {
    case .draw: return .draw
    case .completion: return .completion
    case .expiry: return .term
    }
  }

  private func day(
    of due: PlanDeclaration.Due, completed: CivilDate?
  ) throws(Stop) -> CivilDate? {
    guard let deadline = due.deadline else { return nil }
    switch deadline.kind {
    case .openEnded, .everyMonth, .everyMonthEnd, .everyQuarterEnd, .after(.expiry, _): return nil
    case .after(.draw, _): return try day(of: deadline, from: on, due)
    case .after(.completion, _):
      guard let completed else { return nil }
      return try day(of: deadline, from: completed, due)
    case .month(year: nil, _, _), .day(year: nil, _, _), .year(nil):
      // The next that comes.
      let here = try day(of: deadline, from: on, due)
      guard let here, here < on, let next = CivilDate(year: on.year + 1, month: 1, day: 1) else {
        return here
      }
      return try day(of: deadline, from: next, due)
    case .month, .day, .year, .date, .afterDate: return try day(of: deadline, from: on, due)
    }
  }

  private func day(
    of deadline: Deadline, from start: CivilDate, _ due: PlanDeclaration.Due
  ) throws(Stop) -> CivilDate? {
    do throws(DeadlineFault) {
      return try deadline.due(from: start, calendars: program.deadlineCalendars)
    } catch {
      throw program.stop(error, deadline, at: due.span)
    }
  }
}

extension Program {
  /// Why a deadline has no last day, where it is written.
  func stop(_ fault: DeadlineFault, _ deadline: Deadline, at span: Span) -> Stop {
    switch fault {
    case .dateOutOfRange: return .fault(Runtime.fault(.dateOutOfRange, at: span))
    case .outsideCalendar:
      let position: Int? =
        switch deadline.kind {
        case .after(_, let length), .afterDate(_, let length): length.calendar
        default: nil
        }
      guard let position, let days = calendars[position].days else {
        return .impossible("working days without a calendar")
      }
      return .fault(outsideCalendar(calendars[position].name.text, days, at: span))
    }
  }
}
