package import Quantities

/// A value of the language at script level: what an expression gives.
package indirect enum Value: Hashable, Sendable {
  case bool(Bool)
  /// An integer, a counted number or a duration, by the expression's type.
  case integer(Int64)
  /// A decimal or a percentage (as a ratio).
  case decimal(Decimal)
  case text(String)
  case date(CivilDate)
  /// The position of a member in its enumeration.
  case member(Int)
  case none
  /// The fields of a record, or of a row of a registry, in the order of their declaration.
  case record([Value])
  case group(key: Value, value: Value)
  case list([Value])
  /// In ascending order, each element once.
  case set([Value])
}
