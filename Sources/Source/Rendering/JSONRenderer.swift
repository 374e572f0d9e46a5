/// Renders diagnostics for programs, as `yijian-diagnostics/1`.
public struct JSONRenderer: Sendable {
  /// A renderer; it has no settings.
  public init() {}

  /// The document as indented JSON, which ends with a line end.
  public func render(_ document: DiagnosticDocument) -> String { json(document).text(.indented) }

  /// The document as a value, for use inside a larger one.
  public func json(_ document: DiagnosticDocument) -> JSONValue {
    [
      "schema": "yijian-diagnostics/1",
      "language": .string(document.language.rawValue),
      "diagnostics": .array(document.entries.map(json)),
      "summary": [
        "errors": .integer(document.count(.error)),
        "warnings": .integer(document.count(.warning)),
      ],
    ]
  }

  private func json(_ entry: DiagnosticDocument.Entry) -> JSONValue {
    [
      "code": .string(entry.code),
      "severity": .string(entry.severity.rawValue),
      "message": .string(entry.message),
      "location": entry.place.map(json) ?? nil,
      "label": .optional(entry.label),
      "related": .array(
        entry.related.map { ["location": json($0.place), "message": .string($0.message)] }),
      "notes": .array(entry.notes.map(JSONValue.string)),
      "fixes": .array(entry.fixes.map(json)),
    ]
  }

  private func json(_ fix: DiagnosticDocument.Fix) -> JSONValue {
    [
      "title": .string(fix.title),
      "edits": .array(
        fix.edits.map { ["location": json($0.place), "replacement": .string($0.replacement)] }),
    ]
  }

  private func json(_ place: DiagnosticDocument.Place) -> JSONValue {
    switch place {
    case .source(let file, let start, let end):
      ["file": .string(file), "start": json(start), "end": json(end)]
    case .data(let file, let line, let column):
      ["file": .string(file), "line": .integer(line), "field": .integer(column)]
    case .cell(let file, let name, let line, let column):
      [
        "file": .string(file), "line": .integer(line), "field": .integer(column),
        "cell": .string(name),
      ]
    }
  }

  private func json(_ position: DiagnosticDocument.Place.Position) -> JSONValue {
    [
      "line": .integer(position.line), "column": .integer(position.column),
      "offset": .integer(position.offset),
    ]
  }
}
