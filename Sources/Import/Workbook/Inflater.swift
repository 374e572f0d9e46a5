internal import CZlib

/// Unpacks deflated bytes (RFC 1951) with zlib.
///
/// Safe: the state is made here, never leaves, and is freed with its owner; zlib sees memory only
/// while it is called.
@safe final class Inflater {
  enum Step {
    case bytes([UInt8])
    case needsInput
    case end
    case damaged
  }

  /// zlib keeps a pointer to it, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var inputStart = 0
  private var isAtEnd = false
  /// The last output was full, so that more may come without further input.
  private var hasMore = false

  /// Nil without memory.
  init?() {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative window bits: no zlib header around the bytes.
    let result = unsafe inflateInit2_(
      stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// To be called when `next` needs input.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    inputStart = 0
  }

  /// At most `limit` further bytes.
  func next(_ limit: Int) -> Step {
    if isAtEnd { return .end }
    if inputStart == input.count, !hasMore { return .needsInput }
    var output = [UInt8](repeating: 0, count: limit)
    let (result, produced) = inflateSome(&output)
    hasMore = produced == limit
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isAtEnd = true
    default: return .damaged
    }
    if produced == 0 { return isAtEnd ? .end : inputStart == input.count ? .needsInput : .damaged }
    output.removeSubrange(produced...)
    return .bytes(output)
  }

  private func inflateSome(_ output: inout [UInt8]) -> (result: CInt, produced: Int) {
    let start = inputStart
    let count = input.count
    let (result, left, room) = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = unsafe source.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_in = UInt32(count - start)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let result = unsafe inflate(stream, Z_NO_FLUSH)
        let rest = unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return (result, rest.0, rest.1)
      }
    }
    inputStart = count - left
    return (result, output.count - room)
  }
}
