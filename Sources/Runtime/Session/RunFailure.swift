public import Source
public import Store

/// Why a run has no result.
public enum RunFailure: Error, Hashable, Sendable {
  /// Mistakes in the script or its data: never empty.
  case mistakes([Diagnostic])
  /// A limit of the run was reached.
  case limit(Diagnostic)
  /// The store did not answer; the diagnostic says so to people.
  case store(StoreError, Diagnostic)

  public var diagnostics: [Diagnostic] {
    switch self {
    case .mistakes(let diagnostics): diagnostics
    case .limit(let diagnostic), .store(_, let diagnostic): [diagnostic]
    }
  }
}
