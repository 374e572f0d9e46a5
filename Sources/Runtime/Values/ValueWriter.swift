import Quantities
package import Semantics
package import Source
import Syntax

/// Writes values for people, in the words of a keyword set: as they would stand in a script.
package struct ValueWriter {
  private let program: Program
  private let language: Language
  /// Whether texts stand in quotes.
  private let quotesTexts: Bool
  /// More elements of a list than this are only counted.
  private let mostElements: Int

  package init(
    _ program: Program, _ language: Language, quotesTexts: Bool = true, mostElements: Int = .max
  ) {
    self.program = program
    self.language = language
    self.quotesTexts = quotesTexts
    self.mostElements = mostElements
  }

  package func text(_ value: Value, _ type: Type) -> String {
    switch (value, type) {
    case (.none, _): return keyword(.none)
    case (_, .optional(let wrapped)): return text(value, wrapped)
    case (.bool(let value), _): return keyword(value ? .true : .false)
    case (.integer(let value), .count), (.integer(let value), .duration):
      let unit = program.words(for: type).text(in: language)
      return language == .chinese ? "\(value)\(unit)" : "\(value) \(unit)"
    case (.integer(let value), .deadline):
      return Deadline(code: value).map { program.text(of: $0, in: language) } ?? String(value)
    case (.integer(let value), _): return String(value)
    case (.decimal(let value), .percent): return percent(value)
    case (.decimal(let value), _): return value.description
    case (.text(let value), _): return quotesTexts ? quoted(value) : value
    case (.date(let value), _): return value.description
    case (.member(let position), .enumeration(let id)):
      return program.enumerations[id.index].members[position].text
    case (.member(let position), _): return String(position)
    case (.record(let fields), .record(let id)):
      let declaration = program.records[id.index]
      return record(
        declaration.name.text, zip(declaration.fields, fields).map { ($0.name.text, $1, $0.type) })
    case (.record(let fields), .row(let id)):
      let declaration = program.registries[id.index]
      return record(
        declaration.name.text, zip(declaration.fields, fields).map { ($0.name.text, $1, $0.type) })
    case (.record(let fields), _): return "(\(fields.count))"
    case (.group(let key, let value), .group(let keyType, let valueType)):
      return "\(text(key, keyType)): \(text(value, valueType))"
    case (.group(let key, let value), _): return "\(text(key, .unknown)): \(text(value, .unknown))"
    case (.list(let elements), _): return "[" + list(elements, type) + "]"
    case (.set(let elements), _): return "{" + list(elements, type) + "}"
    }
  }

  private func record(_ name: String, _ fields: [(String, Value, Type)]) -> String {
    let parts = fields.map { "\($0.0): \(text($0.1, $0.2))" }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }

  private func list(_ elements: [Value], _ type: Type) -> String {
    var parts = elements.prefix(mostElements).map { text($0, type.element ?? .unknown) }
    if elements.count > mostElements { parts.append("… (\(elements.count))") }
    return parts.joined(separator: ", ")
  }

  private func percent(_ ratio: Decimal) -> String {
    guard let hundredfold = try? ratio.multiplied(by: Decimal(100)) else {
      return ratio.description
    }
    return "\(hundredfold)%"
  }

  private func quoted(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  private func keyword(_ keyword: Keyword) -> String { keyword.spelling(in: language) }
}
