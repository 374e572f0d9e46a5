import Semantics

/// What names mean at one place of the script.
struct Scope {
  /// Parameters, bindings and variables of a test.
  var locals: [Term] = []
  /// The loops around, the innermost last.
  var frames: [Frame] = []
  /// Values worked out once for the expression being lowered; nil outside of loops over columns.
  var region: Region?

  /// Whether the part being lowered is evaluated for every row of the loop over columns.
  var isForEveryRow = false

  /// Whether the innermost loop runs over whole columns.
  var isOpen: Bool { region != nil }

  /// The scope of a part that has to be known before the loop starts: it sees neither the loop's
  /// element nor anything that depends on it.
  func closed() -> Scope {
    guard isOpen else { return self }
    return Scope(
      locals: locals.map { $0.isConstant ? $0 : .hidden },
      frames: frames.map {
        if case .open = $0 { .hidden } else { $0 }
      })
  }

  /// The scope inside a loop over columns.
  func entering(_ columns: LoopColumns) -> Scope {
    var inner = closed()
    inner.frames.append(.open(columns))
    inner.region = Region()
    inner.isForEveryRow = true
    return inner
  }

  /// The scope inside a loop that is at one element.
  func entering(_ element: Datum) -> Scope {
    var inner = closed()
    inner.frames.append(.fixed(element))
    return inner
  }

  /// The loops that a called function runs in. It cannot name their rows, but host functions that
  /// it calls are called for them.
  var callFrames: [Frame] { isOpen ? frames.suffix(1) : [] }

  /// The scope of a part that is not evaluated for every row.
  func branching() -> Scope {
    guard isOpen else { return self }
    var inner = self
    inner.region = Region()
    inner.isForEveryRow = false
    return inner
  }
}

/// A loop around an expression.
enum Frame {
  case open(LoopColumns)
  case fixed(Datum)
  case hidden
}
