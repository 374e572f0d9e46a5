import Source

extension Parser {
  /// function = "函数" name parameters "->" type ( "=" expression | "{" body "}" )
  mutating func function(from start: Int) -> FunctionItem {
    let name = name(unlike: Keyword.builtinFunctions)
    let parameters = parameters()
    let result = resultType()
    var body = BlockSyntax(bindings: [], value: Expression(.missing, behind))
    if !isRecovering, eatOnLine(.assign) {
      body = BlockSyntax(bindings: [], value: expression())
    } else if isRecovering || isOnLine && at(.leftBrace) {
      body = functionBody(header: start)
    } else {
      report(.punctuation(.assign))
    }
    return FunctionItem(
      name: name, parameters: parameters, result: result, body: body, span: span(from: start))
  }

  /// parameters = "(" [ parameter { "," parameter } ] ")"
  mutating func parameters() -> [ParameterSyntax] {
    if isRecovering { return [] }
    guard isOnLine, at(.leftParenthesis) else {
      report(.punctuation(.leftParenthesis))
      return []
    }
    return group(lines: false, leftOver: .parameterOrEnd) { parser in
      parser.list { $0.parameter() }
    }
  }

  /// "->" type
  mutating func resultType() -> TypeSyntax {
    if !isRecovering { expect(.arrow) }
    return isRecovering ? TypeSyntax(.missing, behind) : type()
  }

  /// body = { let } expression
  private mutating func functionBody(header: Int) -> BlockSyntax {
    var bindings: [LetStatement] = []
    var value: Expression?
    block(header: header, commas: false) { parser in
      let start = parser.position
      if value != nil {
        parser.reportUnexpected(Message(.bodyIsComplete))
      } else if parser.eat(.let) != nil {
        bindings.append(parser.letStatement(from: start))
      } else {
        value = parser.expression()
      }
    }
    if value == nil, position > 0, tokens[position - 1].kind == .punctuation(.rightBrace) {
      missingValue()
    }
    return BlockSyntax(bindings: bindings, value: value ?? Expression(.missing, behind))
  }

  /// Reports that a body ends without a value, at its closing brace.
  private mutating func missingValue() {
    let brace = tokenSpan(position - 1)
    note(
      .expected(
        .expression, in: shownLanguage, found: Diagnostic.quoted("}"), at: brace))
  }

  /// let = "设" name [ ":" type ] "=" expression; the keyword has been read
  mutating func letStatement(from start: Int) -> LetStatement {
    let name = name()
    var type: TypeSyntax?
    if !isRecovering, eatOnLine(.colon) { type = self.type() }
    if !isRecovering { expect(.assign) }
    let value = isRecovering ? Expression(.missing, behind) : expression()
    return LetStatement(name: name, type: type, value: value, span: span(from: start))
  }

  /// [ element { "," element } [ "," ] ], up to the end of the brackets
  mutating func list<Element>(_ element: (inout Parser) -> Element?) -> [Element] {
    var elements: [Element] = []
    while !atEnd, !isRecovering {
      if let element = element(&self) { elements.append(element) }
      if isRecovering || !eat(.comma) { break }
    }
    return elements
  }
}
