package import Engine
package import Source

/// What verifying a manifest found: named checks, each with what was expected and what is there.
package struct VerificationReport: Sendable {
  package struct Check: Hashable, Sendable {
    package let name: Words
    package let holds: Bool
    /// What the manifest says and what was computed; for checks that do not hold.
    package let recorded: String
    package let computed: String

    package init(name: Words, holds: Bool, recorded: String, computed: String) {
      self.name = name
      self.holds = holds
      self.recorded = recorded
      self.computed = computed
    }
  }

  package let checks: [Check]
  package let diagnostics: [Diagnostic]
  /// Of the sources embedded in the manifest.
  package let sources: SourceMap
  package var holds: Bool { diagnostics.isEmpty && checks.allSatisfy(\.holds) }

  package init(checks: [Check], diagnostics: [Diagnostic], sources: SourceMap) {
    self.checks = checks
    self.diagnostics = diagnostics
    self.sources = sources
  }
}

/// Derives a draw again from its manifest and the registry's data file, and from nothing else.
package func verify(
  manifest: [UInt8], registry: (name: String, bytes: [UInt8]), limits: Limits = Limits()
) throws(RunFailure) -> VerificationReport {
  throw .mistakes([])
}
