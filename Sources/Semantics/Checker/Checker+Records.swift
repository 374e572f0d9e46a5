import Source
import Syntax

/// Fields of records and registries.
extension Checker {
  mutating func resolveRecords() {
    for (index, source) in recordItems.enumerated() {
      let owner = Entity.record(RecordID(index))
      let fields = elsewhere(module: source.module, owner: owner) { checker in
        checker.reportRepeated(source.item.fields.map(\.name))
        return source.item.fields.map {
          FieldDeclaration(name: $0.name, type: checker.resolve($0.type))
        }
      }
      if fields.isEmpty { report(noFields(source.item.name)) }
      program.records[index] = RecordDeclaration(name: source.item.name, fields: fields)
    }
  }

  mutating func resolveRegistries() {
    for (index, source) in registryItems.enumerated() {
      let registry = elsewhere(module: source.module, owner: .registry(RegistryID(index))) {
        $0.registryShape(source.item)
      }
      program.registries[index] = registry
    }
  }

  /// The values for what is missing, once all constants are known.
  mutating func resolveDefaults() {
    for (index, source) in registryItems.enumerated() {
      let shape = program.registries[index]
      let fields = elsewhere(module: source.module, owner: .registry(RegistryID(index))) {
        $0.withDefaults(source.item, shape.fields)
      }
      program.registries[index] = RegistryDeclaration(
        name: source.item.name, key: shape.key, fields: fields)
    }
  }

  private mutating func registryShape(_ item: RegistryItem) -> RegistryDeclaration {
    reportRepeated(item.fields.map(\.name))
    reportColumns(item.fields)
    let fields = item.fields.map { field in
      RegistryDeclaration.Field(
        name: field.name, type: fieldType(field), missing: nil, title: field.column?.title)
    }
    let keys = item.fields.indices.filter { item.fields[$0].isKey }
    if keys.isEmpty { report(noKey(item.name)) }
    for extra in keys.dropFirst() {
      report(secondKey(item.fields[extra].name, item.fields[keys[0]].name))
    }
    for key in keys.prefix(1) { reportKey(item.fields[key], fields[key].type) }
    return RegistryDeclaration(name: item.name, key: keys.first ?? 0, fields: fields)
  }

  /// Each column belongs to one field, whether by its own name or by what `列` says.
  private mutating func reportColumns(_ fields: [RegistryFieldSyntax]) {
    var seen: [String: Name] = [:]
    for field in fields where field.column == nil { seen[field.name.text] = field.name }
    for field in fields {
      guard let column = field.column else { continue }
      if column.title.isEmpty {
        report(emptyColumn(column.span))
      } else if let other = seen[column.title] {
        report(sameColumn(column, other))
      } else {
        seen[column.title] = field.name
      }
    }
  }

  /// The type of a registry's field: one value, or none.
  private mutating func fieldType(_ field: RegistryFieldSyntax) -> Type {
    let type = resolve(field.type)
    guard type.isUnknown || type.unwrapped.isScalar else {
      report(typeNotAllowed(type, field.type.span, .inRegistry))
      return .unknown
    }
    return type
  }

  private mutating func reportKey(_ key: RegistryFieldSyntax, _ type: Type) {
    if type != .text && !type.isCode && !type.isUnknown {
      report(keyType(type, key.type.span))
    } else if let missing = key.missing {
      report(keyWithDefault(missing.span))
    }
  }

  private mutating func withDefaults(
    _ item: RegistryItem, _ fields: [RegistryDeclaration.Field]
  ) -> [RegistryDeclaration.Field] {
    zip(item.fields, fields).map { syntax, field in
      guard let missing = syntax.missing, !syntax.isKey else { return field }
      if missing.isNoneLiteral, !field.type.isOptional, !field.type.isUnknown {
        report(missingNone(missing.span, field.type, syntax.type.span))
        return field
      }
      let value = check(missing, as: field.type)
      return RegistryDeclaration.Field(
        name: field.name, type: field.type, missing: constant(value, .missing),
        title: field.title)
    }
  }
}
