import Yijian

/// What an import changes in a registry, for people and for programs.
struct DifferenceView {
  let difference: RegistryDifference
  let schema: RegistrySchema
  let isMerge: Bool
  let console: Console

  /// Rows that are told one by one.
  static let limit = 20

  var text: String {
    let (added, changed) = (difference.added, difference.changed)
    let (unchanged, removed) = (difference.unchanged, difference.removed)
    var text = console.text(
      "与现有的相比：新增 \(added) 行，改动 \(changed) 行，不变 \(unchanged) 行",
      "compared with what is there: \(added) rows added, \(changed) changed, \(unchanged) unchanged"
    )
    text +=
      isMerge
      ? console.text("；没有导入的行保留\n", "; rows that were not imported stay\n")
      : console.text("，删去 \(removed) 行\n", ", \(removed) removed\n")
    let comma = console.text("、", ", ")
    if !difference.addedFields.isEmpty {
      let names = difference.addedFields.joined(separator: comma)
      text += console.text("  新的字段：\(names)\n", "  new fields: \(names)\n")
    }
    if !difference.removedFields.isEmpty {
      let names = difference.removedFields.joined(separator: comma)
      text += console.text("  去掉的字段：\(names)\n", "  fields that go: \(names)\n")
    }
    if !difference.changedFields.isEmpty {
      let fields = difference.changedFields.map { "\($0.name) \($0.rowCount)" }
      let names = fields.joined(separator: comma)
      text += indented(console.text("改动的字段和行数：\(names)", "changed fields and rows: \(names)"))
    }
    for row in difference.first { text += lines(row) }
    let more = added + changed + removed - difference.first.count
    if more > 0 { text += console.text("  另有 \(more) 行\n", "  and \(more) rows more\n") }
    return text
  }

  private func lines(_ row: ChangedRow) -> String {
    switch row.change {
    case .added: return "  + \(row.key)\n"
    case .removed: return "  - \(row.key)\n"
    case .changed(let values):
      let words = values.map { value in
        "\(value.field) \(shown(value.old, value.field)) → \(shown(value.new, value.field))"
      }
      // One field beside the key, several below it.
      if words.count == 1 { return "  ~ \(row.key)  \(words[0])\n" }
      return "  ~ \(row.key)\n" + words.map { indented($0, by: 6) }.joined()
    }
  }

  private func shown(_ value: String?, _ field: String) -> String {
    guard let value else { return console.text("无", "none") }
    if schema.fields.first(where: { $0.name == field })?.kind == .bool {
      return value == "true" ? console.text("真", "true") : console.text("假", "false")
    }
    return value.isEmpty ? "\"\"" : value.shortened(to: 40)
  }

  /// As many lines as it takes.
  private func indented(_ text: String, by indent: Int = 2) -> String {
    let room = Console.outputWidth.map { max(20, $0 - indent) } ?? .max
    let margin = String(repeating: " ", count: indent)
    return text.wrapped(to: room).map { margin + $0 + "\n" }.joined()
  }

  var json: JSONValue {
    [
      "added": .integer(difference.added), "changed": .integer(difference.changed),
      "unchanged": .integer(difference.unchanged), "removed": .integer(difference.removed),
      "addedFields": .array(difference.addedFields.map { .string($0) }),
      "removedFields": .array(difference.removedFields.map { .string($0) }),
      "changedFields": .array(
        difference.changedFields.map {
          ["name": .string($0.name), "rows": .integer($0.rowCount)]
        }),
      "first": .array(difference.first.map(json)),
    ]
  }

  private func json(_ row: ChangedRow) -> JSONValue {
    switch row.change {
    case .added: ["key": .string(row.key), "change": "added"]
    case .removed: ["key": .string(row.key), "change": "removed"]
    case .changed(let values):
      [
        "key": .string(row.key), "change": "changed",
        "values": .array(
          values.map {
            [
              "field": .string($0.field), "old": .optional($0.old), "new": .optional($0.new),
            ]
          }),
      ]
    }
  }
}
