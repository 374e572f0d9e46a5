/// Hands out the bytes of a file part by part, in parts of any size; nil at the end.
public typealias ByteSource = () throws(ReadFailure) -> [UInt8]?

/// Bytes could not be read or written; the text is the system's own.
public struct ReadFailure: Error, Hashable, Sendable {
  /// The system's own text, for people.
  public let message: String

  /// A failure with the system's own text.
  public init(_ message: String) { self.message = message }
}

/// A source of bytes that are already in memory.
public func byteSource(_ bytes: [UInt8]) -> ByteSource {
  var rest: [UInt8]? = bytes
  return { () throws(ReadFailure) in
    defer { rest = nil }
    return rest
  }
}
