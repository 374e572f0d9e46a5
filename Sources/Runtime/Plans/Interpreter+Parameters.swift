import Quantities
import Semantics
import Source
import Syntax

extension Interpreter {
  /// The plan as it is drawn with values for its parameters. The interpreter's as-of date is the
  /// date of the draw.
  ///
  /// - Parameter given: by the index of the parameter; the plan's own values stand in for the rest.
  func ready(
    _ plan: PlanDeclaration, _ given: [PlanDeclaration.ParameterValue?], on date: CivilDate
  ) throws(Stop) -> PlanDeclaration {
    var context = DrawContext(date: date)
    do throws(Diagnostic) {
      context.parameters = try plan.values(given)
    } catch {
      throw .fault(error)
    }
    let scope = Scope(locals: context.parameters.map { .constant(.scalar($0)) })
    for expression in plan.openExpressions {
      guard case .scalar(let value) = try evaluate(expression, scope) else {
        throw .impossible("an amount that is no number")
      }
      context.computed[expression.span] = value
    }
    do throws(Diagnostic) {
      return try plan.resolved(context)
    } catch {
      throw .fault(error)
    }
  }

  /// The same with the round that is drawn.
  ///
  /// - Parameter span: where the date is written.
  func ready(
    _ plan: PlanDeclaration, _ given: [PlanDeclaration.ParameterValue?], on date: CivilDate,
    at span: Span?
  ) throws(Stop) -> (plan: PlanDeclaration, round: Round) {
    let ready = try ready(plan, given, on: date)
    return (ready, try ready.round(drawnOn: date, at: span))
  }

  /// The plan in as many rounds as the values of its parameters make; those that have no part in
  /// that may be without values.
  func inRounds(
    _ plan: PlanDeclaration, _ given: [PlanDeclaration.ParameterValue?]
  ) throws(Stop) -> PlanDeclaration {
    guard case .open(let open) = plan.rounds else { return plan }
    let values: [TypedExpression.Constant]
    do throws(Diagnostic) {
      values = try plan.values(given, for: open.expression)
    } catch {
      throw .fault(error)
    }
    let scope = Scope(locals: values.map { .constant(.scalar($0)) })
    guard case .scalar(.integer(let count)) = try evaluate(open.expression, scope) else {
      throw .impossible("rounds that are no number")
    }
    return plan.inRounds(count)
  }
}

extension CheckedScript {
  /// Values for a plan's parameters, read by their types.
  func parameterValues(
    _ texts: [String: String], of plan: PlanDeclaration
  ) throws(RunFailure) -> [PlanDeclaration.ParameterValue?] {
    var mistakes: [Diagnostic] = []
    for name in texts.keys.sorted()
    where !plan.parameters.contains(where: { $0.name.text == name }) {
      mistakes.append(noSuchParameter(name, plan))
    }
    var values: [PlanDeclaration.ParameterValue?] = []
    for parameter in plan.parameters {
      guard let text = texts[parameter.name.text] else {
        values.append(nil)
        continue
      }
      if let constant = program.constant(text, parameter.type) {
        values.append(PlanDeclaration.ParameterValue(constant, at: nil))
      } else {
        mistakes.append(parameterText(text, parameter, program.words(for: parameter.type)))
      }
    }
    if !mistakes.isEmpty { throw .mistakes(mistakes) }
    return values
  }
}

extension Program {
  /// The value of a parameter as it is written outside of scripts; nil if it is none of its type.
  func constant(_ written: String, _ type: Type) -> TypedExpression.Constant? {
    var text = Substring(NormalizationFormC.normalizing(written))
    text = text.trimmed
    switch type {
    case .bool:
      let (yes, no) = (Keyword.true.words, Keyword.false.words)
      if text == yes.chinese || text == yes.english { return .bool(true) }
      return text == no.chinese || text == no.english ? .bool(false) : nil
    case .percent:
      for (sign, scale) in [("%", "0.01"), ("％", "0.01"), ("‰", "0.001")] where text.hasSuffix(sign)
      {
        guard let number = Decimal(String(text.dropLast().trimmed)), let scale = Decimal(scale)
        else { return nil }
        return (try? number.multiplied(by: scale)).map { .decimal($0) }
      }
      return nil
    case .integer: return Int64(text).map { .integer($0) }
    case .count, .duration:
      let words = words(for: type)
      for unit in [words.chinese, words.english] where text.hasSuffix(unit) {
        text = text.dropLast(unit.count).trimmed
        break
      }
      return Int64(text).map { .integer($0) }
    case .decimal: return Decimal(String(text)).map { .decimal($0) }
    case .date: return CivilDate(String(text)).map { .date($0) }
    case .text: return .text(NormalizationFormC.normalizing(written))
    case .enumeration(let id):
      return enumerations[id.index].members.firstIndex { $0.text == text }.map { .member($0) }
    default: return nil
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
