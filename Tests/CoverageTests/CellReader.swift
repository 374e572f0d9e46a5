import Quantities
import Semantics

/// Reads a pattern as it stands in a cell, for a column of a type: enough of the language to write
/// tests as text, and to read suggested rows back.
struct CellReader {
  let type: Type
  /// Of an enumeration.
  let members: [String]

  init(_ type: Type, members: [String]) {
    self.type = if case .optional(let wrapped) = type { wrapped } else { type }
    self.members = members
  }

  /// Nil for what is no pattern.
  func pattern(_ text: String) -> TypedPattern? {
    let parts = text.split(separator: ",").map { alternative(trimmed($0)) }
    guard !parts.isEmpty, !parts.contains(where: { $0 == nil }) else { return nil }
    let patterns = parts.compactMap(\.self)
    return patterns.count == 1 ? patterns[0] : .alternatives(patterns)
  }

  private func alternative(_ text: Substring) -> TypedPattern? {
    if text == "_" || text == "否则" || text == "otherwise" { return .any }
    if text == "无" || text == "none" { return TypedPattern.none }
    for word in ["非 ", "not "] where text.hasPrefix(word) {
      return alternative(text.dropFirst(word.count)).map { .not($0) }
    }
    let comparisons: [(String, TypedExpression.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .notEqual), ("==", .equal),
      ("<", .less), (">", .greater),
    ]
    for (sign, comparison) in comparisons where text.hasPrefix(sign) {
      return value(trimmed(text.dropFirst(sign.count))).map { .compare(comparison, $0) }
    }
    if let dots = text.firstRange(of: "..") {
      guard let low = value(text[..<dots.lowerBound]), let high = value(text[dots.upperBound...])
      else { return nil }
      return .range(low, high)
    }
    return value(text).map { .equal($0) }
  }

  private func value(_ text: Substring) -> TypedExpression.Constant? {
    switch type {
    case .bool:
      switch text {
      case "真", "true": .bool(true)
      case "假", "false": .bool(false)
      default: nil
      }
    case .enumeration: members.firstIndex(of: String(text)).map { .member($0) }
    case .integer, .count, .duration: Int64(text).map { .integer($0) }
    case .decimal: Decimal(String(text)).map { .decimal($0) }
    case .percent:
      Decimal(String(text.dropLast())).flatMap { try? $0.divided(by: 100) }.map { .decimal($0) }
    case .date: CivilDate(String(text)).map { .date($0) }
    case .text:
      text.count >= 2 && text.first == "\"" && text.last == "\""
        ? .text(String(text.dropFirst().dropLast())) : nil
    default: nil
    }
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
