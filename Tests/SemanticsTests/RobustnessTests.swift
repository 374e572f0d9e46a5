import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// Whatever stands in a file, checking ends, and a program without errors is fully typed.
@Suite struct RobustnessTests {
  static let fixtures =
    Fixtures.files(in: "Tests/Fixtures/check", extension: "yj")
    + Fixtures.files(in: "examples", extension: "yj")

  /// A token left out, and the file cut off before it.
  @Test(arguments: fixtures)
  func damagedFiles(_ fixture: Fixture) throws {
    let modules = try CheckedScript.modules()
    let bytes = try fixture.bytes
    let whole = parse(SourceFile(id: FileID(99), name: "x.yj", bytes: bytes))
    // Some of the places, others for each file: all of them take minutes.
    for index in whole.tokens.indices where index % 17 == bytes.count % 17 {
      let token = whole.tokens[index]
      let (start, end) = (Int(token.start), Int(token.end))
      try expectTyped(Array(bytes[..<start]), modules)
      try expectTyped(Array(bytes[..<start] + bytes[end...]), modules)
    }
  }

  /// If nothing is wrong, nothing is unknown.
  private func expectTyped(
    _ bytes: [UInt8], _ modules: [(path: String, tree: SyntaxTree)]
  ) throws {
    let tree = parse(SourceFile(id: FileID(99), name: "x.yj", bytes: bytes))
    let result = check(modules, main: tree)
    guard !result.hasErrors, !tree.diagnostics.contains(where: { $0.severity == .error }) else {
      return
    }
    let unknown = result.program.allExpressions.filter(\.hasUnknown)
    #expect(unknown.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
  }

  /// Chains of declarations are followed without recursion.
  @Test func longChains() throws {
    let count = 5_000
    var text = "设 c\(count) = 1\n"
    for index in 0..<count { text += "设 c\(index) = c\(index + 1)\n" }
    text += "函数 f\(count)() -> 整数 = 1\n"
    for index in 0..<count { text += "函数 f\(index)() -> 整数 = f\(index + 1)()\n" }
    text += "显示 c0 + f0()\n"
    let script = try CheckedScript(name: "chain.yj", text: text)
    #expect(script.diagnostics.isEmpty)
    let closed = text.replacing("设 c\(count) = 1\n", with: "设 c\(count) = c0\n")
    let looped = try CheckedScript(name: "loop.yj", text: closed)
    #expect(looped.diagnostics.map(\.code.number) == ["YJ0214"])
  }
}

extension Program {
  /// Every expression that would be evaluated.
  fileprivate var allExpressions: [TypedExpression] {
    var roots = constants.map(\.value) + shows
    roots += functions.flatMap { $0.bindings + [$0.body] }
    roots += tables.flatMap { $0.rows.map(\.result) }
    roots += tests.flatMap(\.expressions)
    for plan in plans {
      roots += plan.rowExpressions.map(\.expression) + plan.openExpressions
    }
    return roots
  }
}

extension TypedExpression {
  /// Whether the type of some part is not known.
  fileprivate var hasUnknown: Bool {
    var rest = [self]
    while let next = rest.popLast() {
      if next.type.hasUnknown { return true }
      rest += next.children
    }
    return false
  }
}
