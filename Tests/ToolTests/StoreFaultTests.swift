import Foundation
import Testing

/// The short form of `scripts/faults`: writers of a SQLite file that are killed, that write at once,
/// and whose files may not grow.
@Suite struct StoreFaultTests {
  private static let faults = Tool.binary.deletingLastPathComponent()
    .appending(path: "store-faults").path

  @Test(arguments: [["campaign", "24", Tool.binary.path], ["together"], ["limited"]])
  func nothingIsLost(arguments: [String]) throws {
    let folder = try Tool.Folder()
    let url = "sqlite:" + folder.path("store.db")
    let outcome = try Tool.execute(
      Self.faults, [arguments[0], url] + arguments.dropFirst())
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("nothing lost"))
  }
}
