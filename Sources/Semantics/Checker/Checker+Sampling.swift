import Quantities
import Source
import Syntax

/// The `抽查` clause of a plan. The rows of its registry are in scope.
extension Checker {
  mutating func sampling(
    _ syntax: SampleSyntax, _ clause: PlanClause, in plan: Span
  ) -> PlanDeclaration.Sampling? {
    let before = errorCount
    let by = syntax.by.map { stratifier($0, mayBeAbsent: true) }
    var within: PlanDeclaration.Within?
    if let each = syntax.each { within = .each(stratifier(each, mayBeAbsent: false)) }
    if let spread = syntax.spread { within = .spread(stratifier(spread, mayBeAbsent: false)) }
    var sampling = PlanDeclaration.Sampling(
      by: by, within: within, strata: [], overall: [], includes: [], excludes: [],
      allowsZero: false)
    sampling.rising = rising(syntax, by)
    reportShape(syntax, clause, in: plan)
    var isSound = true
    sampling.strata = strata(syntax, by, &isSound)
    var zero: SampleClause?
    for part in syntax.clauses {
      // A plan that changes another has clauses of both.
      let around = module
      module = module(of: part.span)
      defer { module = around }
      switch part.kind {
      case .arm: break
      case .overall(let syntax, let each):
        let area = each.map { stratifier($0, mayBeAbsent: false) }
        guard let quantity = quantity(syntax, isOverall: true) else {
          isSound = false
          continue
        }
        if let area, let each {
          sampling.areas.append(
            PlanDeclaration.Area(
              expression: area, label: written(each.span), quantity: quantity))
        } else {
          sampling.overall.append(quantity)
        }
      case .include(let condition, let counted):
        var include = PlanDeclaration.Include(
          condition: check(condition, as: .bool), counted: counted)
        include.grounds = part.grounds.map { grounds($0) }
        sampling.includes.append(include)
      case .exclude(let condition):
        sampling.excludes.append(check(condition, as: .bool))
        sampling.excludeGrounds.append((part.grounds.map { grounds($0) }, part.span))
      case .prefer(let condition): sampling.prefers.append(check(condition, as: .bool))
      case .excludeDrawn(let syntax):
        sampling.excludeGrounds.append((part.grounds.map { grounds($0) }, part.span))
        let spared = spared(part)
        if var exclusion = exclusion(syntax) {
          exclusion.except = spared
          sampling.history.exclusions.append(exclusion)
        }
      case .cap(let syntax):
        let spared = spared(part)
        if var cap = cap(syntax) {
          cap.except = spared
          sampling.history.caps.append(cap)
        }
      case .withoutRepeats:
        if let earlier = sampling.history.withoutRepeats {
          report(clauseTwice(.withoutRepeats, part.span, earlier))
        }
        sampling.history.withoutRepeats = part.span
        sampling.history.repeats = spared(part)
      case .rotate(let syntax):
        if let earlier = sampling.history.rotation {
          report(clauseTwice(.rotate, part.span, earlier.span))
        }
        sampling.history.rotation = rotation(syntax).map {
          HistoryRules.Rotation(months: $0, span: part.span)
        }
      case .allowZero:
        if let earlier = zero {
          report(clauseTwice(.allowZero, part.span, earlier.span))
        }
        zero = part
        sampling.allowsZero = true
      }
    }
    return isSound && errorCount == before ? sampling : nil
  }

  /// A value that rows are put into strata or cells by.
  mutating func stratifier(_ syntax: Expression, mayBeAbsent: Bool) -> TypedExpression {
    let value = infer(syntax)
    let known = mayBeAbsent ? value : required(value)
    switch mayBeAbsent ? known.type.unwrapped : known.type {
    case .unknown, .bool, .integer, .text, .enumeration, .code(.division): return known
    case .decimal, .percent, .date, .count, .duration, .code(.uniform), .code(.matter):
      // Patterns can divide an ordered value into ranges; each value a cell of its own cannot be
      // meant.
      if mayBeAbsent { return known }
      report(stratumType(known))
    default: report(stratumType(known))
    }
    return .unknown(at: syntax.span)
  }

  /// Arms belong to `按`, and a sample without it has one quantity.
  private mutating func reportShape(
    _ syntax: SampleSyntax, _ clause: PlanClause, in plan: Span
  ) {
    guard !parserReported(inside: plan) else { return }
    let arms = syntax.clauses.filter { if case .arm = $0.kind { true } else { false } }
    guard let first = arms.first else {
      if syntax.single == nil { report(sampleWithoutQuantity(clause.keywordSpan)) }
      return
    }
    if let single = syntax.single {
      report(quantityTwice(first.span, single.span))
    } else if syntax.by.isEmpty,
      let arm = arms.first(where: { !$0.takesAll }) ?? arms.dropFirst().first
    {
      report(armWithoutBy(arm.span))
    }
  }

  private mutating func strata(
    _ syntax: SampleSyntax, _ by: [TypedExpression], _ isSound: inout Bool
  ) -> [PlanDeclaration.Stratum] {
    if let single = syntax.single {
      guard let quantity = quantity(single) else {
        isSound = false
        return []
      }
      return [
        PlanDeclaration.Stratum(patterns: [], label: "", quantity: quantity)
      ]
    }
    guard !by.isEmpty else { return undivided(syntax, &isSound) }
    var arms: [(patterns: [Pattern], quantity: QuantitySyntax, span: Span)] = []
    for clause in syntax.clauses {
      guard case .arm(let patterns, let quantity) = clause.kind else { continue }
      arms.append((patterns, quantity, clause.span))
    }
    let rows = patternRows(
      arms.map { ($0.patterns, $0.quantity.span, $0.span) }, types: by.map(\.type))
    if let first = syntax.by.first, let last = syntax.by.last, !arms.isEmpty {
      let columns = columns(syntax.by, by)
      let head = first.span.joined(last.span)
      // Arms that a plan changes may stand elsewhere.
      let whole = arms.reduce(head) { $1.span.file == $0.file ? $0.joined($1.span) : $0 }
      checkCoverage(columns, rows, inside: whole, of: factSubject(by)) { $0.strata(at: head) }
    }
    var strata: [PlanDeclaration.Stratum] = []
    for (arm, row) in zip(arms, rows.rows) {
      guard let quantity = reading(arm.span, { $0.quantity(arm.quantity) }) else {
        isSound = false
        continue
      }
      strata.append(
        PlanDeclaration.Stratum(
          patterns: row.patterns, label: label(arm.patterns), quantity: quantity))
    }
    return strata
  }

  /// The one stratum of `抽查 各 街镇 { 否则 => 10% }`.
  private mutating func undivided(
    _ syntax: SampleSyntax, _ isSound: inout Bool
  ) -> [PlanDeclaration.Stratum] {
    for clause in syntax.clauses {
      guard case .arm(_, let bound) = clause.kind, clause.takesAll else { continue }
      if let quantity = reading(clause.span, { $0.quantity(bound) }) {
        return [
          PlanDeclaration.Stratum(patterns: [], label: "", quantity: quantity)
        ]
      }
      isSound = false
    }
    return []
  }

  /// The patterns of an arm as written.
  private func label(_ patterns: [Pattern]) -> String {
    guard let first = patterns.first, let last = patterns.last else { return "" }
    return written(first.span.joined(last.span))
  }
}

extension SampleClause {
  /// Whether it is an arm that every object fits.
  var takesAll: Bool {
    guard case .arm(let patterns, _) = kind, patterns.count == 1 else { return false }
    switch patterns[0].kind {
    case .wildcard, .otherwise: return true
    default: return false
    }
  }
}
