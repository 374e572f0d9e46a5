import Quantities
import Syntax

/// Conditions, with what they show about optional places.
extension RandomProgram {
  mutating func condition(_ around: Surroundings, _ depth: Int) -> ConditionText {
    if depth > 0 {
      switch number(0..<20) {
      case 0...3: return chain(.and, around, depth - 1)
      case 4...5: return chain(.or, around, depth - 1)
      case 6...7: return negation(condition(around, depth - 1))
      case 8: return ConditionText(text: conditional(.bool, around, depth - 1))
      case 9: if let match = match(.bool, around, depth - 1) { return ConditionText(text: match) }
      case 10...11: return membership(around, depth - 1)
      case 12: if let query = scalarQuery(.bool, around, depth - 1) { return .init(text: query) }
      case 13 where chance(40):
        let division = ScriptType.code(.division)
        let (inner, outer) = (argument(division, around, depth - 1), argument(division, around, 0))
        return ConditionText(text: "\(word(.withinDivision))(\(inner), \(outer))")
      case 13:
        let name = word(pick([.contains, .startsWith, .endsWith]))
        let (text, part) = (argument(.text, around, depth - 1), argument(.text, around, 0))
        return ConditionText(text: "\(name)(\(text), \(part))")
      case 14:
        return ConditionText(text: calendarQuestion(.isWorkingDay, around, depth - 1))
      default: break
      }
    }
    switch number(0..<10) {
    case 0...2: if let presence = presenceTest(around) { return presence }
    case 3:
      if let place = places(of: .bool, around).randomElement(using: &random) {
        return ConditionText(text: place)
      }
    case 4 where chance(20): return ConditionText(text: literal(.bool))
    case 5...6: return equality(around, max(0, depth - 1))
    default: break
    }
    return comparison(around, max(0, depth - 1))
  }

  mutating func negation(_ condition: ConditionText) -> ConditionText {
    ConditionText(
      text: "(\(word(.not)) \(condition.text))", whenTrue: condition.whenFalse,
      whenFalse: condition.whenTrue)
  }

  private mutating func chain(
    _ keyword: Keyword, _ around: Surroundings, _ depth: Int
  ) -> ConditionText {
    let first = condition(around, depth)
    let isAnd = keyword == .and
    let second = condition(around.assuming(isAnd ? first.whenTrue : first.whenFalse), depth)
    return ConditionText(
      text: "(\(first.text) \(word(keyword)) \(second.text))",
      whenTrue: isAnd
        ? .both(first.whenTrue, second.whenTrue) : .common(first.whenTrue, second.whenTrue),
      whenFalse: isAnd
        ? .common(first.whenFalse, second.whenFalse) : .both(first.whenFalse, second.whenFalse))
  }

  private mutating func presenceTest(_ around: Surroundings) -> ConditionText? {
    let optional = places(around).filter(\.type.isOptional)
    guard !optional.isEmpty else { return nil }
    let place = pick(optional)
    let isEqual = chance(40)
    let sides = chance(85) ? (place.text, word(.none)) : (word(.none), place.text)
    let text = "(\(sides.0) \(isEqual ? "==" : "!=") \(sides.1))"
    return ConditionText(
      text: text, whenTrue: isEqual ? Facts() : place.facts,
      whenFalse: isEqual ? place.facts : Facts())
  }

  /// A type to compare by, preferably one that something here has.
  private mutating func comparable(_ around: Surroundings) -> ScriptType {
    let types = places(around).map(\.type.unwrapped).filter(\.isScalar)
    return !types.isEmpty && chance(80) ? pick(types) : scalarType()
  }

  private mutating func comparison(_ around: Surroundings, _ depth: Int) -> ConditionText {
    let type = comparable(around)
    guard isOrdered(type) else { return equality(of: type, around, depth) }
    let sign = pick(["<", "<=", ">", ">=", "==", "!="])
    let first = expression(type, around, depth)
    var sides = [first, other(than: type, beside: first, around, depth)]
    if chance(20) { sides.swapAt(0, 1) }
    return ConditionText(text: "(\(sides[0]) \(sign) \(sides[1]))")
  }

  /// The other side of a comparison: the same type, or one that adapts to it.
  private mutating func other(
    than type: ScriptType, beside first: String, _ around: Surroundings, _ depth: Int
  ) -> String {
    // A text that is written out beside a code would have to be one.
    let isWrittenOut = first.hasPrefix("\"") || first.hasPrefix("“")
    switch type {
    case .decimal where chance(25): return expression(.integer, around, depth)
    case .unit where chance(35): return String(number(0...40))
    case .text where chance(10) && !isWrittenOut: return expression(code(), around, depth)
    case .code where chance(40): return literal(type)
    default: return chance(50) ? expression(type, around, 0) : expression(type, around, depth)
    }
  }

  private mutating func equality(_ around: Surroundings, _ depth: Int) -> ConditionText {
    equality(of: comparable(around), around, depth)
  }

  /// `==` or `!=`, also between optionals, and between an optional and a value.
  private mutating func equality(
    of type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> ConditionText {
    let isEqual = chance(60)
    let sign = isEqual ? "==" : "!="
    if chance(10) {
      let list = ScriptType.list(type)
      let (a, b) = (expression(list, around, depth), expression(list, around, depth))
      return ConditionText(text: "(\(a) \(sign) \(b))")
    }
    let isLeftOptional = chance(35)
    let isRightOptional = chance(isLeftOptional ? 30 : 15)
    let left = expression(isLeftOptional ? .optional(type) : type, around, depth)
    let right = expression(isRightOptional ? .optional(type) : type, around, depth)
    var facts = Facts()
    if isLeftOptional && !isRightOptional { facts = presence(of: left, around) }
    if isRightOptional && !isLeftOptional { facts = presence(of: right, around) }
    return ConditionText(
      text: "(\(left) \(sign) \(right))", whenTrue: isEqual ? facts : Facts(),
      whenFalse: isEqual ? Facts() : facts)
  }

  private mutating func membership(_ around: Surroundings, _ depth: Int) -> ConditionText {
    let type = comparable(around)
    let collection: ScriptType = chance(50) ? .list(type) : .set(type)
    let element = expression(type, around, depth)
    return ConditionText(
      text: "(\(element) \(word(.in)) \(expression(collection, around, depth)))")
  }
}
