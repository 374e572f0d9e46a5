import ArgumentParser
import StoreSQLite
import Yijian

/// Which store to use: `memory:` or `sqlite:PATH`. A new kind of store is one more case here.
enum StoreURL: ExpressibleByArgument {
  case memory
  case sqlite(path: String)

  init?(argument: String) {
    if argument == "memory:" {
      self = .memory
    } else if argument.hasPrefix("sqlite:"), argument.count > "sqlite:".count {
      self = .sqlite(path: String(argument.dropFirst("sqlite:".count)))
    } else {
      return nil
    }
  }

  /// What the commands say about it.
  static let help: ArgumentHelp = "memory: or sqlite:PATH"

  /// The format of what is stored, without opening it as a store, which would bring it to the newest;
  /// nil for a store that keeps nothing.
  func format() throws(StoreError) -> StoreFormat? {
    switch self {
    case .memory: nil
    case .sqlite(let path): try SQLiteStore.format(ofFile: path)
    }
  }

  /// - Parameter mustExist: a mistyped path is an error, not a new store.
  func open(mustExist: Bool) throws(StoreError) -> any Store {
    switch self {
    case .memory: MemoryStore()
    case .sqlite(let path): try SQLiteStore(path: path, mustExist: mustExist)
    }
  }
}
