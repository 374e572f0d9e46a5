import Engine
import Semantics

/// The values of an expression for every element of a loop.
enum LoopValues {
  case column(Column, Type)
  case data([Datum])

  var count: Int {
    switch self {
    case .column(let column, _): column.count
    case .data(let data): data.count
    }
  }

  subscript(position: Int) -> Datum {
    switch self {
    case .column(let column, let type):
      .scalar(Family.constant(in: column, at: position, type: type))
    case .data(let data): data[position]
    }
  }

  /// Plain values of a type as a column.
  func column(_ type: Type) -> Column {
    switch self {
    case .column(let column, _): return column
    case .data(let data):
      var builder = DatumColumnBuilder(type)
      for datum in data { builder.append(datum) }
      return builder.finish()
    }
  }
}
