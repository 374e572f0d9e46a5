import Source
import Syntax

/// `值.名`: members of enumerations by their type's name, fields of records, parts of groups.
extension Checker {
  mutating func member(_ value: Expression, _ name: Name, _ span: Span) -> TypedExpression {
    if let member = qualifiedMember(value, name, span) { return member }
    let record = required(infer(value))
    if record.type.isUnknown { return .unknown(at: span) }
    guard let (index, type) = field(name.text, of: record.type) else {
      report(unknownMember(name, of: record.type))
      return .unknown(at: span)
    }
    return present(TypedExpression(.member(record, field: index), type, span))
  }

  /// `信用等级.A`, also where a field or local is called 信用等级, unless it has a member A itself.
  private mutating func qualifiedMember(
    _ value: Expression, _ name: Name, _ span: Span
  ) -> TypedExpression? {
    guard case .name(let qualifier) = value.kind, let declared = declared(qualifier.text),
      case .enumeration(let id) = declared.entity
    else { return nil }
    let variable =
      field(qualifier.text)?.type
      ?? scope.local(qualifier.text).map { scope.locals[$0.index].type }
    if let variable, field(name.text, of: variable) != nil { return nil }
    let members = program.enumerations[id.index].members
    guard let index = members.firstIndex(where: { $0.text == name.text }) else {
      if variable != nil { return nil }
      refer(to: declared, at: qualifier.span)
      report(unknownMember(name, of: .enumeration(id)))
      return .unknown(at: span)
    }
    refer(to: declared, at: qualifier.span)
    return member(index, of: id, span)
  }

  /// `.键` and `.值` of a group.
  mutating func groupMember(
    _ value: Expression, _ keyword: Keyword, _ keywordSpan: Span, _ span: Span
  ) -> TypedExpression {
    let isKey = keyword == .keyMember
    let group = required(infer(value))
    switch group.type {
    case .unknown: return .unknown(at: span)
    case .group(let key, let value):
      return TypedExpression(.member(group, field: isKey ? 0 : 1), isKey ? key : value, span)
    default:
      // A record may have a field that is spelled like the keyword.
      let name = Name(written(keywordSpan), keywordSpan)
      guard let (index, type) = field(name.text, of: group.type) else {
        report(unknownMember(name, of: group.type))
        return .unknown(at: span)
      }
      return present(TypedExpression(.member(group, field: index), type, span))
    }
  }
}
