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
      for row in matrix.rows where classes.hasImpossiblePart(row.patterns[index]) {
        result.append(impossiblePattern(at: index < row.cells.count ? row.cells[index] : row.span))
      }
    }
    return result
  }

  private func impossiblePattern(at cell: Span) -> Diagnostic {
    let file = others.first { $0.id == cell.file } ?? file
    return Diagnostic(.impossiblePattern, at: cell, [.text(file.text(cell))])
  }
}

extension ValueClasses {
  /// Not for values that patterns do not look into, nor for an enumeration without members.
  fileprivate var canBeImpossible: Bool { if case .opaque = domain { false } else { count > 0 } }

  fileprivate func hasImpossiblePart(_ pattern: TypedPattern) -> Bool {
    if case .alternatives(let patterns) = pattern {
      return patterns.contains(where: hasImpossiblePart)
    }
    return classes(of: pattern).isEmpty
  }
}
