package import Source

/// A name as written, in NFC. Where one is missing, which has been reported, its text is empty: no
/// later stage may complain about such a name.
package struct Name: Hashable, Sendable {
  package let text: String
  package let span: Span

  package init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }

  package var isMissing: Bool { text.isEmpty }
}

/// A type as written: `整数`, `文本?`, `列表[整数]`, `信用等级`.
package struct TypeSyntax: Sendable {
  package indirect enum Kind: Sendable {
    /// Not there, or not understood; already reported.
    case missing
    case builtin(Keyword)
    case named(Name)
    case list(TypeSyntax)
    case set(TypeSyntax)
    case optional(TypeSyntax)
  }

  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}
