import Source

extension Parser {
  /// matter = "事项" name "{" { "主体" name | "编码" text | "类别" ( "一般" | "重点" ) | "对象" name
  ///        | methods | basis } "}"
  mutating func matter(from start: Int) -> MatterItem {
    let name = name()
    var parts: [MatterItem.Part] = []
    block(
      header: start, commas: true, startsNext: { $0.match(of: Keyword.matterParts) != nil },
      { parser in
        if let part = parser.matterPart() { parts.append(part) }
      })
    return MatterItem(name: name, parts: parts, span: span(from: start))
  }

  private mutating func matterPart() -> MatterItem.Part? {
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.matterParts, inside: .aMatter) else {
      return nil
    }
    let kind: MatterItem.PartKind?
    switch keyword {
    case .body: kind = .body(name())
    case .code: kind = text().map { .code($0.value, $0.span) }
    case .category: kind = word(of: [.generalMatter, .keyMatter]).map { .category($0.keyword) }
    case .over: kind = .over(name())
    case .methods: kind = .methods(methods())
    default: kind = .basis(citations(ending: Keyword.matterParts))
    }
    return kind.map { ($0, keyword, keywordSpan) }
  }

  /// methods = "方式" method { "," method }
  mutating func methods() -> [MethodSyntax] {
    var methods: [MethodSyntax] = []
    if isOnLine, kind == .word, match(of: Keyword.inspectionMethods) == nil {
      _ = clauseKeyword(Keyword.inspectionMethods, inside: .someMethods)
      return methods
    }
    repeat {
      guard let method = word(of: Keyword.inspectionMethods, canStartLine: !methods.isEmpty) else {
        break
      }
      methods.append(method)
    } while !isRecovering && isOnLine && at(.comma)
      && match(at: position + 1, { Keyword.inspectionMethods.contains($0) }) != nil && eat(.comma)
    if isBeforeUnknownMethod, eat(.comma) {
      _ = clauseKeyword(Keyword.inspectionMethods, inside: .someMethods)
    }
    return methods
  }

  /// Whether a comma and a word follow that can only be meant to be a method: no other part begins
  /// with it, nor an item of a checklist.
  private var isBeforeUnknownMethod: Bool {
    guard !isRecovering, isOnLine, at(.comma), position + 1 < limit,
      tokens[position + 1].kind == .word, !tokens[position + 1].startsLine
    else { return false }
    let parts = Keyword.planClauses + Keyword.matterParts + Keyword.entryParts + Keyword.elements
    if match(at: position + 1, { parts.contains($0) }) != nil { return false }
    guard position + 2 < limit else { return true }
    return tokens[position + 2].kind != .text && tokens[position + 2].kind != .word
  }

  /// One word out of a few.
  private mutating func word(of keywords: [Keyword], canStartLine: Bool = false) -> MethodSyntax? {
    guard isOnLine || canStartLine, let match = match(of: keywords) else {
      report(.oneOf(keywords))
      return nil
    }
    return MethodSyntax(keyword: match.keyword, span: take(match))
  }

  /// checklist = "检查单" name "{" { element ( "{" { entry } "}" | "不涉及" text ) } "}"
  mutating func checklist(from start: Int) -> ChecklistItem {
    let name = name()
    var elements: [ChecklistElement] = []
    block(
      header: start, commas: true, startsNext: { $0.match(of: Keyword.elements) != nil },
      { parser in
        if let element = parser.checklistElement() { elements.append(element) }
      })
    return ChecklistItem(name: name, elements: elements, span: span(from: start))
  }

  private mutating func checklistElement() -> ChecklistElement? {
    let start = position
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.elements, inside: .aChecklist) else {
      return nil
    }
    var entries: [ChecklistEntry] = []
    var reason: String?
    if eatOnLine(.inapplicable) != nil {
      reason = text()?.value
    } else {
      block(
        header: start, commas: true, startsNext: { $0.startsEntry },
        { parser in
          if let entry = parser.checklistEntry() { entries.append(entry) }
        })
    }
    return ChecklistElement(
      keyword: keyword, keywordSpan: keywordSpan, entries: entries, inapplicable: reason)
  }

  /// A word before a text is the name of the next entry, whatever word it is.
  private var startsEntry: Bool {
    kind == .word && position + 1 < limit && tokens[position + 1].kind == .text
  }

  /// entry = name text { part } [ "{" { part } "}" ]
  private mutating func checklistEntry() -> ChecklistEntry? {
    let start = position
    let name = name(canStartLine: true)
    if isRecovering { return nil }
    guard let text = text() else { return nil }
    var parts: [ChecklistEntry.Part] = []
    while !isRecovering, isOnLine, !startsEntry, match(of: Keyword.entryParts) != nil,
      let part = entryPart()
    {
      parts.append(part)
    }
    if !isRecovering, isOnLine, at(.leftBrace) {
      block(
        header: start, commas: true, startsNext: { $0.match(of: Keyword.entryParts) != nil },
        { parser in
          if let part = parser.entryPart() { parts.append(part) }
        })
    }
    return ChecklistEntry(name: name, text: text.value, parts: parts, span: span(from: start))
  }

  /// part = "由" name | "依据" citations | "当" expression | "事项" name | "方式" methods
  ///      | "结果" ( "合格评定" | "分值" integer )
  private mutating func entryPart() -> ChecklistEntry.Part? {
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.entryParts, inside: .aChecklist) else {
      return nil
    }
    let kind: ChecklistEntry.PartKind?
    switch keyword {
    case .responsibleBy: kind = .department(name())
    case .basis: kind = .basis(citations(ending: Keyword.entryParts))
    case .when: kind = .condition(expression())
    case .matter: kind = .matter(name())
    case .methods: kind = .methods(methods())
    default: kind = result()
    }
    return kind.map { ($0, keyword, keywordSpan) }
  }

  private mutating func result() -> ChecklistEntry.PartKind? {
    guard let word = word(of: [.conformity, .score]) else { return nil }
    return word.keyword == .conformity ? .conformity : wholeNumber().map { .score($0) }
  }

  // MARK: Departments in a plan

  /// role = name [ "当" expression ] [ "{" { rolePart } "}" ]
  /// rolePart = "事项" name { "," name } | "职责" text | "商定" expression [ text ]
  ///          | "当" expression
  ///
  /// What the block says goes with the clause: see `PlanClause.roles`.
  mutating func role(canStartLine: Bool = false) -> Name {
    let start = position
    let name = name(canStartLine: canStartLine)
    guard !isRecovering else { return name }
    var parts: [RoleSyntax.Part] = []
    if let keyword = eatOnLine(.when) { parts.append((.condition(expression()), .when, keyword)) }
    guard !isRecovering, isOnLine, at(.leftBrace) else {
      if !parts.isEmpty {
        roles.append(RoleSyntax(department: name, parts: parts, span: span(from: start)))
      }
      return name
    }
    block(
      header: start, commas: true, startsNext: { $0.match(of: Keyword.roleParts) != nil },
      { parser in
        if let part = parser.rolePart() { parts.append(part) }
      })
    roles.append(RoleSyntax(department: name, parts: parts, span: span(from: start)))
    return name
  }

  /// role { "," role }
  mutating func roleNames() -> [Name] {
    var names = [role()]
    while !isRecovering, eatOnLine(.comma) { names.append(role(canStartLine: true)) }
    return names
  }

  private mutating func rolePart() -> RoleSyntax.Part? {
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.roleParts, inside: .aRole) else {
      return nil
    }
    switch keyword {
    case .matters: return (.matters(names(ending: Keyword.roleParts)), keyword, keywordSpan)
    case .duty: return text().map { (.duty($0.value), keyword, keywordSpan) }
    case .when: return (.condition(expression()), keyword, keywordSpan)
    default:
      let day = expression()
      let record = !isRecovering && isOnLine && kind == .text ? text()?.value : nil
      return (.agreed(day, record: record), keyword, keywordSpan)
    }
  }

  /// name { "," name }, where a comma before one of some keywords ends the list.
  mutating func names(ending: [Keyword]) -> [Name] {
    var names = [name()]
    while !isRecovering, isOnLine, at(.comma),
      match(at: position + 1, { ending.contains($0) }) == nil, eat(.comma)
    {
      names.append(name(canStartLine: true))
    }
    return names
  }
}
