/// Identifies one file of a workspace; `SourceMap` turns it back into the file.
public struct FileID: Hashable, Sendable, Comparable {
  /// The position of the file in its `SourceMap`, from 0.
  public let index: Int32

  /// The identifier of the file at a position of its `SourceMap`.
  public init(_ index: Int32) { self.index = index }

  public static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// A half-open range of UTF-8 byte offsets in one file. Columns are computed only when shown.
public struct Span: Hashable, Sendable {
  /// The file that the offsets belong to.
  public let file: FileID
  /// The offset of the first byte, from 0.
  public let start: Int32
  /// The offset behind the last byte; not below `start`.
  public let end: Int32

  /// The bytes from `start` up to but not including `end`.
  public init(file: FileID, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// Whether the span covers no byte: a place between two.
  public var isEmpty: Bool { start == end }

  /// The smallest span that covers both; they must lie in the same file.
  public func joined(_ other: Span) -> Span {
    Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// The empty span just behind this one: where something missing should have stood.
  public var after: Span { Span(file: file, start: end, end: end) }
}
