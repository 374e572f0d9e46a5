import Source

extension Parser {
  /// type = ( builtin | unit | name | ( "列表" | "集合" ) "[" type "]" ) [ "?" ]
  mutating func type() -> TypeSyntax {
    guard enter() else { return TypeSyntax(.missing, behind) }
    defer { leave() }
    let start = position
    let base = baseType()
    guard eatOnLine(.question) else { return base }
    return TypeSyntax(.optional(base), span(from: start))
  }

  private mutating func baseType() -> TypeSyntax {
    let start = position
    guard isOnLine, kind == .word else {
      report(.type)
      return TypeSyntax(.missing, behind)
    }
    guard let match = match(of: Keyword.typeWords) else {
      let name = name()
      return TypeSyntax(.named(name), name.span)
    }
    let span = take(match)
    guard match.keyword == .listType || match.keyword == .setType else {
      return TypeSyntax(.builtin(match.keyword), span)
    }
    guard isOnLine, at(.leftBracket) else {
      report(.punctuation(.leftBracket))
      return TypeSyntax(.missing, span)
    }
    let element = group(lines: false, leftOver: .onlyEndOfBrackets) { $0.type() }
    let isList = match.keyword == .listType
    return TypeSyntax(isList ? .list(element) : .set(element), self.span(from: start))
  }
}
