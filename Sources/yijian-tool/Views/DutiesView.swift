import Yijian

/// What the departments do by the plan, when they agreed to it, and what follows from findings.
struct DutiesView {
  let result: DrawResult
  let console: Console

  /// Empty for a plan that says nothing of the kind.
  var text: String {
    var table = TextTable([.left, .left, .left])
    for duty in result.duties {
      let agreed = duty.agreedOn.map { console.text("\($0) 商定", "agreed on \($0)") } ?? ""
      let record = duty.record.map { console.text("（\($0)）", " (\($0))") } ?? ""
      table.add([
        "  " + (duty.department.title ?? duty.department.name), duty.duty ?? "", agreed + record,
      ])
    }
    for measure in result.measures {
      let who = measure.responsible.map { $0.title ?? $0.name }
      table.add([
        "  " + console.text("发现“\(measure.situation)”", "finding '\(measure.situation)'"),
        measure.measure, who.joined(separator: console.text("、", ", ")),
      ])
    }
    if result.duties.isEmpty, result.measures.isEmpty { return "" }
    return "\n" + console.text("职责与处理：\n", "duties and measures:\n") + table.text
  }

  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !result.duties.isEmpty {
      members.append(
        .init(
          "duties",
          .array(
            result.duties.map {
              [
                "department": .string($0.department.name), "duty": .optional($0.duty),
                "agreedOn": .optional($0.agreedOn?.description), "record": .optional($0.record),
              ]
            })))
    }
    if !result.measures.isEmpty {
      members.append(
        .init(
          "measures",
          .array(
            result.measures.map {
              [
                "situation": .string($0.situation), "measure": .string($0.measure),
                "responsible": .array($0.responsible.map { .string($0.name) }),
              ]
            })))
    }
    return members
  }
}
