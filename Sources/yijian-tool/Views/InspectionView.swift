import Yijian

/// What is due for the drawn objects by the plan's checklists.
struct InspectionView {
  let result: DrawResult
  let console: Console

  /// Empty for a plan without checklists.
  var text: String {
    guard !result.inspection.isEmpty else { return "" }
    let due = result.drawn.map { $0.itemsDue ?? 0 }
    let total = due.reduce(0, +)
    let each = (due.min() ?? 0, due.max() ?? 0)
    let range = each.0 == each.1 ? "\(each.0)" : "\(each.0)–\(each.1)"
    var text = console.text(
      "检查单 \(names.joined(separator: "、"))：\(result.inspection.count) 项，"
        + "每户应查 \(range) 项，共 \(total) 项次\n",
      "checklist \(names.joined(separator: ", ")): \(result.inspection.count) items, "
        + "\(range) due for an object, \(total) in all\n")
    for department in departments {
      let own = result.inspection.filter { $0.department == department }
      let times = own.reduce(0) { $0 + $1.objects }
      text += console.text(
        "  \(department) \(own.count) 项，\(times) 项次\n",
        "  \(department): \(own.count) items, \(times) in all\n")
    }
    text += items.text
    for element in result.inapplicable {
      text += console.text(
        "  \(element.checklist)不涉及\(element.element)：\(element.reason)\n",
        "  \(element.checklist) leaves out \(element.element): \(element.reason)\n")
    }
    return text
  }

  /// What is checked, how it is marked, and at how many objects.
  private var items: TextTable {
    var table = TextTable([.left, .left, .left, .left, .right])
    for item in result.inspection {
      let marks =
        item.score.map { console.text("分值 \($0)", "score \($0)") }
        ?? console.text("合格评定", "conformity")
      table.add([
        "    " + item.name, item.text, item.category ?? "", marks,
        console.text("\(item.objects) 户", "\(item.objects) objects"),
      ])
    }
    return table
  }

  private var names: [String] { Self.distinct(result.inspection.map(\.checklist)) }

  private var departments: [String] { Self.distinct(result.inspection.map(\.department)) }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  var json: JSONValue {
    .array(
      result.inspection.map { item in
        [
          "checklist": .string(item.checklist), "item": .string(item.name),
          "text": .string(item.text), "element": .string(item.element),
          "department": .string(item.department), "matter": .optional(item.matter),
          "category": .optional(item.category),
          "score": item.score.map { .integer(Int($0)) } ?? .null,
          "objects": .integer(item.objects),
        ]
      })
  }

  var inapplicable: JSONValue {
    .array(
      result.inapplicable.map {
        [
          "checklist": .string($0.checklist), "element": .string($0.element),
          "reason": .string($0.reason),
        ]
      })
  }
}
