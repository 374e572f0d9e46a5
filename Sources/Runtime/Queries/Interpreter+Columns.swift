import Engine
import Semantics
import Source

/// Where terms meet the engine: evaluation of whole columns.
extension Interpreter {
  /// The values for a table, which the expression's columns belong to.
  func run(_ scalar: Scalar, rowCount: Int, elements: Elements?) throws(Stop) -> Column {
    let known = scalar.known ?? .constant(true)
    do throws(EvaluationStop) {
      switch scalar.value {
      case .condition(let value):
        return .integers(try value.column(rowCount: rowCount, where: known, meter: meter))
      case .integer(let value):
        return .integers(try value.column(rowCount: rowCount, where: known, meter: meter))
      case .decimal(let value):
        return .decimals(try value.column(rowCount: rowCount, where: known, meter: meter))
      case .text(let value):
        return .texts(try value.column(rowCount: rowCount, where: known, meter: meter))
      }
    } catch {
      throw try stop(error, elements)
    }
  }

  /// The positions where a condition holds, ascending.
  func select(_ condition: Condition, _ elements: Elements) throws(Stop) -> [Int32] {
    do throws(EvaluationStop) {
      return try condition.filter(rowCount: elements.count, meter: meter)
    } catch {
      throw try stop(error, elements)
    }
  }

  /// The value of an operation that depends on no row: the engine's chunk of one row.
  func evaluateOnce(
    _ value: Scalar.Value, type: Type
  ) throws(Stop) -> TypedExpression.Constant {
    do throws(Fault) {
      switch value {
      case .condition(let value): return .bool(try value.value())
      case .integer(let value): return Family.constant(integer: try value.value(), type: type)
      case .decimal(let value): return .decimal(try value.value())
      case .text(let value): return .text(try value.value())
      }
    } catch {
      throw .fault(diagnostic(error))
    }
  }

  private func stop(_ stop: EvaluationStop, _ elements: Elements?) throws(Stop) -> Stop {
    switch stop {
    case .limit(let limit): return .limit(limit)
    case .fault(let fault):
      let diagnostic = diagnostic(fault)
      guard let elements else { return .fault(diagnostic) }
      return .fault(try located(diagnostic, elements, fault.row))
    }
  }

  func diagnostic(_ fault: Fault) -> Diagnostic {
    sites.diagnostic(fault)
  }

  /// Adds which object it was to a fault.
  func located(
    _ diagnostic: Diagnostic, _ elements: Elements, _ position: Int
  ) throws(Stop) -> Diagnostic {
    // The as-of date is missing for all of them.
    guard diagnostic.code != .noAsOfDate, case .rows(let rows, _) = elements,
      position < rows.count
    else { return diagnostic }
    var located = diagnostic
    located.notes.append(
      Message(.atObject, [.text(try rows.source.key(of: rows[position]))]))
    return located
  }
}
