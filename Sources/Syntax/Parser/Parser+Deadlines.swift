import Source

/// Deadlines, and the months of a period.
extension Parser {
  /// dated = [ integer "年" ] integer ( month part | "月" integer "日" "前" ) | integer "年底前"
  ///
  /// Nil, and nothing read, if the integer here starts no such thing.
  mutating func deadlineOfNumbers() -> Expression? {
    let start = position
    guard kind == .integer else { return nil }
    if matches(after: 1, [.yearEnd]) {
      let year = number()
      _ = eat(.yearEnd)
      return deadline(.year(year), from: start)
    }
    let hasYear = startsYear
    guard let (unit, count) = monthWord(at: hasYear ? position + 3 : position + 1) else {
      return nil
    }
    let isDay = unit == .month
    if isDay {
      let behind = (hasYear ? position + 3 : position + 1) + count
      guard isInteger(behind), match(at: behind + 1, { $0 == .bareDays }) != nil else {
        return nil
      }
    }
    var year: DeadlineSyntax.Number?
    if hasYear {
      year = number()
      _ = eat(.year)
    }
    let month = number()
    _ = eat(unit)
    guard isDay else { return deadline(.month(year: year, month: month, part: unit), from: start) }
    let day = number()
    _ = eat(.bareDays)
    expect(.latest)
    return deadline(.day(year: year, month: month, day: day), from: start)
  }

  /// word = "长期" | "年底前" | "每月底前" | "每季度末前" | "每月" integer "日" "前" | event duration
  ///
  /// Nil, and nothing read, if the word here is none of these.
  mutating func deadlineOfWords() -> Expression? {
    let start = position
    let words: [Keyword] =
      [.longTerm, .yearEnd, .monthlyEnd, .quarterlyEnd, .monthly] + Keyword.events
    guard let match = match(of: words) else { return nil }
    switch match.keyword {
    case .monthly:
      guard isInteger(position + match.count) else { return nil }
      _ = take(match)
      let day = number()
      expect(.bareDays)
      if !isRecovering { expect(.latest) }
      return deadline(.everyMonth(day: day), from: start)
    case .longTerm:
      _ = take(match)
      return deadline(.openEnded, from: start)
    case .yearEnd:
      _ = take(match)
      return deadline(.year(nil), from: start)
    case .monthlyEnd:
      _ = take(match)
      return deadline(.everyMonthEnd, from: start)
    case .quarterlyEnd:
      _ = take(match)
      return deadline(.everyQuarterEnd, from: start)
    default:
      _ = take(match)
      let time = postfix()
      return deadline(.afterEvent(match.keyword, time), from: start)
    }
  }

  /// relative = postfix ( "前" | "后" postfix )
  mutating func relativeDeadline(_ date: Expression) -> Expression {
    guard !isRecovering, isOnLine, let match = match(of: [.latest, .afterward]) else {
      return date
    }
    _ = take(match)
    let syntax: DeadlineSyntax =
      match.keyword == .latest ? .before(date) : .after(date, postfix())
    return bounded(
      Expression(.deadline(syntax), date.span.joined(tokenSpan(position - 1))))
  }

  /// end = [ integer "年" ] integer "月" | expression
  mutating func periodEnd() -> Expression {
    let start = position
    guard isOnLine, kind == .integer else { return expression() }
    let hasYear = startsYear
    guard let (unit, _) = monthWord(at: hasYear ? position + 3 : position + 1), unit == .month
    else { return expression() }
    var year: DeadlineSyntax.Number?
    if hasYear {
      year = number()
      _ = eat(.year)
    }
    let month = number()
    _ = eat(.month)
    return deadline(.wholeMonth(year: year, month: month), from: start)
  }

  private func deadline(_ syntax: DeadlineSyntax, from start: Int) -> Expression {
    Expression(.deadline(syntax), span(from: start))
  }

  /// `2026年` before a month.
  private var startsYear: Bool { matches(after: 1, [.year]) && isInteger(position + 2) }

  private func matches(after distance: Int, _ keywords: [Keyword]) -> Bool {
    let next = position + distance
    guard next < limit, !(linesMatter && tokens[next].startsLine) else { return false }
    return match(at: next) { keywords.contains($0) } != nil
  }

  private func isInteger(_ place: Int) -> Bool {
    place < limit && tokens[place].kind == .integer && !(linesMatter && tokens[place].startsLine)
  }

  private func monthWord(at place: Int) -> (Keyword, count: Int)? {
    guard place < limit, !(linesMatter && tokens[place].startsLine) else { return nil }
    return match(at: place) { $0 == .month || Keyword.monthParts.contains($0) }
      .map { ($0.keyword, $0.count) }
  }

  private mutating func number() -> DeadlineSyntax.Number {
    guard kind == .integer else {
      report(.wholeNumber)
      return DeadlineSyntax.Number("", behind)
    }
    advance()
    return DeadlineSyntax.Number(tokens[position - 1].value, tokenSpan(position - 1))
  }
}
