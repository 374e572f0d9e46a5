import Digest

/// A source whose bytes are hashed as they pass.
final class HashedSource {
  private let source: ByteSource
  private var hasher: SHA256Hasher
  private(set) var byteCount = 0

  init(_ source: @escaping ByteSource) throws(ImportError) {
    self.source = source
    do { hasher = try SHA256Hasher() } catch { throw HashedSource.unavailable }
  }

  func next() throws(ReadFailure) -> [UInt8]? {
    guard let part = try source() else { return nil }
    byteCount += part.count
    do { try hasher.update(part) } catch { throw ReadFailure(DigestFailure.text) }
    return part
  }

  /// The digest of all bytes, 64 lowercase hexadecimal digits.
  func finish() throws(ImportError) -> String {
    do { return try hasher.finish().hex } catch { throw HashedSource.unavailable }
  }

  private static var unavailable: ImportError {
    .file(.unreadable(ReadFailure(DigestFailure.text)))
  }
}
