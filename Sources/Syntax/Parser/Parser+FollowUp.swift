import Source

extension Parser {
  /// findings = "发现问题" [ "按" name ] "{" header { row } "}"
  ///
  /// The header names the columns, in any order, by their words: "情形" | "措施" | "责任" | "期限".
  mutating func findings(from start: Int) -> PlanClause.Kind {
    var by: Name?
    if eatOnLine(.by) != nil { by = name() }
    var columns: [Keyword] = []
    var rows: [FollowUpSyntax.Row] = []
    block(header: start, commas: false) { parser in
      if columns.isEmpty {
        columns = parser.followUpHeader()
      } else {
        rows.append(parser.followUpRow(columns))
      }
    }
    return .findings(FollowUpSyntax(by: by, columns: columns, rows: rows))
  }

  private mutating func followUpHeader() -> [Keyword] {
    var columns: [Keyword] = []
    repeat {
      guard let (keyword, span) = clauseKeyword(Keyword.followUpColumns, inside: .aFollowUp) else {
        break
      }
      if columns.contains(keyword) { note(.partTwice(file.text(span), at: span)) }
      columns.append(keyword)
    } while !isRecovering && eatOnLine(.bar)
    return columns
  }

  private mutating func followUpRow(_ columns: [Keyword]) -> FollowUpSyntax.Row {
    let start = position
    var row = FollowUpSyntax.Row(span: behind)
    for (index, column) in columns.enumerated() where !isRecovering {
      if index > 0 { expect(.bar) }
      if !isRecovering, !eatOnLine(.underscore) { cell(of: column, isFirst: index == 0, &row) }
    }
    row.span = span(from: start)
    return row
  }

  private mutating func cell(of column: Keyword, isFirst: Bool, _ row: inout FollowUpSyntax.Row) {
    switch column {
    case .situation:
      if let span = eat(.otherwise) {
        row.situation = .otherwise(span)
      } else if kind == .text {
        let start = position
        advance()
        row.situation = .text(tokens[start].value, tokenSpan(start))
      } else {
        var names = [name(canStartLine: isFirst)]
        while !isRecovering, eatOnLine(.comma) { names.append(name()) }
        row.situation = .members(names)
      }
    case .measure:
      guard kind == .text, isOnLine || isFirst else {
        report(.text)
        return
      }
      advance()
      row.measure = tokens[position - 1].value
    case .responsible:
      row.responsible = [name(canStartLine: isFirst)]
      while !isRecovering, eatOnLine(.comma) { row.responsible.append(name()) }
    default: row.deadline = term()
    }
  }

  /// term = "立即" | [ "不超过" ] expression
  private mutating func term() -> FollowUpSyntax.Term {
    if let span = eatOnLine(.immediately) { return .immediately(span) }
    let atMost = eatOnLine(.atMost) ?? eatEveryday([.atMost], at: .bound)?.span
    return .time(expression(), atMost: atMost)
  }

  /// Within what time results are public; `不超过` before it says nothing more.
  private mutating func publicWithin() -> Expression {
    let start = position
    guard eatOnLine(.atMost) != nil else { return expression() }
    let time = expression()
    if !isRecovering {
      let span = span(from: start)
      note(.otherWording(file.text(span), file.text(time.span), at: span))
    }
    return time
  }

  /// publication = "公示" expression { "例外" exception { "," exception } | "保留" integer ( "年" | "个月" ) }
  ///
  /// The parts stand on the line or in braces.
  mutating func publication(from start: Int) -> PlanClause.Kind {
    var publication = PublicationSyntax(deadline: publicWithin())
    while !isRecovering, isOnLine, match(of: Keyword.publicationParts) != nil {
      publicationPart(&publication)
    }
    if !isRecovering, isOnLine, at(.leftBrace) {
      block(
        header: start, commas: true,
        startsNext: { $0.match(of: Keyword.publicationParts) != nil },
        { $0.publicationPart(&publication) })
    }
    return .publish(publication)
  }

  private mutating func publicationPart(_ publication: inout PublicationSyntax) {
    guard
      let (keyword, keywordSpan) = clauseKeyword(Keyword.publicationParts, inside: .aPublication)
    else { return }
    if keyword == .keep {
      guard let count = wholeNumber() else { return }
      guard isOnLine, let match = match(of: [.years, .months]) else {
        report(.oneOf([.years, .months]))
        return
      }
      let end = take(match)
      if publication.kept != nil { note(.partTwice(file.text(keywordSpan), at: keywordSpan)) }
      publication.kept = (count, match.keyword, keywordSpan.joined(end))
      return
    }
    // exception = text [ "依据" citations ]
    repeat {
      guard let (reason, span) = text() else { return }
      let hasBasis = !isRecovering && eatOnLine(.basis) != nil
      let basis = hasBasis ? citations(ending: Keyword.publicationParts) : []
      publication.exceptions.append(
        PublicationSyntax.Exception(reason: reason, basis: basis, span: span))
    } while !isRecovering && isOnLine && at(.comma) && position + 1 < limit
      && tokens[position + 1].kind == .text && eat(.comma)
  }

  /// grounds = { "理由" text | "依据" citations }
  mutating func grounds() -> GroundsSyntax? {
    var grounds: GroundsSyntax?
    while !isRecovering, isOnLine, let match = match(of: [.reason, .basis]) {
      let span = take(match)
      if match.keyword == .reason {
        if grounds?.reason != nil { note(.partTwice(file.text(span), at: span)) }
        guard let reason = text()?.value else { break }
        grounds = grounds ?? GroundsSyntax()
        grounds?.reason = reason
      } else {
        let basis = citations(ending: Keyword.sampleClauses + [.reason])
        grounds = grounds ?? GroundsSyntax()
        grounds?.basis += basis
      }
    }
    return grounds
  }

  /// source = [ "来源" name ]
  mutating func source() -> Name? {
    !isRecovering && eatOnLine(.source) != nil ? name() : nil
  }
}
