import Engine
import Quantities
import Store
import TestSupport

/// Random rows of a registry: as boxed values for the reference, as columns for the store.
struct RandomRows {
  let fields: [ScriptVariable]
  let key: Int
  /// By ascending keys, as every store hands them over.
  let rows: [[Boxed]]

  init(
    _ registry: ScriptRegistry, count: Int, enumerations: [ScriptEnumeration], isWild: Bool,
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    fields = registry.fields
    key = registry.key
    let key = registry.key
    let rows = (0..<count).map { number in
      registry.fields.indices.map { index -> Boxed in
        if index == key {
          let prefix = ["k", "K", "七", "号", "\u{10348}"][number % 5]
          return .text("\(prefix)\(number * 7919 % 100_003)")
        }
        return RandomRows.value(
          registry.fields[index].type, enumerations, isWild: isWild, &random)
      }
    }
    self.rows = rows.sorted { Boxed.order($0[key], $1[key]) < 0 }
  }

  private init(fields: [ScriptVariable], key: Int, rows: [[Boxed]]) {
    self.fields = fields
    self.key = key
    self.rows = rows
  }

  /// The values of the key.
  var keys: [String] {
    rows.compactMap { row in
      if case .text(let key) = row[key] { key } else { nil }
    }
  }

  func keeping(_ range: Range<Int>) -> RandomRows {
    RandomRows(fields: fields, key: key, rows: Array(rows[range]))
  }

  private static func value(
    _ type: ScriptType, _ enumerations: [ScriptEnumeration], isWild: Bool,
    _ random: inout SplitMix64
  ) -> Boxed {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    switch type {
    case .optional(let inner):
      if number(0...3) == 0 { return .none }
      return value(inner, enumerations, isWild: isWild, &random)
    case .bool: return .bool(number(0...1) == 1)
    case .integer, .unit:
      if isWild && number(0...400) == 0 {
        return .integer([.max, .min, 4_611_686_018_427_387_904][number(0...2)])
      }
      let ranges = [0...1, 0...5, -20...200, 0...40, -70_000...70_000]
      return .integer(Int64(number(ranges[number(0...4)])))
    case .decimal, .percent:
      if isWild && number(0...400) == 0 {
        return .decimal(Decimal("99999999999999999999999999999999999999") ?? .zero)
      }
      let places = number(0...3)
      let digits = Int128(number(number(0...1) == 0 ? 0...10 : -500...20_000))
      return .decimal(Decimal(coefficient: digits, places: places) ?? .zero)
    case .text: return .text(RandomProgram.texts[number(0...(RandomProgram.texts.count - 1))])
    case .code(let kind):
      let codes = RandomProgram.codes(kind)
      return .text(codes[number(0...(codes.count - 1))])
    case .date:
      let range = number(0...1) == 0 ? -30...30 : -900...900
      return .date(CivilDate(dayNumber: 20_500 + number(range)) ?? .minimum)
    case .enumeration(let index):
      return .member(number(0...(enumerations[index].members.count - 1)))
    case .record, .row, .group, .list, .set: return .none
    }
  }

  /// The rows in another order, as an import may bring them.
  func table(seed: UInt64) -> Table {
    var random = SplitMix64(seed: seed)
    let shuffled = rows.shuffled(using: &random)
    let columns = fields.indices.map { index in
      column(fields[index].type.unwrapped, shuffled.map { $0[index] })
    }
    return Table(rowCount: rows.count, columns: columns)
  }

  private func column(_ type: ScriptType, _ values: [Boxed]) -> Column {
    switch type {
    case .decimal, .percent:
      var builder = DecimalColumnBuilder()
      for value in values {
        if case .decimal(let value) = value {
          builder.append(value)
        } else {
          builder.appendMissing()
        }
      }
      return .decimals(builder.finish())
    case .text, .code:
      var builder = TextColumnBuilder()
      for value in values {
        if case .text(let value) = value { builder.append(value) } else { builder.appendMissing() }
      }
      return .texts(builder.finish())
    default:
      var builder = IntegerColumnBuilder()
      for value in values {
        switch value {
        case .bool(let value): builder.append(value ? 1 : 0)
        case .integer(let value): builder.append(value)
        case .date(let value): builder.append(Int64(value.dayNumber))
        case .member(let value): builder.append(Int64(value))
        default: builder.appendMissing()
        }
      }
      return .integers(builder.finish())
    }
  }
}
