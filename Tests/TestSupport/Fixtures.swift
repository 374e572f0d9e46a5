import Foundation
import Testing

/// A file under `Tests/Fixtures`, or elsewhere in the repository, by its path from there.
package struct Fixture: Sendable, Hashable, CustomTestStringConvertible {
  package let path: String

  package init(path: String) { self.path = path }

  /// The file name without its extension.
  package var name: String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  package var bytes: [UInt8] {
    get throws { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) }
  }

  package var text: String { get throws { try String(decoding: bytes, as: UTF8.self) } }

  /// The file of the same name with another extension.
  package func beside(_ extension: String) -> Fixture {
    Fixture(path: (path as NSString).deletingPathExtension + "." + `extension`)
  }

  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  package var testDescription: String {
    path.hasPrefix(Fixtures.repository)
      ? String(path.dropFirst(Fixtures.repository.count + 1)) : path
  }
}

/// Where test data lies.
package enum Fixtures {
  /// The root of the repository.
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A file by its path from `Tests/Fixtures`.
  package static func file(_ path: String) -> Fixture {
    Fixture(path: repository + "/Tests/Fixtures/" + path)
  }

  /// The files with an extension below a folder of the repository, sorted by path. Empty where
  /// there is no such folder, so tests that need some must say so.
  package static func files(in folder: String, extension: String) -> [Fixture] {
    let base = repository + "/" + folder
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
    return paths.filter { $0.hasSuffix("." + `extension`) }.sorted()
      .map { Fixture(path: base + "/" + $0) }
  }

  /// Data that is shared between checkouts and too large for the repository, from
  /// `YIJIAN_SHARED` or beside the checkout. Nil, after saying so, where it is absent.
  package static func shared(_ path: String) -> Fixture? {
    let base = ProcessInfo.processInfo.environment["YIJIAN_SHARED"] ?? repository + "/../shared"
    let fixture = Fixture(path: base + "/" + path)
    if !fixture.exists { print("skipped: \(path) is not there (set YIJIAN_SHARED)") }
    return fixture.exists ? fixture : nil
  }
}
