import Source
import Syntax

/// Patterns of match arms, table cells and sampling arms.
extension Checker {
  /// Lines of patterns against columns of the given types. A line with the wrong number of patterns
  /// is reported and filled up.
  mutating func patternRows(
    _ lines: [(patterns: [Pattern], result: Span, span: Span)], types: [Type]
  ) -> PatternRows {
    let before = errorCount
    let rows = lines.map { line in
      reading(line.span) { $0.patternRow(line, types) }
    }
    let isSound =
      errorCount == before && !types.contains(where: \.hasUnknown)
      && !lines.contains { $0.patterns.contains(where: \.hasMissing) }
    return PatternRows(rows: rows, isSound: isSound)
  }

  private mutating func patternRow(
    _ line: (patterns: [Pattern], result: Span, span: Span), _ types: [Type]
  ) -> PatternMatrix.Row {
    let result = line.result
    if line.patterns.count == 1, case .otherwise = line.patterns[0].kind {
      return PatternMatrix.Row(
        patterns: types.map { _ in .any }, cells: types.count == 1 ? [line.patterns[0].span] : [],
        result: result, span: line.span)
    }
    if line.patterns.count != types.count {
      report(patternCount(line.patterns.count, types.count, line.span))
      return PatternMatrix.Row(
        patterns: types.map { _ in .any }, cells: [], result: result, span: line.span)
    }
    return PatternMatrix.Row(
      patterns: zip(line.patterns, types).map { pattern($0, $1) },
      cells: line.patterns.map(\.span), result: result, span: line.span)
  }

  /// A pattern against a value of a type.
  mutating func pattern(_ pattern: Pattern, _ type: Type) -> TypedPattern {
    switch pattern.kind {
    case .missing, .wildcard, .otherwise: return .any
    case .alternatives(let patterns): return .alternatives(patterns.map { self.pattern($0, type) })
    case .not(let inner): return .not(self.pattern(inner, type))
    case .value(let expression) where expression.isNoneLiteral:
      if !type.isOptional && !type.isUnknown { report(neverAbsent(expression.span, type)) }
      return .none
    case .value(let expression):
      return patternConstant(expression, type).map(TypedPattern.equal) ?? .any
    case .comparison(let binary, let expression):
      guard let comparison = TypedExpression.Comparison(binary) else { return .any }
      if comparison != .equal && comparison != .notEqual && !reportUnordered(pattern.span, type) {
        return .any
      }
      if expression.isNoneLiteral {
        report(noOrder(expression.span, .optional(.unknown)))
        return .any
      }
      guard let constant = patternConstant(expression, type) else { return .any }
      return .compare(comparison, constant)
    case .range(let from, let to): return range(from, to, pattern.span, type)
    }
  }

  private mutating func range(
    _ from: Expression, _ to: Expression, _ span: Span, _ type: Type
  ) -> TypedPattern {
    guard reportUnordered(span, type) else { return .any }
    let ends = (patternConstant(from, type), patternConstant(to, type))
    guard let low = ends.0, let high = ends.1 else { return .any }
    return .range(low, high)
  }

  /// Whether values of the type can be ordered; reports it if not.
  private mutating func reportUnordered(_ span: Span, _ type: Type) -> Bool {
    if type.isUnknown || isOrdered(type.unwrapped) { return true }
    report(noOrder(span, type.unwrapped))
    return false
  }

  /// The constant in a pattern, of the inner type of what is looked at.
  private mutating func patternConstant(
    _ expression: Expression, _ type: Type
  ) -> TypedExpression.Constant? {
    let value = check(expression, as: type.unwrapped)
    if value.type.isUnknown || type.isUnknown { return nil }
    return constant(value, .pattern)
  }

