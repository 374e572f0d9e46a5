import Engine
import Source
import Store

/// Why evaluation stops. Indirect, so that it costs the recursive functions little stack.
indirect enum Stop: Error {
  /// The script asks for a value that does not exist for this data.
  case fault(Diagnostic)
  /// Mistakes that were found before the first value.
  case mistakes([Diagnostic])
  case limit(LimitExceeded)
  case store(StoreError)
  /// Not a failure: the expression cannot be evaluated for whole columns, only row by row.
  case needsRows
}

extension Stop {
  /// What the checker rules out. Told as a diagnostic, so that a mistake of ours ends one run only.
  static func impossible(_ what: String) -> Stop { .fault(Runtime.impossible(what)) }
}
