extension [Diagnostic] {
  /// By file and offset; then data files by line; then what has no place. Diagnostics of the same
  /// place keep their order.
  public func sortedByPlace() -> [Diagnostic] {
    enumerated().sorted { a, b in
      a.element.location.isBefore(b.element.location)
        ?? (a.offset < b.offset)
    }.map(\.element)
  }
}

extension Location {
  /// Nil for places that rank the same.
  fileprivate func isBefore(_ other: Location) -> Bool? {
    switch (self, other) {
    case (.source(let a), .source(let b)):
      a == b ? nil : (a.file, a.start, a.end) < (b.file, b.start, b.end)
    case (.data(let file, let line, let column), .data(let file2, let line2, let column2)):
      self == other ? nil : (file, line, column) < (file2, line2, column2)
    default: rank == other.rank ? nil : rank < other.rank
    }
  }

  private var rank: Int {
    switch self {
    case .source: 0
    case .data: 1
    case .nowhere: 2
    }
  }
}
