import Quantities

extension Column {
  /// The rows by equal values.
  package func groups() -> Groups {
    switch self {
    case .integers(let column): column.groups()
    case .decimals(let column): column.groups()
    case .texts(let column): column.groups()
    }
  }

  /// The rows in order of their values; equal ones keep their order, and rows without a value come
  /// last in either direction.
  package func sortedRows(descending: Bool = false) -> [Int32] {
    let groups = groups()
    let (starts, rows) = groups.rowsByGroup()
    guard descending else { return rows }
    var order = Array((0..<groups.count).reversed())
    if let last = order.first, !isKnown(at: Int(groups.firstRows[last])) {
      order.removeFirst()
      order.append(last)
    }
    var sorted: [Int32] = []
    sorted.reserveCapacity(rows.count)
    for group in order { sorted.append(contentsOf: rows[starts[group]..<starts[group + 1]]) }
    return sorted
  }

  /// The first row of each distinct value, ascending by row. Having no value counts as one.
  package func distinctRows() -> [Int32] { groups().firstRows.sorted() }

  /// The first row of each distinct combination of values, ascending by row.
  package static func distinctRows(of columns: [Column], rowCount: Int) -> [Int32] {
    var groups = Groups(whole: rowCount)
    for column in columns { groups = groups.combined(with: column.groups()) }
    return groups.firstRows.sorted()
  }
}

extension IntegerColumn {
  func groups() -> Groups {
    let rowCount = count
    var values = Array(repeating: Int64(0), count: rowCount)
    copy(0..<rowCount, into: &values)
    guard let lowest = values.min(), let highest = values.max() else { return Groups(whole: 0) }
    let (spread, overflow) = highest.subtractingReportingOverflow(lowest)
    if !overflow, spread < max(65_536, rowCount) {
      // Close together: a place for each value between the least and the greatest.
      let missing = Int32(truncatingIfNeeded: spread + 1)
      let codes = values.indices.map { row in
        isKnown(at: row) ? Int32(truncatingIfNeeded: values[row] - lowest) : missing
      }
      return Groups(sparse: codes, limit: Int(spread) + 2)
    }
    // The sign bit turned over, integers order as bit patterns do.
    let keys = values.map { UInt64(bitPattern: $0) ^ 1 << 63 }
    return numbered(radixSorted(keys), known) { values[$0] == values[$1] }
  }
}

extension DecimalColumn {
  func groups() -> Groups {
    if let scaled { return scaled.groups() }
    let order = (0..<Int32(count)).sorted { first, second in
      let (left, right) = (values[Int(first)], values[Int(second)])
      return left == right ? first < second : left < right
    }
    return numbered(order, known) { values[$0] == values[$1] }
  }

  /// The values in units of the last place that any of them has, if these are 64-bit integers.
  private var scaled: IntegerColumn? {
    let places = values.reduce(0) { max($0, $1.places) }
    guard places <= 18 else { return nil }
    var units: [Int64] = []
    units.reserveCapacity(values.count)
    for value in values {
      var unit: Int64 = 1
      for _ in value.places..<places { unit *= 10 }
      guard let coefficient = Int64(exactly: value.coefficient) else { return nil }
      let (scaled, overflow) = coefficient.multipliedReportingOverflow(by: unit)
      if overflow { return nil }
      units.append(scaled)
    }
    return IntegerColumn(units, known: known)
  }
}

extension TextColumn {
  func groups() -> Groups {
    switch storage {
    case .dictionary(let codes, let texts):
      return dictionaryGroups(codes, texts)
    case .flat:
      let order = (0..<Int32(count)).sorted { first, second in
        let order = compare(Int(first), Int(second))
        return order == 0 ? first < second : order < 0
      }
      return numbered(order, known) { compare($0, $1) == 0 }
    }
  }

  /// Puts the distinct texts in order rather than the rows.
  private func dictionaryGroups(_ codes: [UInt32], _ texts: [String]) -> Groups {
    var isUsed = Array(repeating: false, count: texts.count)
    for code in codes { isUsed[Int(code)] = true }
    let order = texts.indices.filter { isUsed[$0] }
      .sorted { orderBytes(texts[$0].utf8.span, texts[$1].utf8.span) < 0 }
    var ranks = Array(repeating: Int32(0), count: texts.count)
    var rank: Int32 = -1
    var previous: Int?
    for code in order {
      let isSame = previous.map { sameBytes(texts[$0].utf8.span, texts[code].utf8.span) } ?? false
      if !isSame { rank += 1 }
      ranks[code] = rank
      previous = code
    }
    let sparse = codes.indices.map { isKnown(at: $0) ? ranks[Int(codes[$0])] : rank + 1 }
    return Groups(sparse: sparse, limit: Int(rank) + 2)
  }

  private func compare(_ first: Int, _ second: Int) -> Int {
    withUTF8(at: first) { left in withUTF8(at: second) { orderBytes(left, $0) } }
  }
}

/// Numbers the values of rows given in their order; rows without a value come after all others.
private func numbered(
  _ order: [Int32], _ known: KnownMask?, _ isSame: (Int, Int) -> Bool
) -> Groups {
  var codes = Array(repeating: Int32(0), count: order.count)
  var next: Int32 = -1
  var previous: Int?
  for row in order.lazy.map(Int.init) where known.isSet(at: row) {
    if let previous, isSame(previous, row) {} else { next += 1 }
    codes[row] = next
    previous = row
  }
  var hasMissing = false
  for row in codes.indices where !known.isSet(at: row) {
    codes[row] = next + 1
    hasMissing = true
  }
  return Groups(codes: codes, count: Int(next) + (hasMissing ? 2 : 1))
}

/// The positions of keys in ascending order, equal ones in their order: least significant digits
/// of 16 bits first; digits that all keys share cost one look.
private func radixSorted(_ keys: [UInt64]) -> [Int32] {
  var order = (0..<Int32(truncatingIfNeeded: keys.count)).map { $0 }
  var sorted = order
  var different: UInt64 = 0
  for key in keys { different |= key ^ keys[0] }
  for shift in stride(from: UInt64(0), to: 64, by: 16) where different >> shift & 0xFFFF != 0 {
    var next = Array(repeating: 0, count: 65_537)
    for key in keys { next[Int(key >> shift & 0xFFFF) + 1] += 1 }
    for digit in 1..<next.count { next[digit] += next[digit - 1] }
    for position in order {
      let digit = Int(keys[Int(position)] >> shift & 0xFFFF)
      sorted[next[digit]] = position
      next[digit] += 1
    }
    swap(&order, &sorted)
  }
  return order
}
