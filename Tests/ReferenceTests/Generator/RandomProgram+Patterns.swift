import Quantities
import Syntax

/// A pattern with what the checker will know of it.
struct PatternText {
  let text: String
  var takesAbsence = false
  var isAny = false

  static let any = PatternText(text: "_", takesAbsence: true, isAny: true)
}

/// Patterns of matches, tables and samples: lines that leave nothing out, and none of which is dead.
extension RandomProgram {
  /// Lines that take every combination of values of the types exactly once.
  mutating func lines(_ types: [ScriptType], limit: Int = 8) -> [[PatternText]] {
    guard let first = types.first else { return [[]] }
    let rest = Array(types.dropFirst())
    let parts = chance(25) || limit < 3 ? [PatternText.any] : partition(first)
    return parts.flatMap { part in
      lines(rest, limit: limit / parts.count).map { [part] + $0 }
    }
  }

  /// The same where the first line that holds is taken: the last may take everything left.
  mutating func orderedLines(_ types: [ScriptType]) -> [[PatternText]] {
    var lines = lines(types)
    guard lines.count > 1, chance(60) else { return lines }
    lines.removeLast()
    if lines.count > 1 && chance(40) { lines.remove(at: number(0..<lines.count)) }
    return lines + [types.map { _ in .any }]
  }

  /// A line as it is written; one that takes everything may be a word.
  mutating func written(_ line: [PatternText]) -> String {
    if line.allSatisfy(\.isAny) && chance(40) { return word(.otherwise) }
    return line.map(\.text).joined(separator: " | ")
  }

  /// Patterns that divide the values of a type among them.
  private mutating func partition(_ type: ScriptType) -> [PatternText] {
    switch type {
    case .optional(let inner):
      let present = chance(40) ? nil : partition(inner)
      guard let present, present.allSatisfy({ !$0.takesAbsence }) else {
        return [
          PatternText(text: word(.none), takesAbsence: true),
          PatternText(text: "\(word(.not)) \(word(.none))"),
        ]
      }
      return [PatternText(text: word(.none), takesAbsence: true)] + present
    case .bool: return [PatternText(text: word(.true)), PatternText(text: word(.false))]
    case .enumeration(let index): return memberPartition(enumerations[index])
    case .text:
      let text = text()
      return [
        PatternText(text: text), PatternText(text: "\(word(.not)) \(text)", takesAbsence: true),
      ]
    case .integer, .unit, .decimal, .percent, .date: return ranges(type)
    case .code, .record, .row, .group, .list, .set: return [.any]
    }
  }

  private mutating func memberPartition(_ enumeration: ScriptEnumeration) -> [PatternText] {
    let members = enumeration.members
    if members.count == 1 { return [.any] }
    let cut = number(1..<members.count)
    if enumeration.isOrdered && chance(40) {
      return [
        PatternText(text: "< \(members[cut])"), PatternText(text: ">= \(members[cut])"),
      ]
    }
    if chance(20) {
      return [
        PatternText(text: members[cut]),
        PatternText(text: "\(word(.not)) \(members[cut])", takesAbsence: true),
      ]
    }
    let shuffled = members.shuffled(using: &random)
    return [shuffled[..<cut], shuffled[cut...]].map {
      PatternText(text: $0.joined(separator: ", "))
    }
  }

  /// Below, between and above; or two parts.
  private mutating func ranges(_ type: ScriptType) -> [PatternText] {
    let (low, high) = bounds(type)
    switch number(0..<4) {
    case 0: return [PatternText(text: "<= \(low)"), PatternText(text: "> \(low)")]
    case 1:
      return [
        PatternText(text: "== \(low)"),
        PatternText(text: "!= \(low)", takesAbsence: false),
      ]
    case 2:
      return [
        PatternText(text: "\(low)..\(high)"), PatternText(text: "< \(low), > \(high)"),
      ]
    default:
      return [
        PatternText(text: "< \(low)"), PatternText(text: "\(low)..\(high)"),
        PatternText(text: "> \(high)"),
      ]
    }
  }

  /// Two values of a type, the second not below the first.
  private mutating func bounds(_ type: ScriptType) -> (String, String) {
    let (a, b) = (number(-3...20), number(0...60))
    switch type {
    case .date:
      let start = 20_500 + a * 20
      let days = [start, start + b].map { CivilDate(dayNumber: $0)?.description ?? "" }
      return (days[0], days[1])
    case .decimal: return ("\(a).5", "\(a + b + 1).25")
    case .percent: return ("\(a)%", "\(a + b + 1).5%")
    case .unit(let unit) where chance(40):
      return ("\(a) \(word(unit))", "\(a + b) \(word(unit))")
    default: return ("\(a)", "\(a + b)")
    }
  }

  /// A match of one or two subjects; nil where there is nothing to look at.
  mutating func match(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String? {
    let candidates = places(around).filter { $0.type.unwrapped.isScalar }
    var subjects: [(text: String, type: ScriptType)] = []
    for _ in 0..<(chance(35) ? 2 : 1) {
      if !candidates.isEmpty && chance(75) {
        let place = pick(candidates)
        subjects.append((place.text, place.type))
      } else {
        let type = maybeOptional(scalarType(), 20)
        subjects.append((expression(type, around, depth), type))
      }
    }
    let lines = orderedLines(subjects.map(\.type))
    var narrowing = PatternNarrowing(subjects.map { presence(of: $0.text, around) })
    let arms = lines.map { line in
      let inner = around.assuming(narrowing.facts(line))
      return "\(written(line)) => \(expression(type, inner, depth))"
    }
    let heads = subjects.map(\.text).joined(separator: ", ")
    return "(\(word(.match)) \(heads) { \(arms.joined(separator: "; ")) })"
  }
}

/// What the lines of a match or table show about the presence of their subjects.
struct PatternNarrowing {
  private let subjects: [Facts]
  private var absenceIsTaken: [Bool]

  init(_ subjects: [Facts]) {
    self.subjects = subjects
    absenceIsTaken = subjects.map { _ in false }
  }

  /// - Parameter accumulates: whether later lines know what earlier ones took.
  mutating func facts(_ line: [PatternText], accumulates: Bool = true) -> Facts {
    var facts = Facts()
    for (index, pattern) in line.enumerated() {
      if absenceIsTaken[index] || !pattern.takesAbsence { facts = .both(facts, subjects[index]) }
      let othersTakeAll = line.indices.allSatisfy { $0 == index || line[$0].isAny }
      if accumulates && othersTakeAll && pattern.takesAbsence { absenceIsTaken[index] = true }
    }
    return facts
  }
}
