import Syntax

/// Arithmetic and the builtins that give numbers.
extension RandomProgram {
  mutating func arithmetic(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    switch number(0..<12) {
    case 0: return "(-\(expression(type, around, depth)))"
    case 1: return "\(word(.absolute))(\(expression(type, around, depth)))"
    default: break
    }
    switch type {
    case .unit(.workingDays) where depth > 0 && chance(40):
      return calendarQuestion(.workingDaysBetween, around, depth - 1)
    case .integer: return integerArithmetic(around, depth)
    case .decimal: return decimalArithmetic(around, depth)
    case .percent: return percentArithmetic(around, depth)
    default: return unitArithmetic(type, around, depth)
    }
  }

  private mutating func sum(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    let sign = chance(60) ? "+" : "-"
    return "(\(expression(type, around, depth)) \(sign) \(expression(type, around, depth)))"
  }

  private mutating func integerArithmetic(_ around: Surroundings, _ depth: Int) -> String {
    switch number(0..<10) {
    case 0...4: return sum(.integer, around, depth)
    case 5...6:
      return "(\(expression(.integer, around, depth)) * \(expression(.integer, around, depth)))"
    case 7:
      return "\(word(.length))(\(argument(.text, around, depth)))"
    default:
      let part = word(pick([.yearOf, .monthOf, .dayOf]))
      return "\(part)(\(expression(.date, around, depth)))"
    }
  }

  private mutating func decimalArithmetic(_ around: Surroundings, _ depth: Int) -> String {
    switch number(0..<12) {
    case 0...3:
      let other: ScriptType = chance(30) ? .integer : .decimal
      let sign = chance(60) ? "+" : "-"
      var sides = [expression(.decimal, around, depth), expression(other, around, depth)]
      if chance(50) { sides.swapAt(0, 1) }
      return "(\(sides[0]) \(sign) \(sides[1]))"
    case 4...5:
      let (a, b): (ScriptType, ScriptType) = pick([
        (.decimal, .decimal), (.decimal, .integer), (.integer, .percent), (.percent, .decimal),
        (.objects, .percent), (.decimal, .objects),
      ])
      return "(\(expression(a, around, depth)) * \(expression(b, around, depth)))"
    case 6: return quotient(around, depth, isExact: true)
    case 7...9:
      let inner =
        chance(65)
        ? quotient(around, depth, isExact: false)
        : expression(.decimal, around, depth)
      return rounded(inner, around)
    default: return "(\(expression(.decimal, around, depth)) * \(literal(.decimal)))"
    }
  }

  /// A division; one that is to come out mostly has a divisor of twos and fives.
  private mutating func quotient(
    _ around: Surroundings, _ depth: Int, isExact: Bool
  ) -> String {
    let (a, b): (ScriptType, ScriptType) = pick([
      (.decimal, .decimal), (.integer, .integer), (.decimal, .integer), (.integer, .decimal),
      (.percent, .percent), (.days, .days), (.objects, .objects),
    ])
    if isExact && chance(85) {
      let divisor = pick(["2", "4", "0.5", "8", "10", "2.5", "100", "16"])
      return
        "(\(expression(a == .percent || a == .days ? .decimal : a, around, depth)) / \(divisor))"
    }
    return "(\(expression(a, around, depth)) / \(expression(b, around, depth)))"
  }

  private mutating func rounded(_ value: String, _ around: Surroundings) -> String {
    let name = word(pick([.roundUp, .roundDown, .roundHalfUp]))
    switch number(0..<10) {
    case 0...2: return "\(name)(\(value))"
    case 3...7: return "\(name)(\(value), \(number(0...4)))"
    case 8: return "\(name)(\(value), \(expression(.integer, around, 0)))"
    default: return "\(name)(\(value), \(pick(["38", "39", "20", "(-1)"])))"
    }
  }

  private mutating func percentArithmetic(_ around: Surroundings, _ depth: Int) -> String {
    switch number(0..<10) {
    case 0...4: return sum(.percent, around, depth)
    case 5...6:
      return "(\(expression(.percent, around, depth)) * \(expression(.percent, around, depth)))"
    case 7: return "(\(expression(.percent, around, depth)) / \(pick(["2", "4", "0.5"])))"
    default:
      let divisor = expression(chance(50) ? .integer : .decimal, around, depth)
      let value = expression(.percent, around, depth)
      return rounded(chance(50) ? value : "(\(value) / \(divisor))", around)
    }
  }

  private mutating func unitArithmetic(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String {
    switch number(0..<10) {
    case 0...4:
      if chance(20) { return "(\(expression(type, around, depth)) + \(number(0...9)))" }
      return sum(type, around, depth)
    case 5...7 where type == .days:
      let (a, b) = (expression(.date, around, depth), expression(.date, around, depth))
      return chance(50) ? "(\(a) - \(b))" : "\(word(.daysBetween))(\(a), \(b))"
    default:
      var sides = [expression(type, around, depth), expression(.integer, around, depth)]
      if chance(50) { sides.swapAt(0, 1) }
      return "(\(sides[0]) * \(sides[1]))"
    }
  }
}
