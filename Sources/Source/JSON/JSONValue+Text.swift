extension JSONValue {
  /// How a document is laid out.
  public enum Layout: Sendable {
    /// On one line, without spaces.
    case compact
    /// Two spaces a level, one member a line. Ends with a line end.
    case indented
  }

  /// The document as text (RFC 8259). Only what must be escaped is escaped, and line separators,
  /// which some readers take for line ends.
  public func text(_ layout: Layout = .indented) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, layout: layout, depth: 0)
    if layout == .indented { bytes.append(UInt8(ascii: "\n")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], layout: Layout, depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &bytes, layout: layout, depth: depth) {
        $0.write(to: &$1, layout: layout, depth: depth + 1)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &bytes, layout: layout, depth: depth) {
        Self.write($0.name, to: &$1)
        $1 += (layout == .indented ? ": " : ":").utf8
        $0.value.write(to: &$1, layout: layout, depth: depth + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to bytes: inout [UInt8],
    layout: Layout, depth: Int, each writeElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if layout == .indented { newLine(to: &bytes, depth: depth + 1) }
      writeElement(element, &bytes)
    }
    if layout == .indented, !elements.isEmpty { newLine(to: &bytes, depth: depth) }
    bytes += brackets.1.utf8
  }

  private static func newLine(to bytes: inout [UInt8], depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        bytes += digits.utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
