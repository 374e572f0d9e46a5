import Yijian

/// By when what the plan asks for is to be done.
struct DueDatesView {
  let dueDates: [DrawResult.DueDate]
  let console: Console

  /// Empty for a plan without deadlines.
  var text: String {
    if dueDates.isEmpty { return "" }
    var table = TextTable([.left, .left, .left])
    for due in dueDates { table.add([name(of: due), due.words, day(of: due)]) }
    return "\n" + console.text("时限：\n", "due:\n") + table.text
  }

  private func name(of due: DrawResult.DueDate) -> String {
    switch due.matter {
    case .plan: return console.text("公示计划", "plan published")
    case .list: return console.text("公示抽查名单", "list published")
    case .completion: return console.text("完成检查", "inspections completed")
    case .publication: return console.text("公示检查结果", "results published")
    case .finding, .task:
      let who = due.responsible.map { $0.title ?? $0.name }
      let department =
        who.isEmpty
        ? ""
        : console.text("（\(who.joined(separator: "、"))）", " (\(who.joined(separator: ", ")))")
      let measure = due.measure.isEmpty ? "" : console.text("：", ": ") + due.measure
      let what =
        due.matter == .task
        ? console.text("任务“\(due.situation)”", "task '\(due.situation)'")
        : console.text("发现“\(due.situation)”", "finding '\(due.situation)'")
      return what + measure + department
    }
  }

  /// The day, or what it will be counted from.
  private func day(of due: DrawResult.DueDate) -> String {
    if due.isAtMost, due.day == nil {
      return console.text("由责任部门定，从发现问题算起", "as set by who is responsible, from the finding")
    }
    if let day = due.day {
      return due.event == .completion ? console.text("最迟 \(day)", "\(day) at the latest") : "\(day)"
    }
    switch due.event {
    case .draw: return console.text("从抽取算起", "from the draw")
    case .completion: return console.text("从检查完成算起", "from the completion of the inspection")
    case .finding: return console.text("从发现问题算起", "from the finding")
    case .issue: return console.text("从印发算起", "from the issue")
    case .term:
      return console.text(
        "从“\(due.awaited)”的期限届满算起", "from the end of the term of '\(due.awaited)'")
    case nil: return ""
    }
  }

  var json: JSONValue {
    .array(
      dueDates.map { due in
        [
          "what": .string(due.matter.rawValue),
          "task": due.matter == .task ? .string(due.situation) : .null,
          "content": due.matter == .task && !due.measure.isEmpty ? .string(due.measure) : .null,
          "situation": due.matter == .finding ? .string(due.situation) : .null,
          "measure": due.matter == .finding ? .string(due.measure) : .null,
          "atMost": .bool(due.isAtMost),
          "awaited": due.awaited.isEmpty ? .null : .string(due.awaited),
          "responsible": .array(due.responsible.map { .string($0.name) }),
          "deadline": .string(due.words),
          "from": .optional(due.event?.rawValue),
          "day": .optional(due.day?.description),
        ]
      })
  }
}
