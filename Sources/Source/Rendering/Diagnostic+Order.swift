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
    default:
      if let place = dataPlace, let otherPlace = other.dataPlace {
        place == otherPlace ? nil : place < otherPlace
      } else {
        rank == other.rank ? nil : rank < other.rank
      }
    }
  }

  private var dataPlace: (file: String, line: Int, column: Int)? {
    switch self {
    case .data(let file, let line, let column), .cell(let file, _, let line, let column):
      (file, line, column)
    case .source, .nowhere: nil
    }
  }

  private var rank: Int {
    switch self {
    case .source: 0
    case .data, .cell: 1
    case .nowhere: 2
    }
  }
}
