import Source

/// The diagnostics of one stage, bounded so that no input can fill the memory with them.
struct DiagnosticList {
  static let limit = 1000

  private(set) var diagnostics: [Diagnostic] = []

  /// Further diagnostics are dropped: they need not even be made.
  var isFull: Bool { diagnostics.count >= DiagnosticList.limit }

  mutating func add(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
  }

  /// The diagnostics of several stages in the order of their places; past the limit, one says so.
  static func merged(_ lists: [[Diagnostic]]) -> [Diagnostic] {
    let all = lists.joined().enumerated().sorted {
      let (a, b) = (start($0.element), start($1.element))
      return a != b ? a < b : $0.offset < $1.offset
    }
    let kept = all.prefix(limit).map(\.element)
    guard kept.count == limit, let last = kept.last, case .source(let span) = last.location else {
      return kept
    }
    return kept + [.tooManyMistakes(limit, at: span)]
  }

  private static func start(_ diagnostic: Diagnostic) -> Int32 {
    if case .source(let span) = diagnostic.location { span.start } else { 0 }
  }
}
