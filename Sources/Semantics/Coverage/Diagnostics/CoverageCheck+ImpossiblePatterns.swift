import Quantities
import Source

extension CoverageCheck {
  /// Patterns that no value satisfies, and alternatives that add nothing because none does.
  func impossiblePatterns() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (index, column) in matrix.columns.enumerated() {
      let classes = ValueClasses(
        column.type, patterns: matrix.rows.map { $0.patterns[index] },
        enumerations: matrix.enumerations)
      guard let classes, classes.canBeImpossible else { continue }
      let text = ColumnText(
        column, classes: classes, enumerations: matrix.enumerations, language: language)
      for row in matrix.rows {
        guard let pattern = classes.impossiblePart(of: row.patterns[index]) else { continue }
        let cell = index < row.cells.count ? row.cells[index] : row.span
        result.append(impossiblePattern(pattern, in: row.patterns[index], at: cell, text))
      }
    }
    return result
  }

  private func impossiblePattern(
    _ pattern: TypedPattern, in whole: TypedPattern, at cell: Span, _ column: ColumnText
  ) -> Diagnostic {
    let written = file.text(cell)
    guard case .range(let low, let high) = pattern, let low = column.text(of: low),
      let high = column.text(of: high)
    else { return Diagnostic(.impossiblePattern, at: cell, [.text(written)]) }
    var fixIts: [FixIt] = []
    if case .range = whole {
      fixIts = [FixIt(Message(.swapEnds), [FixIt.Edit(cell, high + ".." + low)])]
    }
    return Diagnostic(
      .impossiblePattern, at: cell, [.text(written)],
      label: Message(.lowAboveHigh, [.text(low), .text(high)]), fixIts: fixIts)
  }
}

extension ValueClasses {
  /// Not for values that patterns do not look into, nor for an enumeration without members.
  fileprivate var canBeImpossible: Bool { if case .opaque = domain { false } else { count > 0 } }

  /// The innermost part of a pattern that takes nothing, if there is one.
  fileprivate func impossiblePart(of pattern: TypedPattern) -> TypedPattern? {
    if case .alternatives(let patterns) = pattern {
      for pattern in patterns {
        if let part = impossiblePart(of: pattern) { return part }
      }
    }
    return classes(of: pattern).isEmpty ? pattern : nil
  }
}

extension ColumnText {
  /// A value as it is written in a pattern.
  fileprivate func text(of value: TypedExpression.Constant) -> String? {
    switch value {
    case .integer(let value): integer(value)
    case .date(let date): date.description
    case .decimal(let value): decimal(value)
    case .member(let index): member(index)
    case .bool, .text, .none: nil
    }
  }
}
