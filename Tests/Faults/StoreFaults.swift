import Engine
import Foundation
import Store
import StoreSQLite

/// Kills writers of a store in the middle of their work, and looks whether anything is lost.
///
///     store-faults campaign URL [KILLS [TOOL]]   kills writers, and checks the store after each kill
///     store-faults together URL                  several writers at once, none of them killed
///     store-faults limited URL                   writers whose files may not grow
///     store-faults injected URL                  writers whose system calls fail, by strace
///     store-faults work KIND URL [ROUNDS]        writes until it is killed, and says what is done
///     store-faults check URL                     looks at a store that writers left behind
@main
enum StoreFaults {
  static func main() {
    // A file that may not grow is an error of the write, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      switch (arguments.first, arguments.count) {
      case ("work", 3...):
        guard let kind = Work.Kind(rawValue: arguments[1]) else { throw Failure("no such work") }
        let rounds = arguments.count > 3 ? Int(arguments[3]) : nil
        try Work(kind, try open(arguments[2])).run(rounds: rounds ?? .max)
      case ("campaign", 2...):
        let kills = arguments.count > 2 ? Int(arguments[2]) ?? 20 : 20
        let tool = arguments.count > 3 ? arguments[3] : nil
        try Campaign(url: arguments[1], kills: kills, tool: tool).run()
      case ("together", 2): try Campaign(url: arguments[1], kills: 0, tool: nil).runTogether()
      case ("limited", 2): try Injection(url: arguments[1]).runLimited()
      case ("injected", 2): try Injection(url: arguments[1]).run()
      case ("check", 2):
        let store = try open(arguments[1])
        for kind in Work.Kind.allCases { try Work(kind, store).check(acknowledged: nil) }
        try expectSound(store)
        print("sound")
      default:
        throw Failure(
          "usage: store-faults campaign URL [KILLS [TOOL]] | together URL | limited URL | "
            + "injected URL | check URL")
      }
    } catch {
      print("store-faults: \(error)")
      exit(1)
    }
  }

  /// A new kind of store is one more case here.
  static func open(_ url: String) throws -> any Store {
    guard url.hasPrefix("sqlite:") else { throw Failure("\(url): no store that lasts") }
    return try SQLiteStore(path: String(url.dropFirst("sqlite:".count)))
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

func expectSound(_ store: any Store) throws {
  let faults = try store.verify(Meter())
  if !faults.isEmpty { throw Failure("the store has faults: \(faults)") }
}
