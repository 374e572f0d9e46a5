import Engine
import Quantities
import Semantics

/// What an expression becomes: a value that is already known, or something that the engine works
/// out for each row.
indirect enum Term {
  case constant(Datum)
  case scalar(Scalar)
  /// A record with fields that depend on the row. `known` is nil where it is always there.
  case record([Term], known: Condition?)
  /// The element that the loop is at.
  case current
  /// Depends on a row of a loop further out, which the engine cannot see from here.
  case hidden

  var isConstant: Bool {
    if case .constant = self { true } else { false }
  }

  /// Whether it is one plain value that is there for every row.
  var isSingleValue: Bool {
    switch self {
    case .constant(.scalar(let constant)): constant != .none
    case .scalar(let scalar): scalar.known == nil
    case .constant, .record, .current, .hidden: false
    }
  }
}

/// A value for each row, with where it is known.
struct Scalar {
  /// One case for each family.
  enum Value {
    case condition(Condition)
    case integer(IntegerExpression)
    case decimal(DecimalExpression)
    case text(TextExpression)

    var family: Family {
      switch self {
      case .condition: .condition
      case .integer: .integer
      case .decimal: .decimal
      case .text: .text
      }
    }

    /// What stands where there is no value.
    static func filler(_ family: Family) -> Value {
      switch family {
      case .condition: .condition(.constant(false))
      case .integer: .integer(.constant(0))
      case .decimal: .decimal(.constant(.zero))
      case .text: .text(.constant(""))
      }
    }
  }

  var value: Value
  /// Nil where every row has a value. Where it does not hold, the value must not be looked at.
  var known: Condition?

  init(_ value: Value, known: Condition? = nil) {
    self.value = value
    self.known = known
  }

  init(_ condition: Condition) { self.init(Value.condition(condition)) }
  init(_ integer: IntegerExpression) { self.init(Value.integer(integer)) }
  init(_ decimal: DecimalExpression) { self.init(Value.decimal(decimal)) }
  init(_ text: TextExpression) { self.init(Value.text(text)) }

  /// The values of a column of a type.
  init(_ column: Column, _ type: Type) {
    let known = column.known.map { Condition.known($0) }
    switch column {
    case .integers(let column):
      self.init(
        Family(type) == .condition ? .condition(.column(column)) : .integer(.column(column)),
        known: known)
    case .decimals(let column): self.init(.decimal(.column(column)), known: known)
    case .texts(let column): self.init(.text(.column(column)), known: known)
    }
  }

  /// A constant as the engine writes it; absence needs to be told its family.
  init(_ constant: TypedExpression.Constant, _ family: Family) {
    switch constant {
    case .bool(let value): self.init(Condition.constant(value))
    case .integer(let value): self.init(IntegerExpression.constant(value))
    case .decimal(let value): self.init(DecimalExpression.constant(value))
    case .text(let value): self.init(TextExpression.constant(value))
    case .date(let value): self.init(IntegerExpression.constant(Int64(value.dayNumber)))
    case .member(let value): self.init(IntegerExpression.constant(Int64(value)))
    case .none: self.init(Value.filler(family), known: .constant(false))
    }
  }
}
