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

  /// - Parameter mustExist: a mistyped path is an error, not a new store.
  func open(mustExist: Bool) throws(StoreError) -> any Store {
    switch self {
    case .memory: MemoryStore()
    case .sqlite(let path): try SQLiteStore(path: path, mustExist: mustExist)
    }
  }
}
