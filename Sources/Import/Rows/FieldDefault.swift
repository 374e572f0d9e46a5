package import Quantities

/// What a field holds where its cell is empty.
package enum FieldDefault: Hashable, Sendable {
  /// Also for truth values (0, 1), dates (days since 1970-01-01) and members (positions).
  case integer(Int64)
  /// Also for percentages, as a ratio.
  case decimal(Decimal)
  case text(String)
}
