import Quantities
import Syntax

/// Expressions of a wanted type. Every one stands by itself: it is a word or has brackets, and has
/// its type without help from around it.
extension RandomProgram {
  mutating func expression(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    if depth <= 0 || chance(20), let simple = simple(type, around) { return simple }
    if depth > 0 {
      if chance(18), let call = call(type, around, depth - 1) { return call }
      if chance(12) { return conditional(type, around, depth - 1) }
      if chance(9), let match = match(type, around, depth - 1) { return match }
      if chance(10), type.isScalar, !type.isCode {
        return coalesce(type, around, depth - 1)
      }
      if chance(10), let query = scalarQuery(type, around, depth - 1) { return query }
    }
    return composed(type, around, depth - 1)
  }

  /// Something in scope, or a value written out.
  private mutating func simple(_ type: ScriptType, _ around: Surroundings) -> String? {
    let places = places(of: type, around)
    if !places.isEmpty && (chance(75) || !hasLiteral(type)) { return pick(places) }
    return hasLiteral(type) ? literal(type) : nil
  }

  private func hasLiteral(_ type: ScriptType) -> Bool { type.isScalar && !type.isCode }

  /// An expression made of smaller ones; also where the depth is used up and nothing is simpler.
  private mutating func composed(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    switch type {
    case .bool: return condition(around, max(depth, 0)).text
    case .integer, .decimal, .percent, .unit: return arithmetic(type, around, depth)
    case .text, .enumeration, .row, .group: return simple(type, around) ?? literal(type)
    // Every file has a constant that is a code of each kind.
    case .code: return pick(places(of: type, around))
    case .date: return dateExpression(around, depth)
    case .record(let index): return construction(index, around, depth)
    case .list(let element): return list(of: element, around, depth)
    case .set(let element):
      let closed = around.closed
      let count = depth > 0 ? number(1...4) : 1
      let parts = (0..<count).map { _ in expression(element, closed, min(depth, 1)) }
      return "{\(parts.joined(separator: ", "))}"
    case .optional(let inner): return optional(inner, around, depth)
    }
  }

  private mutating func optional(
    _ inner: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    if depth > 0 && inner == .code(.division) && chance(50) {
      return "\(word(.parentDivision))(\(argument(inner, around, depth - 1)))"
    }
    let places = places(of: .optional(inner), around)
    if !places.isEmpty && (depth <= 0 || chance(50)) { return pick(places) }
    if depth > 0 && chance(45), let query = extreme(inner, around, depth - 1) { return query }
    if depth > 0 && chance(20), !places.isEmpty {
      return "(\(pick(places)) ?? \(optional(inner, around, depth - 1)))"
    }
    let test = condition(around, max(0, depth - 1))
    let value = expression(
      inner, around.assuming(test.whenTrue), depth - 1)
    return chance(70)
      ? "(\(word(.if)) \(test.text) \(word(.then)) \(value) \(word(.else)) \(word(.none)))"
      : "(\(word(.if)) \(negation(test).text) \(word(.then)) \(word(.none)) \(word(.else)) \(value))"
  }

  private mutating func coalesce(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    "(\(optional(type, around, depth)) ?? \(expression(type, around, depth)))"
  }

  mutating func conditional(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    let test = condition(around, depth)
    let then = expression(type, around.assuming(test.whenTrue), depth)
    let otherwise = expression(type, around.assuming(test.whenFalse), depth)
    return "(\(word(.if)) \(test.text) \(word(.then)) \(then) \(word(.else)) \(otherwise))"
  }

  /// An argument or field: where the type is known from around, so that more may be left out.
  mutating func argument(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    switch type {
    case .optional(let inner):
      if chance(25) { return word(.none) }
      return chance(50) ? argument(inner, around, depth) : expression(type, around, depth)
    case .decimal where chance(20): return expression(.integer, around, depth)
    case .unit where chance(20): return String(number(0...9))
    case .text where chance(10): return expression(code(), around, depth)
    case .code where chance(60): return literal(type)
    default: return expression(type, around, depth)
    }
  }

  private mutating func call(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String? {
    let suitable = callables.filter { $0.result == type }
    guard !suitable.isEmpty else { return nil }
    let callable = pick(suitable)
    let inner = callable.takesRows ? around : around.closed
    let arguments = callable.parameters.map { argument($0, inner, depth) }
    return "\(callable.name)(\(arguments.joined(separator: ", ")))"
  }

  /// Every field once, in any order; optional ones may be left out.
  private mutating func construction(
    _ index: Int, _ around: Surroundings, _ depth: Int
  ) -> String {
    let places = places(of: .record(index), around)
    if depth <= 0, !places.isEmpty { return pick(places) }
    var parts: [String] = []
    for field in records[index].fields.shuffled(using: &random) {
      if field.type.isOptional && chance(30) { continue }
      parts.append("\(field.name): \(argument(field.type, around, min(depth, 2)))")
    }
    return "\(records[index].name)(\(parts.joined(separator: ", ")))"
  }

  private mutating func dateExpression(_ around: Surroundings, _ depth: Int) -> String {
    let date = expression(.date, around, depth)
    switch number(0..<8) {
    case 0...1: return "(\(date) \(chance(50) ? "+" : "-") \(expression(.days, around, depth)))"
    case 2: return "\(word(.addDays))(\(date), \(argument(.days, around, depth)))"
    case 3...4:
      return "\(word(.addMonths))(\(date), \(argument(.unit(.months), around, depth)))"
    case 5...6:
      return "(\(today(around, depth)) \(chance(50) ? "+" : "-") \(workingDays(around, depth)))"
    default: return word(.asOf)
    }
  }

  /// A date that depends on the run: a constant one outside of the calendar would be a mistake.
  private mutating func today(_ around: Surroundings, _ depth: Int) -> String {
    chance(60) ? word(.asOf) : "(\(word(.asOf)) + \(expression(.days, around, depth)))"
  }

  private mutating func workingDays(_ around: Surroundings, _ depth: Int) -> String {
    expression(.unit(.workingDays), around, depth)
  }

  /// `工作日数`, `是工作日`.
  mutating func calendarQuestion(
    _ keyword: Keyword, _ around: Surroundings, _ depth: Int
  ) -> String {
    let days = (0..<(keyword == .isWorkingDay ? 1 : 2)).map { _ in today(around, depth) }
    return "\(word(keyword))(\(days.joined(separator: ", ")))"
  }
}
