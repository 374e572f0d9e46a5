import Foundation

/// The built `yijian`, run as a user runs it.
struct Tool {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output as one JSON document.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return value as? [String: Any] ?? [:]
    }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program lies beside the test bundle.
  static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "yijian")

  /// A folder of its own for every test, removed when the value goes away.
  final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(
        path: "yijian-\(ProcessInfo.processInfo.globallyUniqueString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
      try write(name, Data(text.utf8))
    }

    @discardableResult
    func write(_ name: String, _ data: Data) throws -> String {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
      return file.path
    }

    func path(_ name: String) -> String { url.appending(path: name).path }
  }

  /// Runs the tool in English unless the arguments say otherwise.
  static func run(_ arguments: [String], in folder: Folder? = nil) throws -> Outcome {
    try execute(binary.path, arguments, in: folder)
  }

  static func execute(
    _ program: String, _ arguments: [String], in folder: Folder? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? root
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    // Files instead of pipes: neither stream can block the other.
    let out = try Folder()
    let outputPath = try out.write("out", "")
    let errorPath = try out.write("err", "")
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      errors: try String(contentsOfFile: errorPath, encoding: .utf8))
  }
}
