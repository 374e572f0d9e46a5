import ArgumentParser
import StorePostgreSQL
import StoreSQLite
import Yijian

/// Which store to use: `memory:`, `sqlite:PATH` or `postgresql://HOST/DATABASE`. A new kind of store
/// is one more case here.
enum StoreURL: ExpressibleByArgument {
  case memory
  case sqlite(path: String)
  /// Looked at when it is opened: a complaint of the argument parser would show a password in it.
  case postgresql(address: String)

  init?(argument: String) {
    if argument == "memory:" {
      self = .memory
    } else if argument.hasPrefix("sqlite:"), argument.count > "sqlite:".count {
      self = .sqlite(path: String(argument.dropFirst("sqlite:".count)))
    } else if argument.hasPrefix("postgres") {
      self = .postgresql(address: argument)
    } else {
      return nil
    }
  }

  /// What the commands say about it.
  static let help: ArgumentHelp = "memory:, sqlite:PATH or postgresql://HOST/DATABASE"

  /// The format of what is stored, without opening it as a store, which would bring it to the newest;
  /// nil for a store that keeps nothing.
  func format() throws(StoreError) -> StoreFormat? {
    switch self {
    case .memory: nil
    case .sqlite(let path): try SQLiteStore.format(ofFile: path)
    case .postgresql(let address): try PostgreSQLStore.format(address: address)
    }
  }

  /// Whether there is a store, of whatever format.
  func isThere() throws(StoreError) -> Bool {
    switch self {
    case .memory: true
    case .sqlite(let path): Files.isThere(path)
    case .postgresql(let address): try PostgreSQLStore.isThere(address: address)
    }
  }

  /// - Parameter mustExist: a mistyped path is an error, not a new store.
  func open(mustExist: Bool) throws(StoreError) -> any Store {
    switch self {
    case .memory: MemoryStore()
    case .sqlite(let path): try SQLiteStore(path: path, mustExist: mustExist)
    case .postgresql(let address):
      try PostgreSQLStore(
        address: address, mustExist: mustExist,
        interruption: { Interrupt.wasRequested ? .cancelled : nil })
    }
  }
}
