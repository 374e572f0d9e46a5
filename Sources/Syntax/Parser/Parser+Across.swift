import Source

/// Declarations about several plans together.
extension Parser {
  /// cap = "检查上限" name "{" { clause } "}"
  mutating func visitCap(from start: Int) -> VisitCapItem {
    let name = name()
    var clauses: [VisitCapClause] = []
    block(
      header: start, commas: false,
      startsNext: { $0.match(of: Keyword.visitCapClauses) != nil },
      { parser in
        if let clause = parser.visitCapClause() { clauses.append(clause) }
      })
    return VisitCapItem(name: name, clauses: clauses, span: span(from: start))
  }

  /// clause = "对象" name [ "其中" expression ] | "部门" name { "," name } | limits
  ///        | "当" expression "=>" limits | "例外" text { "," text } | "依据" citations
  private mutating func visitCapClause() -> VisitCapClause? {
    let start = position
    let isLimit = match(of: Keyword.visitLimits + [.unlimited]) != nil
    if isLimit {
      let limits = visitLimits(canStartLine: true)
      return VisitCapClause(
        .limits(limits), keywordSpan: limits.span, span: span(from: start))
    }
    guard
      let (keyword, keywordSpan) = clauseKeyword(Keyword.visitCapClauses, inside: .aVisitCap)
    else { return nil }
    let kind: VisitCapClause.Kind
    switch keyword {
    case .over:
      let registry = name()
      var condition: Expression?
      if !isRecovering, eat(.where) != nil { condition = expression() }
      kind = .over(registry: registry, condition: condition)
    case .department: kind = .departments(names())
    case .when:
      let condition = expression()
      if !isRecovering { expect(.leadsTo) }
      if isRecovering { return nil }
      kind = .when(condition, visitLimits())
    case .exception:
      var reasons: [(text: String, span: Span)] = []
      repeat {
        guard let reason = text() else { break }
        reasons.append((reason.value, reason.span))
      } while !isRecovering && eatOnLine(.comma)
      kind = .exceptions(reasons)
    case .basis: kind = .basis(citations(ending: Keyword.visitCapClauses))
    // A limit whose word is misspelt.
    default: return nil
    }
    return VisitCapClause(kind, keywordSpan: keywordSpan, span: span(from: start))
  }

  /// limits = "不限" | limit { limit } ; limit = ( "各" | "各级" | "合计" ) integer "次" "/" "年"
  private mutating func visitLimits(canStartLine: Bool = false) -> VisitLimitsSyntax {
    let start = position
    if isOnLine || canStartLine, eat(.unlimited) != nil {
      return VisitLimitsSyntax(limits: [], span: span(from: start))
    }
    var limits: [VisitLimitsSyntax.Limit] = []
    repeat {
      let first = position
      guard isOnLine || canStartLine && first == start, let match = match(of: Keyword.visitLimits)
      else {
        report(.oneOf(Keyword.visitLimits + [.unlimited]))
        break
      }
      _ = take(match)
      guard let count = wholeNumber() else { break }
      expect(Keyword.times)
      if !isRecovering { expect(.divide) }
      if !isRecovering { expect(Keyword.year) }
      if isRecovering { break }
      limits.append(
        VisitLimitsSyntax.Limit(scope: match.keyword, count: count, span: span(from: first)))
    } while isOnLine && match(of: Keyword.visitLimits) != nil
    return VisitLimitsSyntax(limits: limits, span: span(from: start))
  }

  /// joint = "统筹" name "{" "计划" name { "," name } { ( "合计" | "覆盖" ) quantity } "}"
  mutating func joint(from start: Int) -> JointItem {
    let name = name()
    var plans: [Name] = []
    var bounds: [JointBoundSyntax] = []
    block(
      header: start, commas: false,
      startsNext: { $0.match(of: Keyword.jointClauses) != nil },
      { parser in
        let first = parser.position
        guard let (keyword, _) = parser.clauseKeyword(Keyword.jointClauses, inside: .aJoint)
        else { return }
        if keyword == .plan {
          plans += parser.names()
          return
        }
        let quantity = parser.quantity()
        bounds.append(
          JointBoundSyntax(
            measure: keyword, quantity: quantity, span: parser.span(from: first)))
      })
    return JointItem(name: name, plans: plans, bounds: bounds, span: span(from: start))
  }
}
