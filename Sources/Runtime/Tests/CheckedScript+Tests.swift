public import Engine
import Semantics
public import Source

/// What one test of a script found.
public struct TestResult: Sendable {
  public let title: String
  public let span: Span
  /// Assertions that were evaluated.
  public let assertions: Int
  /// One for each assertion that does not hold; or what stopped the test.
  public let diagnostics: [Diagnostic]
  /// A limit stopped the test.
  public let reachedLimit: Bool

  public var hasPassed: Bool { diagnostics.isEmpty }

  public init(
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
  /// Runs every test of the script, each on registries of its own: those given in the test, the
  /// others are empty.
  ///
  /// - Parameters:
  ///   - limits: makes the limits of one test; called before each, so that a clock starts anew.
  ///   - files: gives the bytes of a data file named in a `给定` line, relative to the script.
  public func runTests(
    limits: () -> Limits = { Limits() },
    files: @escaping (_ name: String) -> [UInt8]? = { _ in nil }
  ) -> [TestResult] {
    if hasErrors { return [] }
    return program.tests.map { test in
      var run = TestRun(self, limits(), files)
      do throws(Stop) {
        try run.perform(test)
      } catch {
        let failure = RunFailure(error)
        run.diagnostics += failure.diagnostics
        if case .limit = failure { run.reachedLimit = true }
      }
      return TestResult(
        title: test.title, span: test.span, assertions: run.assertions,
        diagnostics: run.diagnostics, reachedLimit: run.reachedLimit)
    }
  }
}
