import Quantities
import Semantics
import Source
import Syntax
import TestSupport

/// Writes random scripts that are well typed, together with rows for their registries.
struct RandomProgram {
  var random: SplitMix64
  let language: Language
  /// Whether names are Chinese: independent of the keywords.
  let hasChineseNames: Bool
  /// Whether numbers near the limits are frequent.
  let isWild: Bool
  /// Whether registries have thousands of rows.
  let isLarge: Bool
  /// Whether it is all about plans that an engine may draw: conditions are not about keys.
  let isForDraws: Bool

  var enumerations: [ScriptEnumeration] = []
  var records: [ScriptRecord] = []
  var registries: [ScriptRegistry] = []
  var callables: [ScriptCallable] = []
  var plans: [ScriptPlan] = []
  var constants: [ScriptVariable] = []
  private var names = 0

  init(seed: UInt64, isForDraws: Bool = false) {
    random = SplitMix64(seed: seed)
    self.isForDraws = isForDraws
    isLarge = seed % 101 == 7 && !isForDraws
    language = Bool.random(using: &random) ? .chinese : .english
    hasChineseNames = Bool.random(using: &random)
    isWild = Int.random(in: 0..<4, using: &random) == 0
  }

  // MARK: Choices

  mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0..<elements.count)]
  }

  // MARK: Words

  func word(_ keyword: Keyword) -> String { keyword.spelling(in: language) }

  /// A new name; no two are the same, whatever they name.
  mutating func name(_ chinese: String, _ english: String) -> String {
    names += 1
    return (hasChineseNames ? chinese : english) + String(names)
  }

  func spelling(_ type: ScriptType) -> String {
    switch type {
    case .bool: word(.boolType)
    case .integer: word(.intType)
    case .decimal: word(.decimalType)
    case .percent: word(.percentType)
    case .text: word(.textType)
    case .date: word(.dateType)
    case .code(let kind): word(kind.keyword)
    case .unit(let unit): word(unit)
    case .enumeration(let index): enumerations[index].name
    case .record(let index): records[index].name
    case .row(let index): registries[index].name
    case .group: "?"
    case .list(let element): "\(word(.listType))[\(spelling(element))]"
    case .set(let element): "\(word(.setType))[\(spelling(element))]"
    case .optional(let inner): spelling(inner) + "?"
    }
  }

  // MARK: Types

  /// A type of single values.
  mutating func scalarType() -> ScriptType {
    switch number(0..<20) {
    case 0...1: .bool
    case 2...5: .integer
    case 6...8: .decimal
    case 9: .percent
    case 10...11: .text
    case 12...13: .date
    case 14: code()
    case 15: .objects
    case 16: .unit(pick([.times, .cases, .persons, .items]))
    case 17: pick([.days, .days, .unit(.months), .unit(.workingDays), .unit(.hours)])
    default: enumerations.isEmpty ? .integer : .enumeration(number(0..<enumerations.count))
    }
  }

  mutating func code() -> ScriptType { .code(pick(CodeKind.allCases)) }

  mutating func maybeOptional(_ type: ScriptType, _ percent: Int = 30) -> ScriptType {
    chance(percent) ? .optional(type) : type
  }

  func isOrdered(_ type: ScriptType) -> Bool {
    switch type {
    case .enumeration(let index): enumerations[index].isOrdered
    case .bool: false
    default: type.isScalar
    }
  }

  func fields(of type: ScriptType) -> [ScriptVariable] {
    switch type {
    case .record(let index): records[index].fields
    case .row(let index): registries[index].fields
    default: []
    }
  }
}
