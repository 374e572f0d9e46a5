/// Hashes bytes as they come; may be used again after `finish` or `reset`.
package struct SHA256Hasher: ~Copyable {
  private let context: DigestContext

  package init() throws(DigestFailure) {
    let context = try DigestContext()
    try context.start()
    self.context = context
  }

  package mutating func update(_ bytes: Span<UInt8>) throws(DigestFailure) {
    try context.update(bytes)
  }

  package mutating func update(_ bytes: [UInt8]) throws(DigestFailure) {
    try context.update(bytes.span)
  }

  /// The text's UTF-8, as it stands.
  package mutating func update(_ text: String) throws(DigestFailure) {
    try context.update(text.utf8.span)
  }

  /// The digest of all bytes since the last start, and a new start.
  package mutating func finish() throws(DigestFailure) -> SHA256Digest {
    let digest = try context.finish()
    try context.start()
    return digest
  }

  /// Forgets the bytes so far.
  package mutating func reset() throws(DigestFailure) { try context.start() }
}

/// SHA-256 of something at hand.
package enum SHA256 {
  package static func digest(of bytes: Span<UInt8>) throws(DigestFailure) -> SHA256Digest {
    let context = try DigestContext(hashing: bytes)
    return try context.finish()
  }

  /// Of the text's UTF-8, as `printf '%s' TEXT | sha256sum` prints it.
  package static func hex(of text: String) throws(DigestFailure) -> String {
    try digest(of: text.utf8.span).hex
  }

  package static func hex(of bytes: [UInt8]) throws(DigestFailure) -> String {
    try digest(of: bytes.span).hex
  }
}
