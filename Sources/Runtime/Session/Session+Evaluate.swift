public import Quantities
package import Semantics
public import Source

/// A value with its type, which says how it is shown.
public struct TypedValue: Hashable, Sendable {
  public let value: Value
  package let type: Type
  /// The expression it is the value of.
  public let span: Span

  package init(value: Value, type: Type, span: Span) {
    self.value = value
    self.type = type
    self.span = span
  }
}

extension Session {
  /// The values of the script's `显示` lines, in order.
  public func shows(asOf: CivilDate? = nil) throws(RunFailure) -> [TypedValue] {
    let interpreter = try interpreter(asOf: asOf)
    var shown: [TypedValue] = []
    do throws(Stop) {
      for show in script.program.shows {
        shown.append(
          TypedValue(
            value: try interpreter.evaluate(show, Scope()).value(), type: show.type,
            span: show.span))
      }
    } catch {
      throw RunFailure(error)
    }
    return shown
  }

  /// The value of an expression of the script's program, outside of any row.
  package func evaluate(
    _ expression: TypedExpression, asOf: CivilDate? = nil
  ) throws(RunFailure) -> Value {
    let interpreter = try interpreter(asOf: asOf)
    do throws(Stop) {
      return try interpreter.evaluate(expression, Scope()).value()
    } catch {
      throw RunFailure(error)
    }
  }

  /// The values of an expression over the rows of a registry, in the order of the rows.
  package func evaluate(
    _ expression: TypedExpression, over registry: RegistryID, asOf: CivilDate? = nil
  ) throws(RunFailure) -> [Value] {
    let interpreter = try interpreter(asOf: asOf)
    do throws(Stop) {
      let rows = RowSet(try interpreter.registries.rows(registry, at: expression.span))
      let values = try interpreter.values(of: expression, .rows(rows, .row(registry)), Scope())
      var result: [Value] = []
      for position in 0..<values.count { result.append(try values[position].value()) }
      return result
    } catch {
      throw RunFailure(error)
    }
  }
}
