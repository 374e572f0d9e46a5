import Source
import Syntax

/// What names in expressions stand for.
extension Checker {
  /// A name on its own. Fields of the row come first, then locals, then what the file sees, then
  /// members of enumerations. Where a member of an enumeration is wanted, its name means the
  /// member unless a field or local of that very type has the name.
  mutating func name(_ name: Name, _ hint: Type?) -> TypedExpression {
    let field = field(name.text)
    let local = scope.local(name.text)
    if case .enumeration(let id)? = hint?.unwrapped,
      let member = program.enumerations[id.index].members.firstIndex(where: { $0.text == name.text }
      )
    {
      let variable = field?.type ?? local.map { scope.locals[$0.index].type }
      if variable?.unwrapped != .enumeration(id) { return self.member(member, of: id, name.span) }
    }
    if let field {
      if let other = variable(name.text, local), ambiguous.insert(other.span).inserted {
        report(ambiguousField(name, of: scope.rows[field.level], other))
      }
      let kind = TypedExpression.Kind.field(field.index, depth: scope.level - field.level)
      return present(TypedExpression(kind, field.type, name.span))
    }
    if let local {
      scope.markUsed(local)
      return present(
        TypedExpression(.local(local), scope.locals[local.index].type, name.span))
    }
    if let declared = declared(name.text) { return value(of: declared, name, hint) }
    return member(named: name, hint)
  }

  /// Where a local or constant of this name is declared.
  private func variable(_ name: String, _ local: LocalID?) -> Name? {
    if let local { return scope.locals[local.index].name }
    guard let declared = declared(name), case .constant = declared.entity else { return nil }
    return declared.name
  }

  /// The field of the innermost row that has one of this name.
  func field(_ name: String) -> (level: Int, index: Int, type: Type)? {
    for level in scope.rows.indices.reversed() {
      if let (index, type) = field(name, of: scope.rows[level]) { return (level, index, type) }
    }
    return nil
  }

  /// The field of a record or row that has this name.
  func field(_ name: String, of type: Type) -> (index: Int, type: Type)? {
    switch type {
    case .row(let id):
      registryFields[id.index][name].map { ($0, program.registries[id.index].fields[$0].type) }
    case .record(let id):
      recordFields[id.index][name].map { ($0, program.records[id.index].fields[$0].type) }
    default: nil
    }
  }

  /// The named parts of a value.
  func fields(of type: Type) -> [FieldDeclaration] {
    switch type {
    case .row(let id):
      program.registries[id.index].fields.map { FieldDeclaration(name: $0.name, type: $0.type) }
    case .record(let id): program.records[id.index].fields
    default: []
    }
  }

  private mutating func value(
    of declared: Declared, _ name: Name, _ hint: Type?
  ) -> TypedExpression {
    switch declared.entity {
    case .constant(let id):
      refer(to: declared, at: name.span)
      let type = type(of: id)
      return present(TypedExpression(.globalConstant(id), type, name.span))
    case .tasks(let id):
      refer(to: declared, at: name.span)
      let table = taskTables[id.index]
      return TypedExpression(
        .globalConstant(table.constant), .list(.record(table.record)), name.span)
    case .registry(let id):
      refer(to: declared, at: name.span)
      return TypedExpression(.registry(id), .list(.row(id)), name.span)
    default:
      if modules[module].members[name.text] != nil { return member(named: name, hint) }
      refer(to: declared, at: name.span)
      report(wrongKind(name, declared, wanted: Words(zh: "一个值", en: "a value")))
      return .unknown(at: name.span)
    }
  }

  /// A member of the only visible enumeration that has one of this name.
  private mutating func member(named name: Name, _ hint: Type?) -> TypedExpression {
    let members = modules[module].members[name.text] ?? []
    guard let first = members.first else {
      if case .enumeration(let id)? = hint?.unwrapped {
        report(unknownMember(name, of: .enumeration(id)))
      } else {
        reportUndefined(name, among: .values, isText: hint?.unwrapped == .text)
      }
      return .unknown(at: name.span)
    }
    guard members.count == 1 else {
      report(ambiguousMember(name, members.map { program.enumerations[$0.enumeration.index].name }))
      return .unknown(at: name.span)
    }
    return member(first.index, of: first.enumeration, name.span)
  }

  mutating func member(_ index: Int, of id: EnumerationID, _ span: Span) -> TypedExpression {
    refer(to: id)
    return TypedExpression(.constant(.member(index)), .enumeration(id), span)
  }

  /// Whether an expression is a name that only a wanted type, or the search through all
  /// enumerations, can give a meaning.
  func isBareMember(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind else { return false }
    guard field(name.text) == nil, scope.local(name.text) == nil else { return false }
    switch declared(name.text)?.entity {
    case nil: return true
    case .constant, .registry, .tasks: return false
    default: return modules[module].members[name.text] != nil
    }
  }

  /// What a condition has shown to be there is there.
  func present(_ value: TypedExpression) -> TypedExpression {
    guard case .optional(let inner) = value.type, let place = scope.place(of: value),
      scope.present.contains(place)
    else { return value }
    return TypedExpression(.unwrap(value), inner, value.span)
  }

  /// The value itself, not its possible absence. Reports an optional that nothing has narrowed.
  mutating func required(_ value: TypedExpression) -> TypedExpression {
    guard case .optional(let inner) = value.type else { return value }
    if inner.isUnknown { return .unknown(at: value.span) }
    report(mayBeAbsent(value))
    return TypedExpression(.unwrap(value), inner, value.span)
  }
}
