/// An event as stored.
public struct StoredEvent: Hashable, Sendable {
  /// The stream that the event belongs to.
  public let stream: String
  /// 1 for the first event of the stream, then counting.
  public let version: Int
  /// What the event records; the store gives it no meaning.
  public let kind: String
  /// The event's content; the store gives it no meaning.
  public let payload: [UInt8]

  /// For stores, which answer with it.
  public init(stream: String, version: Int, kind: String, payload: [UInt8]) {
    self.stream = stream
    self.version = version
    self.kind = kind
    self.payload = payload
  }
}