  /// The values that arms over the rows of a plan's registry look at, as far as its scope goes.
  func columns(_ syntax: [Expression], _ values: [TypedExpression]) -> [PatternMatrix.Column] {
    zip(syntax, values).map { syntax, value in
      var column = PatternMatrix.Column(name: written(syntax.span), type: value.type)
      column.domain = planScope?.condition.patterns(of: value) ?? []
      return column
    }
  }

  /// Reports what a matrix leaves out or says twice, unless its patterns have mistakes already.
  mutating func checkCoverage(
    _ columns: [PatternMatrix.Column], _ rows: PatternRows, inside span: Span,
    of subject: CoverageFact.Subject?, _ findings: (CoverageCheck) -> [Diagnostic]
  ) {
    guard rows.isSound, !parserReported(inside: span) else { return }
    var matrix = PatternMatrix(
      columns: columns, rows: rows.rows, enumerations: program.enumerations)
    if columns.contains(where: { !$0.domain.isEmpty }) {
      matrix.origin = planScope.map { ($0.condition.span, $0.plan) }
    }
    // What is missing is written behind the last row.
    let file = modules[module(of: rows.rows.last?.span ?? span)].tree.file
    let coverage = CoverageCheck(
      matrix, file: file, others: modules.map(\.tree.file), language: language)
    let found = findings(coverage)
    report(found)
    guard let subject else { return }
    for diagnostic in found {
      guard case .source(let place) = diagnostic.location,
        let kind = diagnostic.factKind(in: rows.rows)
      else { continue }
      program.coverage.append(
        CoverageFact(
          code: diagnostic.code, span: place, subject: subject,
          patterns: rows.rows.map(\.patterns), kind: kind))
    }
  }

  /// Values of the row that is looked at; nil where they are not of a registry's.
  func factSubject(_ values: [TypedExpression]) -> CoverageFact.Subject? {
    guard case .row(let registry)? = scope.rows.last else { return nil }
    return values.allSatisfy(\.isOfTheRowAlone) ? .rows(registry, values) : nil
  }

  /// Whether the parser could not read part of what stands here.
  func parserReported(inside outer: Span) -> Bool {
    modules[module(of: outer)].tree.diagnostics.contains { diagnostic in
      guard diagnostic.severity == .error, case .source(let span) = diagnostic.location else {
        return false
      }
      return span.start >= outer.start && span.end <= outer.end
    }
  }
}

extension Diagnostic {
  /// What it says about rows of patterns, if that is a gap or an overlap.
  fileprivate func factKind(in rows: [PatternMatrix.Row]) -> CoverageFact.Kind? {
    switch code {
    case .tableGap, .matchGap, .strataGap: return .gap
    case .tableOverlap, .strataOverlap, .exceptionsConflict:
      guard case .source(let place) = location,
        let row = rows.firstIndex(where: { $0.span == place })
      else { return nil }
      let others = rows.indices.filter { index in
        index != row && related.contains { $0.span == rows[index].span }
      }
      return .overlap(row, others)
    default: return nil
    }
  }
}

/// Lines of typed patterns, and whether nothing in them has been reported.
struct PatternRows {
  let rows: [PatternMatrix.Row]
  let isSound: Bool
}

extension Pattern {
  /// Whether the parser could not read some part of it.
  var hasMissing: Bool {
    switch kind {
    case .missing: true
    case .alternatives(let patterns): patterns.contains(where: \.hasMissing)
    case .not(let inner): inner.hasMissing
    default: false
    }
  }
}

extension TypedExpression.Comparison {
  init?(_ binary: BinaryOperator) {
    switch binary {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}

extension TypedExpression.Constant {
  /// The order of two constants of one type; false for those without one.
  static func > (a: TypedExpression.Constant, b: TypedExpression.Constant) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): x > y
    case (.member(let x), .member(let y)): x > y
    case (.decimal(let x), .decimal(let y)): x > y
    case (.date(let x), .date(let y)): x > y
    case (.text(let x), .text(let y)): y.unicodeScalars.lexicographicallyPrecedes(x.unicodeScalars)
    default: false
    }
  }
}
