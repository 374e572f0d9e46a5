/// What a part of a rendered text is for; decides its colour.
enum Style: Hashable {
  case plain, strong, gutter, related, inserted
  case severity(Severity)
}

/// Puts colour on text, or leaves it.
struct Paint: Sendable {
  let isOn: Bool

  func callAsFunction(_ text: String, _ style: Style) -> String {
    guard isOn, let code = code(style), !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ style: Style) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .gutter: "34"
    case .related: "36"
    case .inserted: "32"
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    }
  }
}
