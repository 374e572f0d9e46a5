import Foundation
import Store
import StoreSQLite

/// A folder for one test, which goes with it.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "yijian-sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "store.sqlite") -> String { path + "/" + name }
}

/// Runs a program and gives what it printed; nil where it is not there.
func output(_ program: String, _ arguments: [String]) throws -> String? {
  guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
