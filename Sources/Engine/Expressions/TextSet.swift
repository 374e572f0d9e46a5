/// Texts for `Condition.textIn`.
package struct TextSet: Sendable {
  private var index = TextIndex()

  package init(_ texts: [String]) {
    for text in texts { _ = index.insert(text) }
  }

  package var count: Int { index.count }

  package func contains(_ text: String) -> Bool { contains(text.utf8.span) }

  func contains(_ text: Span<UInt8>) -> Bool { index.find(text) != nil }
}
