import Quantities
package import Semantics
import Source
package import Store
import Syntax

/// How a stored registry differs from its declaration.
enum SchemaDifference: Hashable {
  case missing(String)
  case superfluous(String)
  case type(String, declared: String, stored: String)
  case order
  case key(declared: String, stored: String)

  static func between(declared: RegistrySchema, stored: RegistrySchema) -> [SchemaDifference] {
    if declared == stored { return [] }
    var differences: [SchemaDifference] = []
    for field in declared.fields {
      guard let found = stored.fields.first(where: { $0.name == field.name }) else {
        differences.append(.missing(field.name))
        continue
      }
      if found != field {
        differences.append(.type(field.name, declared: field.words, stored: found.words))
      }
    }
    for field in stored.fields where !declared.fields.contains(where: { $0.name == field.name }) {
      differences.append(.superfluous(field.name))
    }
    let keys = (declared.fields[declared.key].name, stored.fields[stored.key].name)
    if keys.0 != keys.1 { differences.append(.key(declared: keys.0, stored: keys.1)) }
    return differences.isEmpty ? [.order] : differences
  }

  var message: Message {
    switch self {
    case .missing(let name): Message(.fieldMissingInStore, [.text(name)])
    case .superfluous(let name): Message(.fieldOnlyInStore, [.text(name)])
    case .type(let name, let declared, let stored):
      Message(.fieldTypeDiffers, [.text(name), .text(declared), .text(stored)])
    case .order: Message(.fieldOrderDiffers)
    case .key(let declared, let stored): Message(.keyDiffers, [.text(declared), .text(stored)])
    }
  }
}

extension FieldSchema {
  /// The stored form of the type, for messages.
  fileprivate var words: String {
    let base =
      switch kind {
      case .bool: "bool"
      case .integer: "integer"
      case .decimal: "decimal"
      case .percent: "percent"
      case .text: "text"
      case .code(.uniform): "uniform code"
      case .code(.division): "division code"
      case .code(.matter): "matter code"
      case .date: "date"
      case .enumeration(let members): "{" + members.joined(separator: ", ") + "}"
      }
    return isOptional ? base + "?" : base
  }
}

extension RegistrySchema {
  /// How a store keeps a declared registry.
  package init(_ declaration: RegistryDeclaration, _ program: Program) {
    self.init(
      name: declaration.name.text, key: declaration.key,
      fields: declaration.fields.map { field in
        FieldSchema(
          name: field.name.text, kind: FieldKind(field.type, program),
          isOptional: field.type.isOptional)
      })
  }
}

extension FieldKind {
  fileprivate init(_ type: Type, _ program: Program) {
    self =
      switch type.unwrapped {
      case .bool: .bool
      case .decimal: .decimal
      case .percent: .percent
      case .text: .text
      case .code(let kind): .code(kind)
      case .date: .date
      case .enumeration(let id):
        .enumeration(members: program.enumerations[id.index].members.map(\.text))
      default: .integer
      }
  }
}
