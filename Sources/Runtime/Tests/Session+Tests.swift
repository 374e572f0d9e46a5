package import Engine
package import Source

/// What one test of a script found.
package struct TestResult: Sendable {
  package let title: String
  package let span: Span
  /// Assertions that were evaluated.
  package let assertions: Int
  /// One for each assertion that does not hold; or what stopped the test.
  package let diagnostics: [Diagnostic]
  /// A limit stopped the test.
  package let reachedLimit: Bool

  package var hasPassed: Bool { diagnostics.isEmpty }

  package init(
    title: String, span: Span, assertions: Int, diagnostics: [Diagnostic],
    reachedLimit: Bool = false
  ) {
    self.title = title
    self.span = span
    self.assertions = assertions
    self.diagnostics = diagnostics
    self.reachedLimit = reachedLimit
  }
}

extension CheckedScript {
  /// Runs every test of the script, each on registries of its own.
  ///
  /// - Parameter files: gives the bytes of a data file named in a `给定` line, relative to the
  ///   script.
  package func runTests(
    limits: Limits = Limits(), files: (_ name: String) -> [UInt8]? = { _ in nil }
  ) -> [TestResult] { [] }
}
