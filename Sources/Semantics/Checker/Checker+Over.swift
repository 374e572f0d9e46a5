import Quantities
import Source
import Syntax

/// The `对象` clause of a plan: whom it is about.
extension Checker {
  mutating func over(_ syntax: OverSyntax, _ draft: inout PlanDraft) {
    draft.registry = registry(syntax.registry)
    if let written = syntax.asAt,
      case .date(let date)? = constant(check(written, as: .date), .period)
    {
      draft.relations.asAt = (date, written.span)
    }
    guard let own = draft.registry else { return }
    var facts: Set<Place> = []
    if let condition = syntax.condition {
      scope.rows = [.row(own)]
      let typed = reading(condition.span) { $0.check(condition, as: .bool) }
      draft.scope = typed
      facts = scope.facts(typed, true)
      scope.rows = []
    }
    for exception in syntax.exceptions {
      let typed = reading(exception.span) { $0.exception(exception, from: own, syntax.registry) }
      if let typed { draft.relations.exceptions.append(typed) }
    }
    // What the scope rules out stays ruled out in the clauses that follow.
    scope.present = facts
  }

  private mutating func exception(
    _ syntax: OverSyntax.Exception, from own: RegistryID, _ name: Name
  ) -> PlanRelations.Exception? {
    guard let other = registry(syntax.registry) else { return nil }
    var condition: TypedExpression?
    if let written = syntax.condition {
      scope.rows = [.row(other)]
      condition = check(written, as: .bool)
      scope.rows = []
    } else if other == own {
      report(exceptsItself(syntax.registry))
      return nil
    }
    guard let fields = commonFields(own, other, syntax.field, at: syntax.registry, own: name) else {
      return nil
    }
    return PlanRelations.Exception(
      registry: other, condition: condition, ownField: fields.own, otherField: fields.other,
      span: syntax.span)
  }

  /// The fields by which the rows of two registries are the same: those of a given name, or else
  /// the keys. A registry without a field of the name has its key for it.
  mutating func commonFields(
    _ own: RegistryID, _ other: RegistryID, _ field: Name?, at place: Name, own ownName: Name
  ) -> (own: Int, other: Int)? {
    let registries = (program.registries[own.index], program.registries[other.index])
    var fields = (own: registries.0.key, other: registries.1.key)
    if let field {
      if field.isMissing { return nil }
      let found = (registryFields[own.index][field.text], registryFields[other.index][field.text])
      if found.0 == nil, found.1 == nil {
        report(unknownMember(field, of: .row(other)))
        return nil
      }
      fields = (found.0 ?? fields.own, found.1 ?? fields.other)
    }
    guard registries.0.fields.indices.contains(fields.own),
      registries.1.fields.indices.contains(fields.other)
    else { return nil }
    let (a, b) = (registries.0.fields[fields.own], registries.1.fields[fields.other])
    let types = (a.type.unwrapped, b.type.unwrapped)
    if types.0.isUnknown || types.1.isUnknown { return nil }
    guard types.0 == types.1, types.0 == .text || types.0.isCode else {
      report(keysDiffer(field ?? place, (ownName.text, a), (place.text, b)))
      return nil
    }
    return fields
  }
}
