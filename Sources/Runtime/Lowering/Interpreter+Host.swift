import Engine
import Quantities
import Semantics
import Source

/// Calls of functions of the embedding program.
extension Interpreter {
  /// Outside of loops the function is called at once. In a loop it is called for every row in
  /// turn, and its results become a column, if every row asks for it; in a part that only some
  /// rows ask for, the whole expression goes row by row, so that it is not called for others.
  func lowerHostCall(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .hostCall(let id, let arguments) = expression.kind else {
      throw .impossible("not a host call")
    }
    let function = hosts[id.index]
    var terms: [Term] = []
    for argument in arguments { terms.append(try lower(argument, scope)) }
    if let data = Self.constants(terms) {
      do throws(Stop) {
        return .constant(.scalar(try call(function, data, at: expression.span)))
      } catch let stop where stop.isFault && scope.isOpen {
        throw .needsRows
      }
    }
    guard scope.isForEveryRow, case .open(let columns) = scope.frames.last,
      let region = scope.region
    else { throw .needsRows }
    var inputs: [Column] = []
    for (term, argument) in zip(terms, arguments) {
      let family = Family(argument.type) ?? .integer
      guard case .scalar(let scalar) = try region.around(.scalar(try scalar(term, family))) else {
        throw .needsRows
      }
      inputs.append(try run(scalar, rowCount: columns.count, elements: columns.elements))
    }
    var results = DatumColumnBuilder(expression.type)
    for row in 0..<columns.count {
      let data = zip(inputs, arguments).map {
        Datum.scalar(Family.constant(in: $0, at: row, type: $1.type))
      }
      do throws(Stop) {
        results.append(try call(function, data, at: expression.span))
      } catch .fault(let diagnostic) {
        throw .fault(try located(diagnostic, columns.elements, row))
      }
    }
    return .scalar(Scalar(results.finish(), expression.type))
  }

  private func call(
    _ function: HostFunction, _ data: [Datum], at span: Span
  ) throws(Stop) -> TypedExpression.Constant {
    do {
      try meter.spend(steps: 1)
    } catch {
      throw .limit(error)
    }
    var values: [Value] = []
    for datum in data { values.append(try datum.value()) }
    let result: Value
    do {
      result = try function.body(values)
    } catch {
      throw .fault(hostFailed(function.name, "\(error)", at: span))
    }
    guard function.result.has(result), let constant = TypedExpression.Constant(result) else {
      throw .fault(hostFailed(function.name, "\(result)", at: span))
    }
    return constant
  }
}

extension TypedExpression.Constant {
  /// Nil for structures. Texts are brought to NFC.
  fileprivate init?(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let value): self = .decimal(value)
    case .text(let value): self = .text(NormalizationFormC.normalizing(value))
    case .date(let value): self = .date(value)
    case .none: self = .none
    case .member, .record, .group, .list, .set: return nil
    }
  }
}
