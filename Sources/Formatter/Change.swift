import Source
package import Syntax

/// Where a formatted script stops being the script it was made from.
package struct Change {
  /// The first words of the original that were read differently, or near which a comment was lost.
  let span: Span
  let words: String

  /// Nil where both have the same tokens, keywords and comments, and formatting the result again
  /// would give the result.
  package init?(from original: SyntaxTree, to result: SyntaxTree, isTranslation: Bool) {
    let before = Pieces(of: original)
    let after = Pieces(of: result)
    guard let index = Self.firstDifference(before, after, result, isTranslation) else { return nil }
    let token = index < before.all.count ? before.all[index].token : original.tokens.count - 1
    let span =
      original.tokens.indices.contains(token)
      ? original.tokens[token].span(in: original.file.id)
      : Span(file: original.file.id, start: 0, end: 0)
    self.span = span
    self.words = original.file.text(span)
  }

  /// The first piece at which the two scripts differ.
  private static func firstDifference(
    _ before: Pieces, _ after: Pieces, _ result: SyntaxTree, _ isTranslation: Bool
  ) -> Int? {
    for (index, (old, new)) in zip(before.all, after.all).enumerated() {
      let isSpelled = isTranslation && old.keyword != nil
      if old.role != new.role || old.value != new.value && !isSpelled
        || old.trivia.comments.map(\.text) != new.trivia.comments.map(\.text)
      {
        return index
      }
    }
    let count = min(before.all.count, after.all.count)
    if before.all.count != after.all.count
      || before.end.comments.map(\.text) != after.end.comments.map(\.text)
    {
      return count
    }
    if let error = result.diagnostics.first(where: { $0.severity == .error }) {
      guard case .source(let span) = error.location else { return count }
      return after.all.firstIndex { result.tokens[$0.token].end > span.start } ?? count
    }
    let again = Layout.text(of: after)
    let text = String(decoding: result.file.bytes, as: UTF8.self)
    if again == text { return nil }
    let common = zip(again.utf8, text.utf8).prefix { $0.0 == $0.1 }.count
    return after.all.firstIndex { Int(result.tokens[$0.token].end) > common } ?? count
  }
}
