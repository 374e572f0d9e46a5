import Quantities
import Store

/// Random rows, filters and selections, the same for the same seed.
struct RandomSelections {
  static let schema = StoreConformance.schema(
    "抽样", key: 2, ("等级", .enumeration(members: ["甲", "乙", "丙", "丁"]), true),
    ("真假", .bool, false), ("键", .text, false), ("整数", .integer, true), ("小数", .decimal, true),
    ("比例", .percent, false), ("文本", .text, true), ("日期", .date, false),
    ("代码", .code(.division), true))

  /// Texts in which one begins another, and whose order is that of their bytes only.
  private static let texts = [
    "", "a", "aa", "ab", "b", "B", "é", "中", "中学", "中学食堂", "乙", "～", "\u{D7FF}", "\u{E000}",
    "\u{10000}", "\u{10FFFF}", "\u{10FFFF}a", "%", "_", "'", "''; --", "?1", "$1",
  ]
  private static let decimals = ["0", "-0.5", "0.05", "0.5", "1", "9", "10", "10.25", "1000000"]

  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  private mutating func one<Element>(of elements: [Element]) -> Element { random.one(of: elements) }

  mutating func rows(_ count: Int) -> [[Cell]] {
    (0..<count).map { index in
      RandomSelections.schema.fields.indices.map { field in
        if field == RandomSelections.schema.key { return .text("键\(index * 7_919 % count)") }
        let isAbsent = RandomSelections.schema.fields[field].isOptional && below(4) == 0
        return isAbsent ? .none : Cell(value(field))
      }
    }
  }

  mutating func value(_ field: Int) -> RowValue {
    switch RandomSelections.schema.fields[field].kind {
    case .bool: .integer(Int64(below(2)))
    case .enumeration: .integer(Int64(below(4)))
    case .integer: one(of: [.integer(.min), .integer(.max), .integer(Int64(below(7)) - 3)])
    case .date: .integer(20_500 + Int64(below(9)))
    case .decimal, .percent: .decimal(Decimal(one(of: RandomSelections.decimals)) ?? 0)
    case .code: .text(one(of: ["310112", "310115", "310112105001"]))
    case .text:
      field == RandomSelections.schema.key
        ? .text("键\(below(700))") : .text(one(of: RandomSelections.texts))
    }
  }

  mutating func filter(depth: Int = 3) -> RowFilter {
    let field = below(RandomSelections.schema.fields.count)
    switch below(depth > 0 ? 8 : 5) {
    case 0: return .isAbsent(field: field)
    case 1, 2: return .compare(field: field, one(of: RowFilter.Comparison.allCases), value(field))
    case 3:
      let count = below(4)
      return .isAmong(field: field, (0..<count).map { _ in value(field) })
    case 4: return .startsWith(field: one(of: [2, 6, 6, 8]), one(of: RandomSelections.texts))
    case 5: return .not(filter(depth: depth - 1))
    case 6: return .and(filters(depth))
    default: return below(9) == 0 ? .all : .or(filters(depth))
    }
  }

  private mutating func filters(_ depth: Int) -> [RowFilter] {
    let count = below(4)
    return (0..<count).map { _ in filter(depth: depth - 1) }
  }

  mutating func fields() -> [Int] {
    let count = below(4)
    return (0..<count).map { _ in below(RandomSelections.schema.fields.count) }
  }

  /// Classes of some of the tuples that rows have, and of some that none has.
  mutating func selection(_ rows: [[Cell]]) -> TicketSelection {
    let fields = fields()
    var seen: Set<[RowValue?]> = []
    let count = 1 + below(4)
    let classes = (0..<count).map { _ -> TicketSelection.Class in
      var tuples: [[RowValue?]] = []
      for _ in 0...below(3) {
        let row = one(of: rows)
        let tuple = fields.map { field in
          below(9) == 0
            ? value(field) : row[field].value(RandomSelections.schema.fields[field].kind)
        }
        if seen.insert(tuple).inserted { tuples.append(tuple) }
      }
      return TicketSelection.Class(tuples: tuples, count: one(of: [0, 1, 3, 40, .max]))
    }
    return TicketSelection(
      root: Array("根\(below(100))".utf8), by: fields, classes: classes)
  }
}

extension Cell {
  fileprivate func value(_ kind: FieldKind) -> RowValue? {
    switch self {
    case .none: nil
    case .integer(let value): .integer(value)
    case .decimal(let text): .decimal(Decimal(text) ?? 0)
    case .text(let text): .text(text)
    }
  }
}
