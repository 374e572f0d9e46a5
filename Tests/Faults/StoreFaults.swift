import Engine
import Foundation
import Store

/// Hurts writers of a store in the middle of their work, and looks whether anything is lost.
///
///     store-faults campaign URL [KILLS [TOOL]]   kills writers, and checks the store after each kill
///     store-faults together URL                  several writers at once, none of them killed
///     store-faults waiting URL [TOOL]            a writer that stops in mid-transaction, and others
///     store-faults limited URL                   writers whose files may not grow
///     store-faults injected URL [TOOL]           writers whose system calls fail, by strace
///     store-faults full URL FOLDER [ROUNDS]      a disk that fills up: the store's, with this folder
///     store-faults sorting URL FOLDER TOOL       no room in this folder for temporary files
///     store-faults dropped URL [BLOWS [TOOL]]    connections that the server ends
///     store-faults server URL [BLOWS [TOOL]]     a server that is killed or starts again
///     store-faults work KIND URL [ROUNDS]        writes until it is killed, and says what is done
///     store-faults check URL                     looks at a store that writers left behind
///
/// TOOL is `yijian`, whose imports and draws are hurt too. The server is the one of `scripts/postgres`.
@main
enum StoreFaults {
  static func main() {
    // A file that may not grow is an error of the write, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      say("store-faults: \(error)")
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count >= 2 else { throw Failure("usage: see Tests/Faults/StoreFaults.swift") }
    if arguments[0] == "work" {
      guard arguments.count > 2, let kind = Work.Kind(rawValue: arguments[1]) else {
        throw Failure("no such work")
      }
      let rounds = arguments.count > 3 ? Int(arguments[3]) : nil
      let store = try Target(arguments[2]).open()
      do { try Work(kind, store).run(rounds: rounds ?? .max) } catch {
        say("store-faults: \(error)")
        // A store that is not even closed.
        _exit(1)
      }
      return
    }
    let target = try Target(arguments[1])
    func number(_ index: Int, _ usual: Int) -> Int {
      arguments.count > index ? Int(arguments[index]) ?? usual : usual
    }
    func tool(_ index: Int) throws -> ToolRuns? {
      arguments.count > index ? try ToolRuns(target, arguments[index]) : nil
    }
    switch arguments[0] {
    case "campaign":
      let kills = number(2, 20)
      try Campaign(target).kill(kills)
      try tool(3)?.hurt(kills, by: [.kill])
    case "together": try Campaign(target).runTogether()
    case "waiting": try Waiting(target, try tool(2)).run()
    case "limited": try Injection(target).runLimited()
    case "injected": try Injection(target).run(try tool(2))
    case "full":
      guard arguments.count > 2 else { throw Failure("which folder fills up?") }
      try FullDisk(target, folder: arguments[2]).run(rounds: number(3, 30))
    case "sorting":
      guard let tool = try tool(3) else { throw Failure("which folder, and which tool?") }
      try tool.importWithoutRoom(arguments[2])
    case "dropped", "server":
      let blows: [Blow] = arguments[0] == "dropped" ? [.drop] : [.crash, .restart]
      try Campaign(target).hurt(number(2, 20), by: blows)
      try tool(3)?.hurt(number(2, 20), by: blows)
    case "check":
      for kind in Work.Kind.allCases { try Work(kind, try target.open()).check(nil) }
      try target.expectSound()
      say("sound")
    default: throw Failure("no such trial: \(arguments[0])")
    }
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Prints a line at once, so that whoever waits sees how far it is.
func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
