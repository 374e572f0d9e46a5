package import Source
package import Syntax

/// A script in the one form it has: the author's line breaks, everything between them canonical.
///
/// Kept: all tokens, all comments in order, line breaks, single empty lines. Made canonical:
/// indentation, spaces, table columns, punctuation and digits in ASCII, line ends. The result has
/// been read again: it has the same tokens and comments, and formatting it changes nothing.
///
/// - Throws: A refusal if the script has errors, or if the result would not be the same script.
/// - Complexity: O(file).
package func format(_ tree: SyntaxTree) throws(FormatRefusal) -> String {
  try checked(tree, spelledIn: nil)
}

/// A script with its keywords in another language, formatted. Names, comments and texts stay.
///
/// - Throws: A refusal if the script has errors, or if a name of the script would be read as a
///   keyword of the other language.
package func translate(_ tree: SyntaxTree, to language: Language) throws(FormatRefusal) -> String {
  try checked(tree, spelledIn: language == tree.keywordLanguage ? nil : language)
}

private func checked(
  _ tree: SyntaxTree, spelledIn language: Language?
) throws(FormatRefusal) -> String {
  let errors = tree.diagnostics.filter { $0.severity == .error }
  guard errors.isEmpty else { throw .errors(tree.diagnostics) }
  let text = Layout.text(of: Pieces(of: tree, spelledIn: language))
  let result = parse(SourceFile(id: tree.file.id, name: tree.file.name, text: text))
  if let change = Change(from: tree, to: result, isTranslation: language != nil) {
    throw .changes(language.map(change.isReadDifferently) ?? change.wouldChangeScript)
  }
  return text
}
