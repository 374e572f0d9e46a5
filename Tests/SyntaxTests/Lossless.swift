import Source
import Syntax
import Testing

/// What holds for the tree of every file, right or wrong: the tokens with their trivia are the
/// file's bytes, keywords are in order, and every place lies in the file.
func expectLossless(_ tree: SyntaxTree, sourceLocation: SourceLocation = #_sourceLocation) {
  if let problem = problem(in: tree) {
    Issue.record(
      "\(problem): \(tree.file.text(tree.wholeSpan))", sourceLocation: sourceLocation)
  }
}

private func problem(in tree: SyntaxTree) -> String? {
  var end: Int32 = 0
  for token in tree.tokens {
    guard token.triviaStart == end, token.triviaStart <= token.start, token.start <= token.end
    else { return "a token does not follow the one before it" }
    if token.kind != .endOfFile, token.start == token.end { return "an empty token" }
    end = token.end
  }
  guard Int(end) == tree.file.bytes.count, tree.tokens.last?.kind == .endOfFile else {
    return "the tokens do not cover the file"
  }
  var used = 0
  for use in tree.keywords {
    guard use.tokens.lowerBound >= used, !use.tokens.isEmpty,
      use.tokens.upperBound < tree.tokens.count
    else { return "keyword uses are out of order" }
    used = use.tokens.upperBound
  }
  var last: Int32 = 0
  for diagnostic in tree.diagnostics {
    guard case .source(let span) = diagnostic.location else { return "a diagnostic without place" }
    guard span.start >= last else { return "diagnostics are out of order" }
    last = span.start
    let edits = diagnostic.fixIts.flatMap { $0.edits.map(\.span) }
    for span in [span] + diagnostic.related.map(\.span) + edits {
      guard 0 <= span.start, span.start <= span.end, span.end <= end else {
        return "\(diagnostic.code.number) lies outside of the file"
      }
    }
  }
  return nil
}

extension SyntaxTree {
  fileprivate var wholeSpan: Span {
    Span(file: file.id, start: 0, end: min(Int32(file.bytes.count), 4000))
  }
}
