package import Quantities

/// Values for each group. Rows of the column without a value do not count.
extension Groups {
  /// How many rows with a value each group has.
  package func knownCounts(_ column: Column) -> [Int] {
    guard let known = column.known else { return sizes }
    var counts = Array(repeating: 0, count: count)
    for row in codes.indices { counts[Int(codes[row])] += Int(known.bytes[row]) }
    return counts
  }

  /// Exact sums, 0 for no values. Only the final sum has to fit: the order of the rows does not
  /// matter. A fault names the first row of the group.
  package func sums(_ column: IntegerColumn, _ site: Site) throws(Fault) -> [Int64] {
    var sums: [Int64] = []
    for (group, wide) in wideSums(column).enumerated() {
      guard let sum = Int64(exactly: wide) else {
        throw Fault(kind: .overflow, site: site, row: Int(firstRows[group]))
      }
      sums.append(sum)
    }
    return sums
  }

  /// Exact sums, added up in the order of the rows; a fault names the row that goes too far.
  package func sums(_ column: DecimalColumn, _ site: Site) throws(Fault) -> [Decimal] {
    var sums = Array(repeating: Decimal.zero, count: count)
    for row in codes.indices {
      let group = Int(codes[row])
      do throws(DecimalFault) {
        sums[group] = try sums[group].adding(column.values[row])
      } catch {
        throw Fault(kind: .overflow, site: site, row: row)
      }
    }
    return sums
  }

  /// Averages rounded half up to 10 places, missing for a group without values: the meaning of the
  /// word 平均 in the language.
  package func averages(_ column: Column, _ site: Site) throws(Fault) -> DecimalColumn {
    let counts = knownCounts(column)
    var sums: [Decimal] = []
    switch column {
    case .integers(let integers):
      for (group, wide) in wideSums(integers).enumerated() {
        // At most 2³¹ rows of 64 bits: below 10³⁸.
        guard let sum = Decimal(coefficient: wide, places: 0) else {
          throw Fault(kind: .overflow, site: site, row: Int(firstRows[group]))
        }
        sums.append(sum)
      }
    case .decimals(let decimals): sums = try self.sums(decimals, site)
    case .texts: sums = Array(repeating: .zero, count: count)
    }
    var averages = DecimalColumnBuilder()
    for group in 0..<count {
      if counts[group] == 0 {
        averages.appendMissing()
        continue
      }
      do throws(DecimalFault) {
        let divisor = Decimal(Int64(counts[group]))
        averages.append(
          try sums[group].dividedRounded(by: divisor, places: 10, rounding: .halfUp))
      } catch {
        throw Fault(kind: .overflow, site: site, row: Int(firstRows[group]))
      }
    }
    return averages.finish()
  }

  /// The least value of each group, missing for a group without values.
  package func minima(_ column: Column) -> Column { extremes(column, .less) }

  /// The greatest value of each group, missing for a group without values.
  package func maxima(_ column: Column) -> Column { extremes(column, .greater) }

  private func extremes(_ column: Column, _ wanted: Comparison) -> Column {
    var best = Array(repeating: Int32(-1), count: count)
    for row in codes.indices where column.isKnown(at: row) {
      let group = Int(codes[row])
      if best[group] < 0 || wanted.holds(column.order(row, Int(best[group]))) {
        best[group] = Int32(truncatingIfNeeded: row)
      }
    }
    var picked = IntegerColumnBuilder()
    for row in best { picked.append(row < 0 ? nil : Int64(row)) }
    return column.gather(best.map { max($0, 0) }, where: picked.finish().known)
  }

  private func wideSums(_ column: IntegerColumn) -> [Int128] {
    var sums = Array(repeating: Int128(0), count: count)
    for row in codes.indices { sums[Int(codes[row])] += Int128(column[row]) }
    return sums
  }
}

extension Column {
  /// How two rows' values stand to each other: below, at or above 0.
  fileprivate func order(_ first: Int, _ second: Int) -> Int {
    switch self {
    case .integers(let column):
      let (left, right) = (column[first], column[second])
      return left < right ? -1 : left == right ? 0 : 1
    case .decimals(let column):
      let (left, right) = (column.values[first], column.values[second])
      return left < right ? -1 : left == right ? 0 : 1
    case .texts(let column):
      return column.withUTF8(at: first) { left in
        column.withUTF8(at: second) { orderBytes(left, $0) }
      }
    }
  }

  /// The given rows, of which only those in the mask have a value.
  fileprivate func gather(_ rows: [Int32], where mask: KnownMask?) -> Column {
    guard let mask else { return gather(rows).withKnown(nil) }
    switch self {
    case .integers(let column):
      var builder = IntegerColumnBuilder()
      for (index, row) in rows.enumerated() {
        builder.append(mask.bytes[index] == 0 ? nil : column[Int(row)])
      }
      return .integers(builder.finish())
    case .decimals(let column):
      var builder = DecimalColumnBuilder()
      for (index, row) in rows.enumerated() {
        builder.append(mask.bytes[index] == 0 ? nil : column[Int(row)])
      }
      return .decimals(builder.finish())
    case .texts(let column):
      var builder = TextColumnBuilder()
      for (index, row) in rows.enumerated() {
        builder.append(mask.bytes[index] == 0 ? nil : column[Int(row)])
      }
      return .texts(builder.finish())
    }
  }
}
