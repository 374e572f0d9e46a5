import Foundation
package import Testing

/// Expects a text to equal the content of a fixture. With `UPDATE=1` in the environment the fixture
/// is written instead.
package func expectGolden(
  _ actual: String, _ fixture: Fixture, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
    let url = URL(fileURLWithPath: fixture.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: url)
    return
  }
  guard fixture.exists else {
    Issue.record(
      "\(fixture.testDescription) is missing; UPDATE=1 writes it:\n\(actual)",
      sourceLocation: sourceLocation)
    return
  }
  let expected = try fixture.text
  if !actual.utf8.elementsEqual(expected.utf8) {
    Issue.record(
      "\(fixture.testDescription) differs; UPDATE=1 rewrites it\n\(difference(expected, actual))",
      sourceLocation: sourceLocation)
  }
}

/// The lines that differ: `-` expected, `+` actual, with their line numbers.
package func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old).sorted { a, b in a.place < b.place }
  let lines = changes.prefix(60).map { change in
    switch change {
    case .remove(let line, let text, _): "-\(line + 1): \(text)"
    case .insert(let line, let text, _): "+\(line + 1): \(text)"
    }
  }
  return lines.isEmpty ? "(only line ends differ)" : lines.joined(separator: "\n")
}

extension CollectionDifference.Change {
  /// Removals before insertions of the same line.
  fileprivate var place: (Int, Int) {
    switch self {
    case .remove(let line, _, _): (line, 0)
    case .insert(let line, _, _): (line, 1)
    }
  }
}
