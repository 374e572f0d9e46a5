import ArgumentParser
import Yijian

/// A list of drawn objects on the command line: a workbook or CSV, by its ending. A file that is there
/// already is never overwritten.
struct ListFile: ExpressibleByArgument {
  let path: String
  private let isWorkbook: Bool

  init?(argument: String) {
    let name = argument.lowercased()
    guard name.hasSuffix(".xlsx") || name.hasSuffix(".csv") else { return nil }
    path = argument
    isWorkbook = name.hasSuffix(".xlsx")
  }

  func reserve() throws(FileProblem) { try Files.reserve(path) }

  func discard() { Files.remove(path) }

  /// - Parameter sheet: what the sheet of a workbook is called.
  func write(_ list: DrawnList, sheet: String) throws(FileProblem) {
    let collector = ByteCollector()
    do throws(ReadFailure) {
      if isWorkbook {
        var writer = WorkbookWriter(sheet: sheet, collector.take)
        try list.write(to: &writer)
      } else {
        var writer = CSVWriter(collector.take)
        try list.write(to: &writer)
      }
    } catch {
      throw FileProblem(path: path, reason: error.message)
    }
    try Files.write(collector.bytes, to: path)
  }
}

/// Keeps the bytes of a file that is written at once.
private final class ByteCollector {
  private(set) var bytes: [UInt8] = []

  func take(_ part: ArraySlice<UInt8>) throws(ReadFailure) { bytes += part }
}
