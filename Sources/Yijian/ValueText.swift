internal import Quantities
public import Runtime
internal import Semantics
public import Source
internal import Syntax

extension CheckedScript {
  /// A value of the script for people, in the words of a keyword set. A text stands without quotes.
  public func text(_ value: TypedValue, in language: Language) -> String {
    if case .text(let text) = value.value { return text }
    return ValueWriter(program, language).text(value.value, value.type)
  }

  /// A value of the script for programs: numbers as JSON numbers, percentages as ratios, dates and
  /// enum members as texts, records as objects, groups as objects of `key` and `value`.
  public func json(_ value: TypedValue) -> JSONValue {
    ValueJSON(program: program).json(value.value, value.type)
  }
}

private struct ValueJSON {
  let program: Program

  func json(_ value: Value, _ type: Type) -> JSONValue {
    switch value {
    case .none: return .null
    case .bool(let value): return .bool(value)
    case .integer(let value):
      guard type.unwrapped == .deadline, let deadline = Deadline(code: value) else {
        return .integer(Int(value))
      }
      return .string(program.text(of: deadline, in: .chinese))
    case .decimal(let value): return .number(value.description)
    case .text(let value): return .string(value)
    case .date(let value): return .string(value.description)
    case .member(let position): return .string(memberName(position, type))
    case .record(let fields): return record(fields, type)
    case .group(let key, let value):
      guard case .group(let keyType, let valueType) = type.unwrapped else { return .null }
      return ["key": json(key, keyType), "value": json(value, valueType)]
    case .list(let elements), .set(let elements):
      let element = type.unwrapped.element ?? .unknown
      return .array(elements.map { json($0, element) })
    }
  }

  private func memberName(_ position: Int, _ type: Type) -> String {
    guard case .enumeration(let id) = type.unwrapped else { return String(position) }
    return program.enumerations[id.index].members[position].text
  }

  private func record(_ values: [Value], _ type: Type) -> JSONValue {
    let fields: [(name: String, type: Type)] =
      switch type.unwrapped {
      case .record(let id):
        program.records[id.index].fields.map { ($0.name.text, $0.type) }
      case .row(let id):
        program.registries[id.index].fields.map { ($0.name.text, $0.type) }
      default: []
      }
    return .object(
      zip(fields, values).map { JSONValue.Member($0.name, json($1, $0.type)) })
  }
}

extension Type {
  /// The type within an optional.
  fileprivate var unwrapped: Type {
    if case .optional(let wrapped) = self { wrapped } else { self }
  }
}
