import Quantities

/// A filter as an SQL condition, for engines whose tables of rows have columns `c0`, `c1` and so on by
/// the position in the schema. Every value is bound, none is spliced in, and every part is true or
/// false, never NULL. Both SQL stores write it the same way: what differs is how a value's place is
/// marked.
public struct SQLFilter: Sendable {
  /// How the places of values are marked.
  public enum Placeholders: Sendable {
    /// `?`, in the order of the values.
    case question
    /// `$n`, counting from the number after this one.
    case numbered(after: Int)
  }

  /// The condition.
  public private(set) var text = ""
  /// Its values, in the order of their places.
  public private(set) var values: [RowValue] = []

  private let schema: RegistrySchema
  private let placeholders: Placeholders

  /// - Parameter filter: fits the schema.
  public init(_ filter: RowFilter, _ schema: RegistrySchema, _ placeholders: Placeholders) {
    self.schema = schema
    self.placeholders = placeholders
    text = condition(filter)
  }

  private mutating func condition(_ filter: RowFilter) -> String {
    switch filter {
    case .all: return "1 = 1"
    case .and(let parts): return joined(parts, by: "AND", none: "1 = 1")
    case .or(let parts): return joined(parts, by: "OR", none: "1 = 0")
    case .not(let part): return "NOT (\(condition(part)))"
    case .isAbsent(let field): return "c\(field) IS NULL"
    case .compare(let field, let comparison, let value):
      return known(field, "c\(field) \(comparison.sql) \(place(value))")
    case .isAmong(let field, let values):
      if values.isEmpty { return "1 = 0" }
      let places = values.map { place($0) }.joined(separator: ", ")
      return known(field, "c\(field) IN (\(places))")
    case .startsWith(let field, let prefix):
      // Of texts in the order of their bytes, those with a common beginning stand together.
      var bounds = "c\(field) >= \(place(.text(prefix)))"
      if let end = firstText(after: prefix) { bounds += " AND c\(field) < \(place(.text(end)))" }
      return known(field, bounds)
    }
  }

  private mutating func joined(_ parts: [RowFilter], by word: String, none: String) -> String {
    if parts.isEmpty { return none }
    return SQLText.joined(parts.map { "(\(condition($0)))" }, by: word)
  }

  /// A test of a value that is false where there is none.
  private func known(_ field: Int, _ test: String) -> String {
    schema.fields[field].isOptional ? "(c\(field) IS NOT NULL AND \(test))" : "(\(test))"
  }

  private mutating func place(_ value: RowValue) -> String {
    values.append(value)
    return switch placeholders {
    case .question: "?"
    case .numbered(let before): "$\(before + values.count)"
    }
  }
}

extension RowFilter.Comparison {
  fileprivate var sql: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

/// The first text, by UTF-8 bytes, after all that begin with `prefix`; nil if there is none.
///
/// UTF-8 bytes are in the order of the scalars, so it is enough to raise the last scalar.
private func firstText(after prefix: String) -> String? {
  var scalars = Array(prefix.unicodeScalars)
  while let last = scalars.popLast() {
    if last.value == 0x10FFFF { continue }
    // Surrogates are no scalars.
    let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
    guard let scalar = Unicode.Scalar(next) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    text.append(scalar)
    return String(text)
  }
  return nil
}
