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
    return text
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
          "element": .string(item.element), "department": .string(item.department),
          "matter": .optional(item.matter), "objects": .integer(item.objects),
        ]
      })
  }
}
