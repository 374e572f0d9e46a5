import Runtime
import Source
import Testing

/// The examples of the mistakes that only a run finds, executed: checked, shown and tested. The
/// wrong one has exactly that mistake, the right one none.
@Suite struct ExampleTests {
  static let numbers = DiagnosticCode.all.map(\.number).filter {
    ["YJ06", "YJ07", "YJ08"].contains($0.prefix(4))
  }

  @Test(arguments: numbers)
  func example(_ number: String) throws {
    let code = try #require(DiagnosticCode.numbered(number))
    guard case .script(let wrong, let right) = code.example else { return }
    #expect(mistakes(wrong) == [number])
    #expect(mistakes(right) == [])
  }

  private func mistakes(_ text: String) -> [String] {
    let bench = Bench(text)
    var found = bench.script.diagnostics
    if !bench.script.hasErrors {
      do {
        _ = try bench.session.shows()
      } catch {
        // Data is not part of an example.
        found += error.diagnostics.filter { $0.code != .registryNotImported }
      }
      found += bench.script.runTests().flatMap(\.diagnostics)
    }
    return found.map(\.code.number)
  }
}
