import Yijian

/// What the columns of a data file hold, as people and programs read it.
struct QualityView {
  let quality: DataQuality
  let console: Console

  /// A row for each field: missing, unreadable, the values or their range.
  var text: String {
    var table = TextTable([.left, .right, .right, .left], width: Console.outputWidth)
    table.add(
      console.language == .chinese
        ? ["列", "缺失", "读不成", "值"] : ["column", "missing", "unreadable", "values"])
    table.addRule()
    for column in quality.columns {
      table.add([
        name(of: column), number(column.missing), number(column.unreadable), values(of: column),
      ])
    }
    var text = console.text("共 \(quality.rows) 行\n", "\(quality.rows) rows\n") + table.text
    if quality.malformedRows > 0 {
      text += console.text(
        "  \(quality.malformedRows) 行的格数或引号不对，没有计入各列\n",
        "  \(quality.malformedRows) rows of another form are not counted in the columns\n")
    }
    if quality.doubledKeys > 0 {
      let examples = quality.doubledExamples.map { shortened($0.value) }
        .joined(separator: console.text("、", ", "))
      text += console.text(
        "  重复的主键 \(quality.doubledKeys) 个，如 \(examples)\n",
        "  doubled keys: \(quality.doubledKeys), such as \(examples)\n")
    }
    return text
  }

  var json: JSONValue {
    [
      "rows": .integer(quality.rows), "malformedRows": .integer(quality.malformedRows),
      "doubledKeys": .integer(quality.doubledKeys),
      "doubledKeyExamples": .array(quality.doubledExamples.map(json)),
      "columns": .array(quality.columns.map(json)),
    ]
  }

  private func json(_ column: DataQuality.Column) -> JSONValue {
    [
      "field": .string(column.field), "column": .string(column.title),
      "missing": .integer(column.missing), "unreadable": .integer(column.unreadable),
      "examples": .array(column.examples.map(json)),
      "values": column.values.map { JSONValue.array($0.map(json)) } ?? .null,
      "smallest": .optional(column.range?.smallest), "greatest": .optional(column.range?.greatest),
    ]
  }

  private func json(_ frequency: DataQuality.Frequency) -> JSONValue {
    ["value": .string(frequency.value), "count": .integer(frequency.count)]
  }

  private func json(_ example: DataQuality.Example) -> JSONValue {
    ["line": .integer(example.line), "value": .string(example.value)]
  }

  private func name(of column: DataQuality.Column) -> String {
    column.field == column.title
      ? column.field
      : console.text("\(column.field)（\(column.title)）", "\(column.field) (\(column.title))")
  }

  private func number(_ count: Int) -> String { count == 0 ? "" : "\(count)" }

  /// The range, then the most frequent values, then examples of what could not be read.
  private func values(of column: DataQuality.Column) -> String {
    var parts: [String] = []
    if let range = column.range {
      parts.append(
        range.smallest == range.greatest
          ? range.smallest : "\(range.smallest) – \(range.greatest)")
    } else if let values = column.values, !values.isEmpty {
      let shown = values.prefix(4).map { "\(word($0.value)) \($0.count)" }
      let more = values.count > shown.count ? console.text("，…", ", …") : ""
      parts.append(shown.joined(separator: console.text("，", ", ")) + more)
    }
    if !column.examples.isEmpty {
      let examples = column.examples.map { shortened($0.value) }
        .joined(separator: console.text("、", ", "))
      parts.append(console.text("读不成的如 \(examples)", "unreadable: \(examples)"))
    }
    return parts.joined(separator: console.text("；", "; "))
  }

  /// A truth value in the language of the message; anything else as it stands.
  private func word(_ value: String) -> String {
    switch value {
    case "true": console.text("真", "true")
    case "false": console.text("假", "false")
    case "": "\"\""
    default: shortened(value)
    }
  }

  private func shortened(_ value: String) -> String { value.shortened(to: 20) }
}

extension String {
  /// On one line, and cut after so many characters.
  func shortened(to count: Int) -> String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= count ? line : line.prefix(count) + "…"
  }
}
