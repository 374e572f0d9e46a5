package import Source

/// Why a script is left as it is.
package enum FormatRefusal: Error, Sendable {
  /// The script has errors; everything that parsing had to say about it.
  case errors([Diagnostic])
  /// The result would not be the same script.
  case changes(Diagnostic)

  package var diagnostics: [Diagnostic] {
    switch self {
    case .errors(let diagnostics): diagnostics
    case .changes(let diagnostic): [diagnostic]
    }
  }
}
