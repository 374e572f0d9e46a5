internal import CCrypto

/// A hash state of libcrypto. The algorithm is looked up once per process: that look-up is dearer
/// than hashing a key.
///
/// Safe: the pointer is made here, never leaves, and is freed with its owner. Not for two threads at
/// once: the hashers that hold one cannot be copied.
@safe final class DigestContext {
  private let pointer: OpaquePointer

  /// Null where libcrypto has no SHA-256. The object is immutable, so threads may share it.
  private nonisolated(unsafe) static let algorithm: OpaquePointer? =
    unsafe EVP_MD_fetch(nil, "SHA256", nil)

  init() throws(DigestFailure) {
    guard let pointer = unsafe EVP_MD_CTX_new() else { throw DigestFailure() }
    unsafe self.pointer = unsafe pointer
  }

  /// A context that has begun with some bytes.
  convenience init(hashing bytes: Span<UInt8>) throws(DigestFailure) {
    try self.init()
    try start()
    try update(bytes)
  }

  deinit { unsafe EVP_MD_CTX_free(pointer) }

  func start() throws(DigestFailure) {
    guard let algorithm = unsafe DigestContext.algorithm,
      unsafe EVP_DigestInit_ex2(pointer, algorithm, nil) == 1
    else { throw DigestFailure() }
  }

  /// Takes over the state of another context.
  func copy(_ other: DigestContext) throws(DigestFailure) {
    guard unsafe EVP_MD_CTX_copy_ex(pointer, other.pointer) == 1 else { throw DigestFailure() }
  }

  func update(_ bytes: Span<UInt8>) throws(DigestFailure) {
    if bytes.isEmpty { return }
    let result = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe EVP_DigestUpdate(pointer, buffer.baseAddress, buffer.count)
    }
    guard result == 1 else { throw DigestFailure() }
  }

  func finish() throws(DigestFailure) -> SHA256Digest {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var length: UInt32 = 0
    let result = unsafe withUnsafeMutableBytes(of: &words) { buffer in
      unsafe EVP_DigestFinal_ex(
        pointer, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), &length)
    }
    guard result == 1, length == 32 else { throw DigestFailure() }
    return SHA256Digest(
      words: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian))
  }
}
