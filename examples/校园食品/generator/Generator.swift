// Writes the registry of examples/校园食品: 2,000 school canteens that do not exist, the same ones on
// every machine. Usage: swift run generate-canteens [COUNT] > examples/校园食品/名录.csv

import Quantities

/// SplitMix64 (Vigna), seeded by the row: a row does not depend on the rows before it.
struct Numbers {
  private var state: UInt64

  init(row: Int) { state = 20_261_121 &+ UInt64(row) &* 0xD1B5_4A32_D192_ED03 }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(((z >> 32) * UInt64(bound)) >> 32)
  }

  /// An element, by weights in percent.
  mutating func pick<T>(_ choices: [(T, Int)], _ last: T) -> T {
    var rest = next(below: 100)
    for (value, weight) in choices {
      if rest < weight { return value }
      rest -= weight
    }
    return last
  }
}

@main
enum Generator {
  static let towns = [
    "莘庄镇", "七宝镇", "颛桥镇", "华漕镇", "虹桥镇", "梅陇镇", "吴泾镇", "马桥镇", "浦江镇", "江川路街道", "古美路街道", "新虹街道", "浦锦街道",
  ]
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
  static let header = "代码,名称,街镇,业态,信用,就餐人数,上次检查,近一年投诉"

  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
    print(header)
    for row in 0..<count { print(line(row)) }
  }

  static func line(_ row: Int) -> String {
    var numbers = Numbers(row: row)
    let town = towns[numbers.next(below: towns.count)]
    let kind = numbers.pick([("中小学", 55), ("托幼机构", 38)], "集体配餐")
    let tier = numbers.pick([("A", 54), ("B", 30), ("C", 13)], "D")
    let diners = diners(kind, &numbers)
    let complaints = complaints(tier, &numbers)
    let name =
      "\(town.dropLast())"
      + ["第一", "第二", "实验", "育才", "明强", "文来", "春申", "景城"][numbers.next(below: 8)]
      + ["中小学": "学校食堂", "托幼机构": "幼儿园食堂", "集体配餐": "配餐中心"][kind, default: "食堂"] + "\(row + 1)"
    return [
      code(row), name, town, kind, tier, diners, lastInspection(&numbers), complaints,
    ].joined(separator: ",")
  }

  /// A valid code of Minhang district: institutions under the civil registry begin with 52,
  /// schools run by the state with 12.
  static func code(_ row: Int) -> String {
    // A bijection on 31^8 serials, so that no two rows share a code.
    var serial = (row * 523_456_789_013 + 271_828_182_845) % 852_891_037_441
    var digits: [Character] = []
    for _ in 0..<8 {
      digits.append(alphabet[serial % 31])
      serial /= 31
    }
    let prefix = row % 3 == 0 ? "52310112" : "12310112"
    let code = UniformCode(authority: prefix, organisation: String(digits.reversed()))
    return code?.text ?? ""
  }

  /// A few canteens are closed for now and feed nobody.
  static func diners(_ kind: String, _ numbers: inout Numbers) -> String {
    if numbers.next(below: 100) < 2 { return "0" }
    switch kind {
    case "中小学": return "\(200 + numbers.next(below: 1_800))"
    case "托幼机构": return "\(30 + numbers.next(below: 370))"
    default: return "\(20 + numbers.next(below: 4_000))"
    }
  }

  /// Empty where the canteen was never inspected.
  static func lastInspection(_ numbers: inout Numbers) -> String {
    if numbers.next(below: 100) < 18 { return "" }
    let day = CivilDate(year: 2026, month: 2, day: 20)?.adding(days: -numbers.next(below: 1_100))
    return day.map { "\($0)" } ?? ""
  }

  /// Empty where no complaint system has an entry: the plan reads that as 0.
  static func complaints(_ tier: String, _ numbers: inout Numbers) -> String {
    let range = ["A": 2, "B": 3, "C": 6, "D": 9][tier, default: 1]
    if numbers.next(below: 100) < 60 { return "" }
    return "\(numbers.next(below: range))"
  }
}
