import Engine
import Quantities
import TestSupport
import Testing

@Suite struct ColumnBuilderTests {
  @Test(
    arguments: [
      ([0, 1], 1), ([-128, 127], 1), ([-129, 0], 2), ([32_767], 2), ([32_768], 4),
      ([-2_147_483_648], 4), ([2_147_483_648], 8), ([.min, .max], 8),
    ] as [([Int64], Int)])
  func `integers take the narrowest width that holds them`(values: [Int64], width: Int) {
    var builder = IntegerColumnBuilder()
    for value in values { builder.append(value) }
    let column = builder.finish()
    #expect(column.byteCount == values.count * width)
    #expect(values.indices.map { column[$0] } == values)
  }

  @Test(arguments: [[], [nil], [1], [1, nil, 3], [nil, nil, 2], [nil, 1, nil]] as [[Int64?]])
  func `missing values are kept apart from zeros`(values: [Int64?]) {
    var integers = IntegerColumnBuilder()
    var decimals = DecimalColumnBuilder()
    var texts = TextColumnBuilder()
    for value in values {
      integers.append(value)
      decimals.append(value.map { Decimal($0) })
      texts.append(value.map { "\($0)" })
    }
    let columns: [Column] = [
      .integers(integers.finish()), .decimals(decimals.finish()), .texts(texts.finish()),
    ]
    for column in columns {
      #expect(column.count == values.count)
      #expect(values.indices.map { column.isKnown(at: $0) } == values.map { $0 != nil })
      #expect((column.known == nil) == !values.contains(nil))
    }
    #expect(values.indices.map { columns[0].integer(at: $0) } == values)
    #expect(
      values.indices.map { columns[1].decimal(at: $0) } == values.map { $0.map { Decimal($0) } })
    #expect(values.indices.map { columns[2].text(at: $0) } == values.map { $0.map { "\($0)" } })
  }

  /// Rows, distinct texts, how many of the same follow each other, and whether a dictionary pays.
  @Test(
    arguments: [
      (10, 10, 1, true), (1_000, 1_000, 1, true), (2_000, 500, 1, true), (2_000, 1_500, 1, false),
      (15_000, 10_000, 1, false), (20_000, 15_000, 1, false), (150_000, 14_000, 1, true),
      (150_000, 60_000, 1, false), (130_000, 60_000, 2, true), (150_000, 70_000, 2, false),
    ])
  func `texts are coded while they repeat`(rows: Int, distinct: Int, run: Int, isCoded: Bool) {
    var builder = TextColumnBuilder()
    var expected: [String] = []
    for row in 0..<rows {
      let text = "企业\(row / run % distinct)"
      expected.append(text)
      builder.append(text)
    }
    let column = builder.finish()
    if case .dictionary(_, let values) = column.storage {
      #expect(isCoded)
      #expect(values.count == distinct)
    } else {
      #expect(!isCoded)
    }
    #expect((0..<rows).allSatisfy { column[$0] == expected[$0] })
  }

  @Test func `an index finds what was added, and nothing else`() {
    var random = SplitMix64(seed: 3)
    var index = TextIndex()
    var numbers: [String: Int] = [:]
    for _ in 0..<20_000 {
      let text = String(UInt64.random(in: 0..<6_000, using: &random), radix: 36)
      let number = index.insert(text)
      #expect(numbers[text, default: numbers.count] == number)
      numbers[text] = number
    }
    #expect(index.count == numbers.count)
    for number in 0..<8_000 {
      let text = String(number, radix: 36)
      #expect(index.find(text) == numbers[text])
      if let number = numbers[text] { #expect(index[number] == text) }
    }
  }

  @Test(
    arguments: [[], [5], [-3, 7, 7, 0], [.min, .max, 0], [100, 100_000, -100_000]] as [[Int64]])
  func `a set contains its members`(members: [Int64]) {
    let set = IntegerSet(members)
    let neighbours = members.flatMap { [$0 &- 1, $0, $0 &+ 1, $0 &+ 64] } + [0, .min, .max]
    for value in neighbours { #expect(set.contains(value) == members.contains(value)) }
    let decimals = DecimalSet(members.map { Decimal($0) })
    for value in neighbours {
      #expect(decimals.contains(Decimal(value)) == members.contains(value))
    }
  }
}
