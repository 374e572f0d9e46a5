import Engine
import Semantics

/// The elements that a loop runs over, as columns made when they are first used.
final class LoopColumns {
  let elements: Elements
  private let program: Program
  /// By field; the column of plain elements is field 0.
  private var columns: [Int: Column] = [:]

  init(_ elements: Elements, program: Program) {
    self.elements = elements
    self.program = program
  }

  var count: Int { elements.count }

  /// The element as a term: a column where the elements are plain values.
  func element() throws(Stop) -> Term {
    guard Family(elements.type) != nil else { return .current }
    return .scalar(try scalar(field: 0, type: elements.type))
  }

  /// A field of the element as a term.
  func field(_ index: Int) throws(Stop) -> Term {
    guard let type = program.fieldType(index, of: elements.type), Family(type) != nil else {
      throw .needsRows
    }
    return .scalar(try scalar(field: index, type: type))
  }

  private func scalar(field: Int, type: Type) throws(Stop) -> Scalar {
    Scalar(try column(field, type), type)
  }

  private func column(_ field: Int, _ type: Type) throws(Stop) -> Column {
    if let column = columns[field] { return column }
    let column: Column
    switch elements {
    case .rows(let rows, _):
      let whole = try rows.source.column(field)
      column = rows.chosen.map { whole.gather($0) } ?? whole
    case .list(let list, let elementType):
      let isPlain = Family(elementType) != nil
      var builder = DatumColumnBuilder(type)
      for element in list { try builder.append(isPlain ? element : element.field(field)) }
      column = builder.finish()
    }
    columns[field] = column
    return column
  }
}

/// What a loop runs over.
enum Elements {
  case rows(RowSet, Type)
  case list([Datum], Type)

  /// Of one element.
  var type: Type {
    switch self {
    case .rows(_, let type), .list(_, let type): type
    }
  }

  var count: Int {
    switch self {
    case .rows(let rows, _): rows.count
    case .list(let list, _): list.count
    }
  }

  subscript(position: Int) -> Datum {
    switch self {
    case .rows(let rows, _): .row(rows.source, rows[position])
    case .list(let list, _): list[position]
    }
  }

  /// The elements at positions, as a list.
  func at(_ positions: [Int32]) -> Datum {
    switch self {
    case .rows(let rows, _): .rows(rows.at(positions))
    case .list(let list, _): .list(positions.map { list[Int($0)] })
    }
  }
}

extension Program {
  /// The type of a field of a record, row or group; nil for what has no fields.
  func fieldType(_ index: Int, of type: Type) -> Type? {
    switch type {
    case .record(let id): records[id.index].fields[index].type
    case .row(let id): registries[id.index].fields[index].type
    case .group(let key, let value): index == 0 ? key : value
    case .optional(let wrapped): fieldType(index, of: wrapped)
    case .unknown, .bool, .integer, .decimal, .percent, .text, .date, .count, .duration,
      .code, .deadline, .enumeration, .list, .set:
      nil
    }
  }
}
