/// Hands out the bytes of a file part by part, in parts of any size; nil at the end.
package typealias ByteSource = () throws(ReadFailure) -> [UInt8]?

/// Bytes could not be read or written; the text is the system's own.
package struct ReadFailure: Error, Hashable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }
}

/// A source of bytes that are already in memory.
package func byteSource(_ bytes: [UInt8]) -> ByteSource {
  var rest: [UInt8]? = bytes
  return { () throws(ReadFailure) in
    defer { rest = nil }
    return rest
  }
}
