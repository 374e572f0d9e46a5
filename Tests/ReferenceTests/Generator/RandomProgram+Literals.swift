import Quantities
import Source
import Syntax

/// Values written out. Negative numbers stand in brackets.
extension RandomProgram {
  mutating func literal(_ type: ScriptType) -> String {
    switch type {
    case .bool: return word(chance(50) ? .true : .false)
    case .integer: return bracketed(String(integer()))
    case .decimal: return bracketed(decimal())
    case .percent: return bracketed(percent())
    case .text: return text()
    case .code(let kind): return quoted(pick(RandomProgram.codes(kind)))
    case .date: return date().description
    case .unit(let unit):
      let number = integer()
      if number == .min { return "0" + glue + word(unit) }
      return bracketed("\(number)" + glue + word(unit))
    case .enumeration(let index):
      let enumeration = enumerations[index]
      let member = pick(enumeration.members)
      return chance(50) ? member : "\(enumeration.name).\(member)"
    case .record, .row, .group, .list, .set, .optional: return word(.none)
    }
  }

  /// Between a number and its unit.
  private var glue: String { language == .chinese ? "" : " " }

  private func bracketed(_ number: String) -> String {
    number.hasPrefix("-") ? "(\(number))" : number
  }

  mutating func integer() -> Int64 {
    if isWild && chance(25) {
      return pick([.max, .min, .max - 1, .min + 1, 3_037_000_500, 4_611_686_018_427_387_904])
    }
    return Int64(pick([number(0...3), number(0...12), number(-5...100), number(-1000...100_000)]))
  }

  mutating func decimal() -> String {
    if isWild && chance(20) {
      return pick([
        "99999999999999999999999999999999999999.0", "-9999999999999999999.9",
        "0.00000000000000000000000000000000000001", "12345678901234567890.123456789",
        "1000000000000000000000000000000000000.5", "0.3333333333333333333",
      ])
    }
    let fraction = pick(["0", "5", "25", "1", "75", "125", "3", "333", "05"])
    return "\(chance(15) ? "-" : "")\(number(0...pick([2, 20, 1000]))).\(fraction)"
  }

  mutating func percent() -> String {
    let number = pick(["5", "10", "33.3", "0.5", "100", "12.5", "0", "150", "-5"])
    return number + (chance(85) ? "%" : "‰")
  }

  mutating func text() -> String { quoted(pick(RandomProgram.texts)) }

  func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return language == .chinese && !text.contains("”") && text.count % 2 == 1
      ? "“\(result)”" : "\"\(result)\""
  }

  mutating func date() -> CivilDate {
    if isWild && chance(10) { return chance(50) ? .minimum : .maximum }
    let offset = pick([number(-40...40), number(-800...800), number(-20_000...20_000)])
    return CivilDate(dayNumber: 20_500 + offset) ?? .minimum
  }

  static let texts = [
    "", "a", "b", "ab", "abc", "ABC", "七宝", "七宝镇", "莘庄", "\u{10348}", "\u{FF21}", "a\"b\\",
    "x\ny", "é", " a ", "K0001", "食品", "食", "0", "10", "9",
  ]

  static func codes(_ kind: CodeKind) -> [String] {
    switch kind {
    case .uniform: uniformCodes
    case .division: divisionCodes
    case .matter: ["01310118000200", "00000000000000", "01310118000210"]
    }
  }

  private static let divisionCodes = [
    "310000", "310100", "310112", "310112105", "310112105001", "310112000", "441900003", "441900",
    "440000000000", "429004",
  ]

  /// Codes whose check digits hold.
  private static let uniformCodes: [String] = [
    "91310112", "11310112", "51110105", "92440300", "93310000", "91500103",
  ].enumerated().flatMap { index, authority in
    ["MA1GB0\(index)X", "0000000\(index)", "76543\(index)21"].compactMap {
      UniformCode(authority: authority, organisation: $0)?.text
    }
  }
}
