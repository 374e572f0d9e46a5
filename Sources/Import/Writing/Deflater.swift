internal import CZlib

/// Packs bytes by deflate (RFC 1951) with zlib, at its own level 6.
///
/// Safe: the state is made here, never leaves, and is freed with its owner; zlib sees memory only
/// while it is called.
@safe final class Deflater {
  /// zlib keeps a pointer to it, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil without memory.
  init?() {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative window bits: no zlib header around the bytes.
    let result = unsafe deflateInit2_(
      stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The packed form of further bytes, as far as it is settled; all of it for the last ones.
  func pack(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var packed: [UInt8] = []
    var input = bytes
    var output = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    while true {
      let (left, room, result) = step(&input, from: start, &output, isLast: isLast)
      start = input.count - left
      packed += output[..<(output.count - room)]
      if isLast ? result == Z_STREAM_END : room > 0 { return packed }
    }
  }

  private func step(
    _ input: inout [UInt8], from start: Int, _ output: inout [UInt8], isLast: Bool
  ) -> (left: Int, room: Int, result: CInt) {
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = unsafe source.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_in = UInt32(source.count - start)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let result = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        let rest = unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return (rest.0, rest.1, result)
      }
    }
  }
}

/// CRC-32 of bytes behind others.
func checksum(_ bytes: [UInt8], after previous: UInt = 0) -> UInt {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe crc32(previous, buffer.baseAddress, UInt32(buffer.count))
  }
}
