import Digest

/// The digest of a registry's rows, independent of the store: SHA-256 over the schema's text
/// (`RegistrySchema.encoded`) and a line feed, then every row in canonical form (`CanonicalRow`) in
/// ascending order of the keys' bytes.
public struct ContentDigest: ~Copyable {
  private var hasher: SHA256Hasher

  /// The digest of a registry without rows so far.
  ///
  /// - Throws: `.unavailable` where SHA-256 is not to be had.
  public init(_ schema: RegistrySchema) throws(StoreError) {
    do { hasher = try ContentDigest.started(schema) } catch { throw .noDigest }
  }

  private static func started(_ schema: RegistrySchema) throws(DigestFailure) -> SHA256Hasher {
    var hasher = try SHA256Hasher()
    try hasher.update(schema.encoded + "\n")
    return hasher
  }

  /// Adds the bytes of one or several rows.
  public mutating func update(_ rows: Span<UInt8>) throws(StoreError) {
    do { try hasher.update(rows) } catch { throw .noDigest }
  }

  /// 64 lowercase hexadecimal digits.
  public mutating func finish() throws(StoreError) -> String {
    do { return try hasher.finish().hex } catch { throw .noDigest }
  }
}

extension StoreError {
  /// SHA-256 is not to be had.
  package static var noDigest: StoreError { .unavailable(DigestFailure.text) }
}
