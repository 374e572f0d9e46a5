import Foundation
import Testing

/// The house of docs/architecture.md: a room imports only rooms on lower lines, the two halves meet
/// only in `Runtime`, and Package.swift says the same as the imports.
@Suite struct LayeringTests {
  enum Half { case language, data, both }

  /// Each room's line and half.
  static let rooms: [String: (line: Int, half: Half)] = [
    "Source": (0, .language), "Syntax": (1, .language), "StandardLibrary": (0, .language),
    "Formatter": (2, .language), "Semantics": (2, .language),
    "Quantities": (0, .both), "CCrypto": (0, .data), "CZlib": (0, .data),
    "Digest": (1, .data), "Engine": (1, .data),
    "Sampling": (2, .data), "Store": (2, .data), "StoreConformance": (3, .data),
    "Import": (3, .data), "StoreSQLite": (3, .data), "StorePostgreSQL": (3, .data),
    "Runtime": (4, .both), "Yijian": (5, .both), "yijian": (6, .both),
  ]

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folders = [
    "StandardLibrary": "stdlib", "yijian": "Sources/yijian-tool",
  ]

  static func swiftFiles(of room: String) -> [URL] {
    let folder = root.appending(path: folders[room] ?? "Sources/\(room)")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The rooms a source file imports.
  static func imports(in text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword <= 2, keyword + 1 < words.count
      else { continue }
      let modifiers = words[..<keyword]
      guard
        modifiers.allSatisfy({
          $0.hasPrefix("@") || ["public", "package", "internal"].contains($0)
        })
      else { continue }
      let name = String(words[keyword + 1])
      if rooms[name] != nil { found.insert(name) }
    }
    return found
  }

  static func allows(_ user: String, _ used: String) -> Bool {
    guard let a = rooms[user], let b = rooms[used] else { return false }
    let halvesFit = a.half == .both || b.half == .both || a.half == b.half
    return b.line < a.line && halvesFit
  }

  @Test(arguments: rooms.keys.sorted())
  func importsPointDown(room: String) throws {
    for file in Self.swiftFiles(of: room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for used in Self.imports(in: text).sorted() where used != room {
        #expect(
          Self.allows(room, used), "\(room) must not import \(used) (\(file.lastPathComponent))")
      }
    }
  }

  @Test func everyFolderOfSourcesIsARoom() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    for folder in folders where folder != "yijian-tool" {
      #expect(Self.rooms[folder] != nil, "Sources/\(folder) has no place in the house")
    }
  }

  @Test func manifestPointsDown() throws {
    let manifest = try String(
      contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    // room("X", ["A", "B"]); what other targets import is seen in their files.
    let call = #/room\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/#
    var seen = 0
    for match in manifest.matches(of: call) {
      let room = String(match.output.1)
      seen += 1
      for name in (match.output.2 ?? "").matches(of: #/"(\w+)"/#) {
        let used = String(name.output.1)
        guard Self.rooms[used] != nil else { continue }
        #expect(Self.allows(room, used), "Package.swift: \(room) must not depend on \(used)")
      }
    }
    #expect(seen >= 12, "the pattern no longer finds the rooms in Package.swift")
  }

  @Test func theRuleCanFail() {
    #expect(!Self.allows("Semantics", "Engine"))
    #expect(!Self.allows("Engine", "Store"))
    #expect(!Self.allows("Store", "Source"))
    #expect(Self.allows("Runtime", "Engine"))
    #expect(Self.imports(in: "package import Source\nimport Foundation\n") == ["Source"])
  }

  /// Foundation stays out of the core, so that it stays small, quick to start and portable.
  @Test(arguments: [
    "Source", "Syntax", "Semantics", "Formatter", "Quantities", "Digest", "Engine", "Sampling",
    "Store", "Import", "Runtime",
  ])
  func noFoundation(room: String) throws {
    for file in Self.swiftFiles(of: room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(
        !text.contains("import Foundation"), "\(room)/\(file.lastPathComponent) uses Foundation")
    }
  }
}
