public import Quantities

/// A condition on the rows of one registry that an engine may test itself. Fields are indices into the
/// schema.
///
/// There are two truth values only: a test of an absent value is false (`isAbsent` apart), and `not`
/// turns it round. Integers, truth values, days and members compare as numbers, decimals by value,
/// texts by their UTF-8 bytes. Texts are in NFC, as those of the rows are.
public indirect enum RowFilter: Hashable, Sendable {
  /// How a value compares.
  public enum Comparison: Hashable, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  /// Every row.
  case all
  /// Rows that meet all of these; without any, every row.
  case and([RowFilter])
  /// Rows that meet one of these; without any, no row.
  case or([RowFilter])
  /// Rows that do not meet this.
  case not(RowFilter)
  /// Rows whose field has a value that compares with the given one in this way.
  case compare(field: Int, Comparison, RowValue)
  /// Rows whose field has no value.
  case isAbsent(field: Int)
  /// Rows whose field has one of these values.
  case isAmong(field: Int, [RowValue])
  /// Rows whose field has a text that begins with this one.
  case startsWith(field: Int, String)
}

/// A value of a row.
public enum RowValue: Hashable, Sendable {
  /// An integer, truth value (0, 1), day (its number since 1970-01-01) or position of a member.
  case integer(Int64)
  /// A decimal, or a percent as a ratio.
  case decimal(Decimal)
  /// A text or code.
  case text(String)

  /// Whether a field of this kind holds such values.
  public func fits(_ kind: FieldKind) -> Bool {
    switch (self, kind) {
    case (.integer, .bool), (.integer, .integer), (.integer, .date), (.integer, .enumeration),
      (.decimal, .decimal), (.decimal, .percent), (.text, .text), (.text, .code):
      true
    default: false
    }
  }
}

extension RowFilter {
  /// Whether the filter names fields of the schema and compares them with values of their kinds.
  public func fits(_ schema: RegistrySchema) -> Bool {
    switch self {
    case .all: return true
    case .and(let parts), .or(let parts): return parts.allSatisfy { $0.fits(schema) }
    case .not(let part): return part.fits(schema)
    case .isAbsent(let field): return schema.fields.indices.contains(field)
    case .compare(let field, _, let value):
      return schema.fields.indices.contains(field) && value.fits(schema.fields[field].kind)
    case .isAmong(let field, let values):
      return schema.fields.indices.contains(field)
        && values.allSatisfy { $0.fits(schema.fields[field].kind) }
    case .startsWith(let field, _):
      return schema.fields.indices.contains(field)
        && RowValue.text("").fits(schema.fields[field].kind)
    }
  }

  /// Whether it compares a field with a decimal.
  public var comparesDecimals: Bool {
    func isDecimal(_ value: RowValue) -> Bool {
      if case .decimal = value { true } else { false }
    }
    return switch self {
    case .all, .isAbsent, .startsWith: false
    case .and(let parts), .or(let parts): parts.contains(where: \.comparesDecimals)
    case .not(let part): part.comparesDecimals
    case .compare(_, _, let value): isDecimal(value)
    case .isAmong(_, let values): values.contains(where: isDecimal)
    }
  }

  /// Whether an SQL engine takes it in one statement: not too many values, not too deep.
  public var isBounded: Bool { valueCount <= 30_000 && depth <= 64 }

  private var valueCount: Int {
    switch self {
    case .all, .isAbsent: 0
    case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.valueCount }
    case .not(let part): part.valueCount
    case .compare: 1
    case .isAmong(_, let values): values.count
    case .startsWith: 2
    }
  }

  private var depth: Int {
    switch self {
    case .and(let parts), .or(let parts): (parts.map(\.depth).max() ?? 0) + 1
    case .not(let part): part.depth + 1
    case .all, .isAbsent, .compare, .isAmong, .startsWith: 1
    }
  }
}
