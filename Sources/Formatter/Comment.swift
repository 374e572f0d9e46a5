import Source
import Syntax

/// A comment with its slashes, without the white space that ends its line.
struct Comment: Hashable, Sendable {
  let text: String
  /// Whether it follows a token on its line, rather than having a line of its own.
  let isTrailing: Bool
  /// Whether an empty line stands before it.
  let followsBlankLine: Bool
}

/// What stands before a token: comments, and whether an empty line comes last.
struct Trivia {
  private(set) var comments: [Comment] = []
  private(set) var endsWithBlankLine = false

  init() {}

  /// What stands before a piece whose predecessor had comments between its words: they come first,
  /// and only the very first can stay on the line.
  func behind(_ inner: [Comment]) -> Trivia {
    var result = self
    result.comments = (inner + comments).enumerated().map { index, comment in
      Comment(
        text: comment.text, isTrailing: comment.isTrailing && index == 0,
        followsBlankLine: comment.followsBlankLine)
    }
    return result
  }

  /// White space and comments before a token. In trivia, the first slash of a line starts a comment.
  init(before token: Token, isFirst: Bool, in file: SourceFile) {
    var rest = file.bytes[Int(token.triviaStart)..<Int(token.start)]
    // The end of the line on which the last token stands is no blank line.
    var lineEnds = isFirst ? 1 : 0
    var isFirstLine = !isFirst
    while !rest.isEmpty {
      let lineEnd = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = rest[..<lineEnd]
      if let start = Self.commentStart(in: line) {
        comments.append(
          Comment(
            text: Self.withoutTrailingSpace(line[start...]), isTrailing: isFirstLine,
            followsBlankLine: lineEnds > 1))
        lineEnds = 0
      }
      guard lineEnd < rest.endIndex else { break }
      lineEnds += 1
      isFirstLine = false
      rest = rest[(lineEnd + 1)...]
    }
    endsWithBlankLine = lineEnds > 1
  }

  private static func commentStart(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { index in
      line[index] == UInt8(ascii: "/") || line[index...].starts(with: "／".utf8)
    }
  }

  private static func withoutTrailingSpace(_ line: ArraySlice<UInt8>) -> String {
    var scalars = String(decoding: line, as: UTF8.self).unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
