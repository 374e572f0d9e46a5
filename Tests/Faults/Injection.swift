import Foundation
import Store

/// Writers whose system calls fail: each ends with a clear error, or goes on, and nothing that it told
/// is lost.
struct Injection {
  let url: String

  /// Which call fails how: what a broken or full disk answers.
  private static let failures = [
    ("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("fdatasync", "EIO"), ("pread64", "EIO"),
  ]
  private static let calls = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]

  /// Calls fail one by one, by strace.
  func run() throws {
    var failed = 0
    var count = 0
    for (call, error) in Injection.failures {
      for number in Injection.calls {
        for kind in Work.Kind.allCases {
          // The first reads are those of the program itself.
          let place = call == "pread64" ? number + 8 : number
          let strace = [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)",
            "-e", "inject=\(call):error=\(error):when=\(place)",
          ]
          if try work(kind, under: strace) { failed += 1 }
          count += 1
        }
      }
    }
    print("\(count) writers with a failing call, \(failed) of them gave up, nothing lost")
  }

  /// No file may grow beyond a size, as on a full disk.
  func runLimited() throws {
    var failed = 0
    var count = 0
    // Units of 512 bytes, or 1,024 where the shell says so.
    for limit in [8, 40, 80, 160, 400] {
      for kind in Work.Kind.allCases {
        let shell = ["sh", "-c", "ulimit -f \(limit); exec \"$0\" \"$@\""]
        if try work(kind, under: shell) { failed += 1 }
        count += 1
      }
    }
    guard failed > 0 else { throw Failure("no writer met the limit of its files") }
    print("\(count) writers with files that may not grow, \(failed) gave up, nothing lost")
  }

  /// Whether the writer gave up.
  private func work(_ kind: Work.Kind, under wrapper: [String]) throws -> Bool {
    let before = try Work(kind, try StoreFaults.open(url)).count()
    let writer = try Writer(["work", kind.rawValue, url, "6"], under: wrapper)
    let (told, isDone) = try writer.ended()
    let numbers = told.split(separator: "\n").compactMap { Int($0) }
    if !isDone, !told.contains("store-faults: ") {
      throw Failure("\(wrapper.joined(separator: " ")): ended without a word")
    }
    let store = try StoreFaults.open(url)
    try Work(kind, store).check(acknowledged: numbers.last ?? before)
    try expectSound(store)
    return !isDone
  }
}
