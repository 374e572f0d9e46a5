import Quantities
import Source
import Syntax

/// Tables of tasks: who does what until when. A table is a list of records, and its name stands for
/// that list.
extension Checker {
  /// Gives every table a record and the place of a constant, so that anything may name them.
  mutating func declareTasks() {
    for (index, source) in taskItems.enumerated() {
      let item = source.item
      let record = RecordID(program.records.count)
      let fields = zip(item.header, types(of: item)).map { FieldDeclaration(name: $0, type: $1) }
      program.records.append(RecordDeclaration(name: item.name, fields: fields))
      var positions: [String: Int] = [:]
      for (position, field) in fields.enumerated() where positions[field.name.text] == nil {
        positions[field.name.text] = position
      }
      recordFields.append(positions)
      taskTables.append(TaskTable(record: record, constant: ConstantID(constants.count)))
      let type = Type.list(.record(record))
      constants.append(TypedExpression(.list([]), type, taskItems[index].item.name.span))
    }
  }

  /// The types of the columns: task, content (of four columns), duty, deadline.
  private func types(of item: TasksItem) -> [Type] {
    item.header.count > 3 ? [.text, .text, .text, .deadline] : [.text, .text, .deadline]
  }

  /// What the constants of the tables are, behind those of the script.
  mutating func resolveTasks() {
    for (index, source) in taskItems.enumerated() {
      let record = taskTables[index].record
      let list = elsewhere(module: source.module, owner: .tasks(TasksID(index))) {
        $0.tasks(source.item, record, TasksID(index))
      }
      let id = taskTables[index].constant
      constants[id.index] = list
      program.constants.append(ConstantDeclaration(name: source.item.name, value: list))
    }
  }

  private mutating func tasks(
    _ item: TasksItem, _ record: RecordID, _ id: TasksID
  ) -> TypedExpression {
    let type = Type.list(.record(record))
    reportRepeated(item.header)
    let span = item.header.first.map { $0.span.joined(item.header.last?.span ?? $0.span) }
    if !(3...4).contains(item.header.count) {
      if !parserReported(inside: item.span) { report(taskColumns(span ?? item.name.span)) }
      return .unknown(at: item.span, type)
    }
    var period: (from: CivilDate, to: CivilDate, span: Span)?
    if let written = item.period, let (from, to) = self.period(written.from, written.to), from <= to
    {
      period = (from, to, written.from.span.joined(written.to.span))
    }
    var rows = TaskRows(period: period)
    for row in item.rows { rows.list.append(task(row, item, &rows)) }
    taskTables[id.index].period = period
    taskTables[id.index].rows = rows.details
    let records = rows.list.map {
      TypedExpression(.makeRecord(record, $0), .record(record), item.span)
    }
    return TypedExpression(.list(records), type, item.span)
  }

  /// What the rows above have, for `_`, and when each task is over.
  private struct TaskRows {
    let period: (from: CivilDate, to: CivilDate, span: Span)?
    var list: [[TypedExpression]] = []
    var task: String?
    var duty: TypedExpression?
    var deadline: TypedExpression?
    var latest: [String: (day: CivilDate, span: Span)] = [:]
    var responsible: [DepartmentID] = []
    var day: CivilDate?
    /// What plans that name the table have to do.
    var details: [TaskTable.Row] = []

    init(period: (from: CivilDate, to: CivilDate, span: Span)?) { self.period = period }
  }

  private mutating func task(
    _ row: TasksItem.Row, _ item: TasksItem, _ rows: inout TaskRows
  ) -> [TypedExpression] {
    if let (text, span) = row.task {
      if text.isEmpty { report(taskRow(span, .taskWithoutName)) }
      rows.task = text
    } else if rows.task == nil {
      report(taskRow(row.span, .taskWithoutRowAbove))
      rows.task = ""
    }
    let task = rows.task ?? ""
    var values = [TypedExpression(.constant(.text(task)), .text, row.task?.span ?? row.span)]
    if let (text, span) = row.content {
      if text.isEmpty { report(taskRow(span, .taskWithoutContent)) }
      values.append(TypedExpression(.constant(.text(text)), .text, span))
    } else if item.header.count > 3 {
      values.append(.unknown(at: row.span, .text))
    }
    values.append(duty(row, &rows))
    let deadline = deadline(row, &rows)
    values.append(deadline)
    guard case .integer(let code)? = try? value(of: deadline), let known = Deadline(code: code)
    else { return values }
    if row.deadline != nil { rows.day = taskDay(known, in: rows.period, deadline.span) }
    rows.details.append(
      TaskTable.Row(
        task: task, content: row.content?.text, responsible: rows.responsible,
        dutySpan: row.dutySpan, deadline: known, words: written(deadline.span),
        span: deadline.span, day: rows.period == nil ? nil : rows.day))
    guard row.deadline != nil, let day = rows.day else { return values }
    if let earlier = rows.latest[task], day < earlier.day {
      report(tasksOutOfOrder(deadline.span, task, earlier.span))
    } else {
      rows.latest[task] = (day, deadline.span)
    }
    return values
  }

  /// The departments of a row, by their titles.
  private mutating func duty(_ row: TasksItem.Row, _ rows: inout TaskRows) -> TypedExpression {
    guard let names = row.duty else {
      if let above = rows.duty { return above }
      report(taskRow(row.dutySpan, .taskWithoutRowAbove))
      return .unknown(at: row.span, .text)
    }
    if names.isEmpty, !parserReported(inside: row.span) {
      report(taskRow(row.dutySpan, .taskWithoutDuty))
    }
    var titles: [String] = []
    rows.responsible = []
    var seen: [String: Name] = [:]
    for name in names {
      if let earlier = seen[name.text] { report(departmentTwice(name, earlier)) }
      seen[name.text] = name
      guard let id = department(name) else { continue }
      rows.responsible.append(id)
      titles.append(program.departments[id.index].title ?? name.text)
    }
    let duty = TypedExpression(
      .constant(.text(titles.joined(separator: "、"))), .text, row.dutySpan)
    rows.duty = duty
    return duty
  }

  private mutating func deadline(_ row: TasksItem.Row, _ rows: inout TaskRows) -> TypedExpression {
    guard let syntax = row.deadline else {
      if let above = rows.deadline { return above }
      report(taskRow(row.span, .taskWithoutRowAbove))
      return .unknown(at: row.span, .deadline)
    }
    let deadline = check(syntax, as: .deadline)
    rows.deadline = deadline
    return deadline
  }
}

/// A declared table of tasks, while checking.
struct TaskTable {
  let record: RecordID
  /// The place of its rows among the constants.
  let constant: ConstantID
  var period: (from: CivilDate, to: CivilDate, span: Span)?
  var rows: [Row] = []

  /// A row whose deadline is the same for every object.
  struct Row {
    let task: String
    let content: String?
    let responsible: [DepartmentID]
    let dutySpan: Span
    let deadline: Deadline
    /// The deadline as written, and where.
    let words: String
    let span: Span
    /// In the table's period.
    let day: CivilDate?
  }
}

/// Which table of tasks.
struct TasksID: Hashable {
  let index: Int
  init(_ index: Int) { self.index = index }
}
