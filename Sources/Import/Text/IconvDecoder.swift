#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns GB 18030 into UTF-8, with the conversion of the C library.
///
/// A byte that begins no character becomes the byte FF, which UTF-8 does not have, so that whoever
/// reads the text finds it at its line; `fault(at:)` tells where it stood.
///
/// Safe: the descriptor is made here, never leaves, and is closed with its owner.
@safe final class IconvDecoder {
  /// Where a byte begins no character: in the text, and in the file.
  private struct Fault {
    let output: Int
    let input: Int
  }

  private let descriptor: iconv_t
  /// The first bytes of a character whose others have not come yet.
  private var rest: [UInt8] = []
  private var consumed = 0
  private var produced = 0
  /// Ascending; those long gone are dropped.
  private var faults: [Fault] = []

  /// Faults that are remembered; of a file with more of them than this at one place the places are
  /// those of earlier ones.
  private static let mostFaults = 1 << 20
  /// Bytes of text in which a fault may still be asked for: a record and what is read ahead.
  private static let window = 80 << 20

  /// Nil where the system does not know the encoding.
  init?() {
    let descriptor = unsafe iconv_open("UTF-8", "GB18030")
    guard Int(bitPattern: descriptor) != -1, let known = unsafe descriptor else {
      return nil
    }
    unsafe self.descriptor = known
  }

  deinit { _ = unsafe iconv_close(descriptor) }

  /// The text of the next bytes. A character may be cut in two, unless no bytes follow.
  func decode(_ part: [UInt8], isLast: Bool) -> [UInt8] {
    var input = rest + part
    rest = []
    // Two bytes become three at most.
    var output = [UInt8](repeating: 0, count: input.count / 2 * 3 + 16)
    var read = 0
    var written = 0
    faults.removeAll { $0.output < produced - Self.window }
    while read < input.count {
      let error = convert(&input, &read, &output, &written)
      switch error {
      case 0: break
      case E2BIG: output += [UInt8](repeating: 0, count: input.count + 16)
      case EINVAL where !isLast:
        rest = Array(input[read...])
        consumed += read
        produced += written
        return Array(output[..<written])
      default:
        if faults.count < Self.mostFaults {
          faults.append(Fault(output: produced + written, input: consumed + read))
        }
        if written == output.count { output += [UInt8](repeating: 0, count: input.count + 16) }
        output[written] = 0xFF
        written += 1
        read += 1
      }
    }
    consumed += read
    produced += written
    output.removeSubrange(written...)
    return output
  }

  /// The byte of the file behind the first fault at or after a byte of the text.
  func fault(at offset: Int) -> Int? {
    var (low, high) = (0, faults.count)
    while low < high {
      let middle = (low + high) / 2
      if faults[middle].output < offset { low = middle + 1 } else { high = middle }
    }
    return low < faults.count ? faults[low].input : nil
  }

  /// Converts until the end, a fault or a full output. Gives the error, 0 for none.
  private func convert(
    _ input: inout [UInt8], _ read: inout Int, _ output: inout [UInt8], _ written: inout Int
  ) -> CInt {
    unsafe input.withUnsafeMutableBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        guard let sourceStart = source.baseAddress, let targetStart = target.baseAddress else {
          return 0
        }
        var from: UnsafeMutablePointer<CChar>? = unsafe (sourceStart + read)
          .assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = unsafe (targetStart + written)
          .assumingMemoryBound(to: CChar.self)
        var left = source.count - read
        var room = target.count - written
        let result = unsafe iconv(descriptor, &from, &left, &to, &room)
        let error = Int(truncatingIfNeeded: result) == -1 ? errno : 0
        read = source.count - left
        written = target.count - room
        return error
      }
    }
  }
}
