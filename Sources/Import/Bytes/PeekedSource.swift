/// A source whose first bytes can be looked at before they are read.
final class PeekedSource {
  private let source: ByteSource
  private var ahead: [UInt8] = []

  init(_ source: @escaping ByteSource) { self.source = source }

  /// The first bytes, fewer only where the file has fewer; to be called before `next`.
  func peek(_ count: Int) throws(ReadFailure) -> ArraySlice<UInt8> {
    while ahead.count < count, let part = try source() { ahead += part }
    return ahead.prefix(count)
  }

  func next() throws(ReadFailure) -> [UInt8]? {
    if ahead.isEmpty { return try source() }
    defer { ahead = [] }
    return ahead
  }
}
