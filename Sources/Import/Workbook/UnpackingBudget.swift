/// How much the parts of an archive may unpack to together, so that many names of the same bytes, or
/// many cells of the same text, cost no more than a large workbook does.
final class UnpackingBudget {
  private var unpacked = 0
  private var shared = 0
  private let mostUnpacked: Int
  private let mostShared: Int

  /// Bytes that any archive may have.
  static let free = 64 << 20
  /// Sheets take about a twentieth of what they unpack to, while zip bombs approach a thousandth.
  static let ratio = 250
  /// A cell that shares a text takes a few bytes, the text may have thousands.
  private static let sharedRatio = 2_000

  /// - Parameter size: the bytes of the archive.
  init(size: Int) {
    mostUnpacked = Self.bound(size, Self.ratio)
    mostShared = Self.bound(size, Self.sharedRatio)
  }

  /// Counts unpacked bytes.
  func unpack(_ count: Int, of part: String) throws(FileFailure) {
    unpacked += count
    if unpacked > mostUnpacked { throw .workbook(.tooLarge(part: part)) }
  }

  /// Counts bytes of shared texts that cells have.
  func share(_ count: Int, in part: String) throws(FileFailure) {
    shared += count
    if shared > mostShared { throw .workbook(.tooLarge(part: part)) }
  }

  private static func bound(_ size: Int, _ ratio: Int) -> Int {
    let (product, overflow) = size.multipliedReportingOverflow(by: ratio)
    return overflow ? .max : max(product, product &+ free)
  }
}
