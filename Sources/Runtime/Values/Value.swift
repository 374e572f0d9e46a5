public import Quantities
package import Semantics

/// A value of the language at script level: what an expression gives.
public indirect enum Value: Hashable, Sendable {
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

  package init(_ constant: TypedExpression.Constant) {
    self =
      switch constant {
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .decimal(let value): .decimal(value)
      case .text(let value): .text(value)
      case .date(let value): .date(value)
      case .member(let value): .member(value)
      case .none: .none
      }
  }
}

extension Datum {
  /// The value with its rows read.
  func value() throws(Stop) -> Value {
    switch self {
    case .scalar(let constant): return Value(constant)
    case .record(let fields): return .record(try Datum.values(fields))
    case .row(let source, let row):
      try source.load(Array(source.declaration.fields.indices))
      return try source.record(row)
    case .group(let key, let value): return .group(key: try key.value(), value: try value.value())
    case .list(let elements): return .list(try Datum.values(elements))
    case .set(let elements): return .set(try Datum.values(elements))
    case .rows(let rows):
      try rows.source.load(Array(rows.source.declaration.fields.indices))
      var values: [Value] = []
      values.reserveCapacity(rows.count)
      for position in 0..<rows.count { values.append(try rows.source.record(rows[position])) }
      return .list(values)
    }
  }

  private static func values(_ data: [Datum]) throws(Stop) -> [Value] {
    var values: [Value] = []
    for datum in data { values.append(try datum.value()) }
    return values
  }
}

extension RegistryRows {
  /// A row with all its fields, which have been loaded.
  fileprivate func record(_ row: Int32) throws(Stop) -> Value {
    var fields: [Value] = []
    for field in declaration.fields.indices {
      fields.append(Value(try value(field: field, row: row)))
    }
    return .record(fields)
  }
}
