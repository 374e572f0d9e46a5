import Semantics
import Source
import Testing

/// The examples of the catalogue: what is shown as wrong has that mistake and no other, what is
/// shown as right has none.
@Suite struct CatalogueExamplesTests {
  /// The areas whose mistakes only a run finds; their examples are executed by its tests.
  static let foundAtRunTime = ["YJ07", "YJ08"]

  static let codes = DiagnosticCode.all.filter { code in
    guard case .script = code.example else { return false }
    return !foundAtRunTime.contains(String(code.number.prefix(4)))
  }

  @Test(arguments: codes.map(\.number))
  func example(_ number: String) throws {
    let code = try #require(DiagnosticCode.numbered(number))
    guard case .script(let wrong, let right) = code.example else { return }
    let mistaken = try CheckedScript(name: "wrong.yj", text: wrong)
    let found = mistaken.diagnostics.map(\.code.number)
    #expect(found == [number], "\(mistaken.rendered)")
    let corrected = try CheckedScript(name: "right.yj", text: right)
    #expect(corrected.diagnostics.isEmpty, "\(corrected.rendered)")
  }
}
