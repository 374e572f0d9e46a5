import Engine
import Quantities
import TestSupport
import Testing

/// Grouping, sorting and aggregates against plain arrays.
@Suite struct GroupsTests {
  private static let site = Site(9)

  /// A column and, for each row, something that orders as the language does; missing values last.
  private struct Sample {
    let column: Column
    let keys: [Key]
  }

  private enum Key: Comparable {
    case integer(Int64)
    case decimal(Decimal)
    case scalars([UInt32])
    case missing

    static func < (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.integer(let left), .integer(let right)): left < right
      case (.decimal(let left), .decimal(let right)): left < right
      case (.scalars(let left), .scalars(let right)): left.lexicographicallyPrecedes(right)
      default: left != .missing && right == .missing
      }
    }
  }

  private func samples(_ rowCount: Int) -> [Sample] {
    var columns = RandomColumns(seed: UInt64(rowCount) + 77, rowCount: rowCount)
    let all = columns.all() + [.integers(columns.integers(-9...Int64(1) << 40))]
    return all.map { column in
      let keys = (0..<rowCount).map { row -> Key in
        guard column.isKnown(at: row) else { return .missing }
        if let value = column.integer(at: row) { return .integer(value) }
        if let value = column.decimal(at: row) { return .decimal(value) }
        return .scalars((column.text(at: row) ?? "").unicodeScalars.map(\.value))
      }
      return Sample(column: column, keys: keys)
    }
  }

  @Test(arguments: [0, 1, 2, 40, 1_200]) func `groups ascend by value`(rowCount: Int) {
    for sample in samples(rowCount) {
      let groups = sample.column.groups()
      var distinct: [Key] = []
      for key in sample.keys.sorted() where distinct.last != key { distinct.append(key) }
      #expect(groups.count == distinct.count)
      #expect(groups.codes.map { distinct[Int($0)] } == sample.keys)
      #expect(groups.firstRows.map(Int.init) == distinct.map { sample.keys.firstIndex(of: $0) })
      #expect(groups.sizes == distinct.map { key in sample.keys.count { $0 == key } })
    }
  }

  @Test(arguments: [0, 1, 2, 40, 1_200]) func `sorting is stable both ways`(rowCount: Int) {
    for sample in samples(rowCount) {
      let rows = Array(0..<rowCount)
      let ascending = rows.sorted { (sample.keys[$0], $0) < (sample.keys[$1], $1) }
      #expect(sample.column.sortedRows().map(Int.init) == ascending)
      let descending = rows.sorted { first, second in
        let (left, right) = (sample.keys[first], sample.keys[second])
        if left == right { return first < second }
        if left == .missing || right == .missing { return right == .missing }
        return left > right
      }
      #expect(sample.column.sortedRows(descending: true).map(Int.init) == descending)
      let firsts = rows.filter { row in sample.keys.firstIndex(of: sample.keys[row]) == row }
      #expect(sample.column.distinctRows().map(Int.init) == firsts)
    }
  }

  @Test func `distinct combinations`() {
    let rowCount = 500
    let samples = samples(rowCount)
    let chosen = [samples[0], samples[6], samples[5]]
    var seen: [[Key]] = []
    var firsts: [Int] = []
    for row in 0..<rowCount {
      let key = chosen.map { $0.keys[row] }
      if !seen.contains(key) {
        seen.append(key)
        firsts.append(row)
      }
    }
    #expect(
      Column.distinctRows(of: chosen.map(\.column), rowCount: rowCount).map(Int.init) == firsts)
    #expect(Column.distinctRows(of: [], rowCount: 3) == [0])
    let groups = samples[0].column.groups().combined(with: samples[6].column.groups())
    let pairs = (0..<rowCount).map { [samples[0].keys[$0], samples[6].keys[$0]] }
    for row in 1..<rowCount {
      let isLess = pairs[row - 1].lexicographicallyPrecedes(pairs[row])
      #expect(isLess == (groups.codes[row - 1] < groups.codes[row]))
    }
  }

  @Test(arguments: [0, 1, 40, 700]) func `aggregates of each group`(rowCount: Int) throws {
    let samples = samples(rowCount)
    let groups = samples[0].column.groups()
    let (starts, rows) = groups.rowsByGroup()
    for sample in samples {
      let members = (0..<groups.count).map { group in
        rows[starts[group]..<starts[group + 1]].map { sample.keys[Int($0)] }
          .filter { $0 != .missing }
      }
      #expect(groups.knownCounts(sample.column) == members.map(\.count))
      #expect(keys(groups.minima(sample.column)) == members.map { $0.min() ?? .missing })
      #expect(keys(groups.maxima(sample.column)) == members.map { $0.max() ?? .missing })
    }
    guard case .integers(let integers) = samples[2].column,
      case .decimals(let decimals) = samples[5].column
    else {
      Issue.record("samples of other kinds")
      return
    }
    let codes = groups.codes.map(Int.init)
    var sums = Array(repeating: Int64(0), count: groups.count)
    var exact = Array(repeating: Decimal.zero, count: groups.count)
    for row in 0..<rowCount {
      sums[codes[row]] += integers[row]
      exact[codes[row]] = try exact[codes[row]].adding(decimals[row])
    }
    #expect(try groups.sums(integers, Self.site) == sums)
    #expect(try groups.sums(decimals, Self.site) == exact)
    let averages = try groups.averages(.integers(integers), Self.site)
    let counts = groups.knownCounts(.integers(integers))
    for group in 0..<groups.count {
      let expected =
        counts[group] == 0
        ? nil
        : try Decimal(sums[group]).dividedRounded(
          by: Decimal(Int64(counts[group])), places: 10, rounding: .halfUp)
      #expect(averages.decimal(at: group) == expected)
    }
  }

  @Test func `a sum that does not fit is a fault, one that does in the end is none`() throws {
    let groups = Groups(whole: 3)
    #expect(try groups.sums(IntegerColumn([.max, 1, -1]), Self.site) == [.max])
    #expect(throws: Fault(kind: .overflow, site: Self.site, row: 0)) {
      try groups.sums(IntegerColumn([.max, 1, 0]), Self.site)
    }
    let large = try #require(Decimal(coefficient: Int128(10).power(37) * 9, places: 0))
    #expect(throws: Fault(kind: .overflow, site: Self.site, row: 1)) {
      try groups.sums(DecimalColumn(values: [large, large, .zero], known: nil), Self.site)
    }
    #expect(try Groups(whole: 0).sums(IntegerColumn([]), Self.site) == [])
  }

  private func keys(_ column: Column) -> [Key] {
    (0..<column.count).map { row in
      guard column.isKnown(at: row) else { return .missing }
      if let value = column.integer(at: row) { return .integer(value) }
      if let value = column.decimal(at: row) { return .decimal(value) }
      return .scalars((column.text(at: row) ?? "").unicodeScalars.map(\.value))
    }
  }
}

extension Int128 {
  fileprivate func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { result, _ in result * self }
  }
}
