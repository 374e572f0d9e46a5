import Source

extension Parser {
  /// file = { item }
  mutating func items() -> [Item] {
    var items: [Item] = []
    clauses(
      commas: false, startsNext: { $0.match(of: Keyword.itemStarts) != nil },
      { parser in
        if let item = parser.item() { items.append(item) }
      })
    return items
  }

  /// item = use | department | enumeration | record | registry | function | table | constant
  ///      | plan | test | show | law | calendar | matter | checklist | tasks | principle | cap
  ///      | joint
  private mutating func item() -> Item? {
    let start = position
    guard let keyword = itemKeyword() else { return nil }
    switch keyword {
    case .use: return .use(use(from: start))
    case .department: return .department(department(from: start))
    case .enumeration: return .enumeration(enumeration(from: start))
    case .record: return .record(record(from: start))
    case .registry: return .registry(registry(from: start))
    case .function: return .function(function(from: start))
    case .table: return .table(table(from: start))
    case .let: return .constant(letStatement(from: start))
    case .plan: return .plan(plan(from: start))
    case .test: return test(from: start).map { .test($0) }
    case .show:
      let value = expression()
      return .show(ShowItem(value: value, span: span(from: start)))
    case .law: return .law(law(from: start))
    case .calendar: return .calendar(calendar(from: start))
    case .matter: return .matter(matter(from: start))
    case .checklist: return .checklist(checklist(from: start))
    case .tasks: return .tasks(tasks(from: start))
    case .principle: return .table(principle(from: start))
    case .visitCap: return .visitCap(visitCap(from: start))
    case .joint: return .joint(joint(from: start))
    default: return nil
    }
  }

  private mutating func itemKeyword() -> Keyword? {
    if let match = match(of: Keyword.itemStarts) {
      _ = take(match)
      return match.keyword
    }
    let suggestion = suggestion(among: Keyword.itemStarts)
    let span = tokenSpan(position)
    fail {
      .unknownItem(
        $0.file.text(span), at: span, allowed: Keyword.itemStarts, in: $0.shownLanguage,
        fix: suggestion?.fix)
    }
    if let keyword = suggestion?.keyword {
      isRecovering = false
      isSuspect = true
      advance()
      return keyword
    }
    skipToItem()
    return nil
  }

  /// Goes over what is no item, as one mistake: to the next line that starts an item, or behind
  /// the block of something that looks like one.
  private mutating func skipToItem() {
    repeat {
      let wasBlock = at(.leftBrace)
      skipToken()
      let startsLine = !atEnd && tokens[position].startsLine
      if startsLine, wasBlock || match(of: Keyword.itemStarts) != nil { return }
    } while !atEnd
  }

  /// use = "使用" name { "." name }
  private mutating func use(from start: Int) -> UseItem {
    var path = [name(isModule: true)]
    while !isRecovering, eatOnLine(.dot) { path.append(name(isModule: true)) }
    return UseItem(path: path, span: span(from: start))
  }

  /// department = "部门" name [ text ] [ "{" { "名称" text | "隶属" name | "级别" level } "}" ]
  private mutating func department(from start: Int) -> DepartmentItem {
    let name = name()
    var title: String?
    var parent: Name?
    var level: (keyword: Keyword, span: Span)?
    if isOnLine, kind == .text { title = text()?.value }
    if isOnLine, at(.leftBrace) {
      let words: [Keyword] = [.title, .partOf, .level]
      block(
        header: start, commas: true, startsNext: { $0.match(of: words) != nil },
        { parser in
          switch parser.clauseKeyword(words, inside: .aDepartment)?.0 {
          case .title: title = parser.text()?.value
          case .partOf: parent = parser.name()
          case .level: level = parser.levelWord()
          default: break
          }
        })
    }
    var item = DepartmentItem(name: name, title: title, span: span(from: start))
    item.parent = parent
    item.level = level
    return item
  }

  /// enumeration = "枚举" name [ "有序" ] "{" { name [ "," ] } "}"
  private mutating func enumeration(from start: Int) -> EnumerationItem {
    let name = name(unlike: Keyword.typeWords)
    let isOrdered = eatOnLine(.ordered) != nil
    var members: [Name] = []
    block(header: start, commas: true) { parser in
      let member = parser.name(canStartLine: true)
      if !member.isMissing { members.append(member) }
    }
    return EnumerationItem(
      name: name, isOrdered: isOrdered, members: members, span: span(from: start))
  }

  /// record = "记录" name "{" { name ":" type [ "," ] } "}"
  private mutating func record(from start: Int) -> RecordItem {
    let name = name(unlike: Keyword.typeWords + Keyword.builtinFunctions)
    var fields: [ParameterSyntax] = []
    block(header: start, commas: true) { parser in
      if let field = parser.parameter() { fields.append(field) }
    }
    return RecordItem(name: name, fields: fields, span: span(from: start))
  }

  /// registry = "名录" name [ "来源" name ] "{" { field [ "," ] } "}"
  private mutating func registry(from start: Int) -> RegistryItem {
    let name = name()
    let source = source()
    var fields: [RegistryFieldSyntax] = []
    block(header: start, commas: true) { parser in
      if let field = parser.registryField() { fields.append(field) }
    }
    var item = RegistryItem(name: name, fields: fields, span: span(from: start))
    item.source = source
    return item
  }

  /// field = [ "主键" ] name ":" type [ "列" text ] [ "缺失时" expression ] [ "列" text ] [ "来源" name ],
  /// with the column named once.
  private mutating func registryField() -> RegistryFieldSyntax? {
    let start = position
    let isKey = !isNext(.colon) && eat(.key) != nil
    guard let field = parameter() else { return nil }
    var missing: Expression?
    var column = column()
    if !isRecovering, eatOnLine(.missing) != nil {
      missing = expression()
      if column == nil { column = self.column() }
    }
    let source = source()
    var syntax = RegistryFieldSyntax(
      isKey: isKey, name: field.name, type: field.type, missing: missing, span: span(from: start))
    syntax.source = source
    syntax.column = column
    return syntax
  }

  /// column = "列" text
  private mutating func column() -> ColumnSyntax? {
    guard !isRecovering, eatOnLine(.column) != nil, let text = text() else { return nil }
    return ColumnSyntax(title: text.value, span: text.span)
  }

  /// parameter = name ":" type
  mutating func parameter() -> ParameterSyntax? {
    let start = position
    let name = name(canStartLine: true)
    if isRecovering { return nil }
    expect(.colon)
    let type = isRecovering ? TypeSyntax(.missing, behind) : type()
    return ParameterSyntax(name: name, type: type, span: span(from: start))
  }
}

extension Keyword {
  /// Words that are types, alone or with an element type.
  static let typeWords = simpleTypes + [.listType, .setType] + countingUnits + durationUnits
}
