import Foundation
import StoreSQLite
import Yijian

/// A store of its own for a dry run where there is none yet, in the folder for temporary files.
struct TrialStore {
  private let folder: URL

  init() throws(FileProblem) {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "yijian-\(UUID().uuidString)", directoryHint: .isDirectory)
    try Files.makeFolder(folder.path)
  }

  func open(_ console: Console) throws(ExitStatus) -> any Store {
    try asking(console) { () throws(StoreError) in
      try SQLiteStore(path: folder.appending(path: "trial.db").path)
    }
  }

  /// To be called when nothing reads the store any more.
  func remove() { Files.remove(folder: folder.path) }
}
