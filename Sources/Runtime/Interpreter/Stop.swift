import Engine
import Source
import Store

/// Why evaluation stops. Indirect, so that it costs the recursive functions little stack.
indirect enum Stop: Error {
  /// The script asks for a value that does not exist for this data.
  case fault(Diagnostic)
  /// Several faults at once: of the quantities of a plan.
  case mistakes([Diagnostic])
  case limit(LimitExceeded)
  case store(StoreError)
  /// Not a failure: the expression cannot be evaluated for whole columns, only row by row.
  case needsRows
}

extension Stop {
  init(_ error: StoreError) {
    if case .limit(let limit) = error { self = .limit(limit) } else { self = .store(error) }
  }

  /// Whether the script asks for what this data does not have, rather than the run being stopped.
  var isFault: Bool {
    switch self {
    case .fault, .mistakes: true
    case .limit, .store, .needsRows: false
    }
  }

  var needsRows: Bool { if case .needsRows = self { true } else { false } }

  /// What the checker rules out. Told as a diagnostic, so that a mistake of ours ends one run only.
  static func impossible(_ what: String) -> Stop { .fault(Runtime.impossible(what)) }
}
