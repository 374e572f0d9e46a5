import ArgumentParser
import Foundation
import Yijian

/// A file that a registry is written into: a workbook, CSV or JSON Lines, by its ending. A file that
/// is there already is never overwritten; the file is there whole or not at all.
final class ExportFile: ExpressibleByArgument {
  let path: String
  private let ending: String
  private var handle: FileHandle?
  private var pending: [UInt8] = []
  private var temporary: String { path + ".part" }

  private static let endings = [".xlsx", ".csv", ".jsonl"]
  private static let partSize = 1 << 18

  init?(argument: String) {
    let name = argument.lowercased()
    guard let ending = Self.endings.first(where: { name.hasSuffix($0) }) else { return nil }
    path = argument
    self.ending = ending
  }

  /// Makes the file's place.
  func reserve() throws(FileProblem) {
    try Files.reserve(path)
    do {
      try Files.reserve(temporary)
    } catch {
      Files.remove(path)
      throw error
    }
    handle = FileHandle(forWritingAtPath: temporary)
  }

  /// - Parameter sheet: what the sheet of a workbook is called.
  func writer(sheet: String) -> any TableWriter {
    switch ending {
    case ".xlsx": WorkbookWriter(sheet: sheet, take)
    case ".csv": CSVWriter(take)
    default: JSONLinesWriter(take)
    }
  }

  private func take(_ part: ArraySlice<UInt8>) throws(ReadFailure) {
    pending += part
    if pending.count >= Self.partSize { try flush() }
  }

  private func flush() throws(ReadFailure) {
    do {
      try handle?.write(contentsOf: Data(pending))
    } catch { throw ReadFailure(error.localizedDescription) }
    pending.removeAll(keepingCapacity: true)
  }

  func keep() throws(FileProblem) {
    do throws(ReadFailure) { try flush() } catch {
      throw FileProblem(path: path, reason: error.message)
    }
    try Files.rename(temporary, to: path)
  }

  func discard() {
    Files.remove(temporary)
    Files.remove(path)
  }
}
