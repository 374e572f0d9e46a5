import Foundation
import Yijian

/// The file for rejected rows. It is written beside its place and put there when the import has
/// succeeded, so that a failed one leaves an older file alone.
final class RejectFile {
  private let path: String
  private var temporary: String { path + ".part" }
  private var handle: FileHandle?

  init(_ path: String) { self.path = path }

  var mode: ImportMode {
    let form = path.lowercased().hasSuffix(".xlsx") ? RejectForm.workbook : .asRead
    return .rejects(
      as: form,
      sink: { bytes throws(ReadFailure) in
        do {
          if self.handle == nil {
            try Data().write(to: URL(filePath: self.temporary))
            self.handle = try FileHandle(forWritingTo: URL(filePath: self.temporary))
          }
          try self.handle?.write(contentsOf: Data(bytes))
        } catch {
          throw ReadFailure("\(self.path): \(error.localizedDescription)")
        }
      })
  }

  /// Nothing happens if no row was rejected.
  func keep() throws(FileProblem) {
    guard handle != nil else { return }
    try Files.rename(temporary, to: path)
  }

  func discard() {
    if handle != nil { Files.remove(temporary) }
  }
}
