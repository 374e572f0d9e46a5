import Yijian

/// The six respects of one plan, a line each.
struct CompletenessView {
  let report: PlanCompleteness
  let console: Console

  var text: String {
    var table = TextTable([.left, .left])
    for respect in report.respects {
      let count = respect.missing.count
      table.add([
        "  " + respect.name.text(in: console.language),
        count == 0
          ? console.text("完整", "complete") : console.text("缺 \(count) 处", "missing: \(count)"),
      ])
    }
    return console.text("计划 \(report.plan)\n", "plan \(report.plan)\n") + table.text
  }
  var json: JSONValue {
    [
      "plan": .string(report.plan), "complete": .bool(report.isComplete),
      "respects": .array(
        report.respects.map { respect in
          [
            "respect": .string(respect.key),
            "name": .string(respect.name.text(in: console.language)),
            "missing": .array(
              respect.missing.map { .string($0.text(in: console.language)) }),
          ]
        }),
    ]
  }
}
