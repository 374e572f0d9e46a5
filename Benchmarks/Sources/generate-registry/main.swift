// Writes a registry of N enterprises as CSV. Every value is a function of the row number alone.
// Usage: generate-registry N > registry.csv

import Yijian

struct Numbers {
  private var state: UInt64

  init(row: Int) { state = UInt64(row) &* 0xD1B5_4A32_D192_ED03 }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(((z >> 32) * UInt64(bound)) >> 32)
  }

  /// An index, by weights.
  mutating func index(_ weights: [Int]) -> Int {
    var rest = next(below: weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }
}

let districts = [
  ("310115", "浦东新区", 230), ("310112", "闵行区", 105), ("310114", "嘉定区", 98), ("310113", "宝山区", 92),
  ("310120", "奉贤区", 90), ("310117", "松江区", 86), ("310118", "青浦区", 74), ("310116", "金山区", 58),
  ("310151", "崇明区", 52), ("310104", "徐汇区", 28), ("310107", "普陀区", 25), ("310109", "虹口区", 17),
  ("310106", "静安区", 17), ("310110", "杨浦区", 15), ("310105", "长宁区", 13), ("310101", "黄浦区", 10),
]
let districtWeights = districts.map(\.2)
let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
let syllables = Array("华鑫瑞盛恒达宏嘉泰丰源博金永天海申沪立浦明亿佳顺凯隆信润祥兴")
let trades = ["百货", "超市", "餐饮", "糕点", "文具", "服装", "医药", "仓储", "物流", "化工", "摄影", "美容"]
let licences = ["食品经营", "食品生产", "药品经营", "医疗器械", "危化经营", "特种设备", "公共卫生", "消防"]
let asOf = CivilDate(year: 2026, month: 11, day: 1) ?? .minimum

func code(_ row: Int, _ district: String) -> String {
  var serial = (row * 523_456_789_013 + 271_828_182_845) % 852_891_037_441
  var digits: [Character] = []
  for _ in 0..<8 {
    digits.append(alphabet[serial % 31])
    serial /= 31
  }
  return UniformCode(authority: "91" + district, organisation: String(digits.reversed()))?.text
    ?? ""
}

func line(_ row: Int) -> String {
  var numbers = Numbers(row: row)
  let district = districts[numbers.index(districtWeights)]
  let tier = numbers.index([35, 40, 20, 5])
  var name = "上海"
  for _ in 0..<3 { name.append(syllables[numbers.next(below: syllables.count)]) }
  name += trades[numbers.next(below: trades.count)] + "有限公司"
  let mask = numbers.next(below: 256) & numbers.next(below: 256)
  let held = licences.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
  let last =
    numbers.next(below: 100) < 45
    ? "" : asOf.adding(days: -1 - numbers.next(below: 1_826)).map { "\($0)" } ?? ""
  return [
    code(row, district.0), name, district.1, district.1 + "第\(1 + numbers.next(below: 12))街道",
    "\(1_000 + numbers.next(below: 60))", ["A", "B", "C", "D"][tier],
    "\(min(100, [5, 20, 40, 65][tier] + numbers.next(below: 36)))",
    "\(1 + numbers.next(below: 60) * numbers.next(below: 60) / 8)",
    asOf.adding(days: -numbers.next(below: 12_000)).map { "\($0)" } ?? "", last,
    "\(numbers.next(below: 1 + 2 * tier))", held.joined(separator: ";"), "\(mask)",
    "\(numbers.next(below: 2 + 2 * tier))",
  ].joined(separator: ",")
}

print(
  "uscc,name,district,town,industry,credit_tier,risk_score,employees,registered_on,last_inspected,"
    + "violations_3y,licences,licence_mask,complaints_12m")
for row in 0..<(CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000) {
  print(line(row))
}
