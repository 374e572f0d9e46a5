/// libcrypto refused: it is out of memory, or installed without SHA-256.
package struct DigestFailure: Error, Hashable, Sendable {
  package init() {}

  /// For people.
  package static let text = "libcrypto: no SHA-256"
}
