import Engine
import Quantities
import Semantics

/// Makes a column of plain values of one type.
struct DatumColumnBuilder {
  private let family: Family?
  private var integers = IntegerColumnBuilder()
  private var decimals = DecimalColumnBuilder()
  private var texts = TextColumnBuilder()

  init(_ type: Type) { family = Family(type) }

  /// What is no plain value counts as absent; the checker rules it out.
  mutating func append(_ datum: Datum) {
    if case .scalar(let constant) = datum { append(constant) } else { append(Datum.Constant.none) }
  }

  mutating func append(_ constant: TypedExpression.Constant) {
    switch family {
    case .decimal:
      if case .decimal(let value) = constant {
        decimals.append(value)
      } else {
        decimals.appendMissing()
      }
    case .text:
      if case .text(let value) = constant { texts.append(value) } else { texts.appendMissing() }
    case .condition, .integer, nil: integers.append(constant.engineInteger)
    }
  }

  func finish() -> Column {
    switch family {
    case .decimal: .decimals(decimals.finish())
    case .text: .texts(texts.finish())
    case .condition, .integer, nil: .integers(integers.finish())
    }
  }
}

extension TypedExpression.Constant {
  /// What the engine holds for it where it is of an integer family.
  var engineInteger: Int64? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .integer(let value): value
    case .date(let value): Int64(value.dayNumber)
    case .member(let value): Int64(value)
    case .decimal, .text, .none: nil
    }
  }
}
