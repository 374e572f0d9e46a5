extension Column {
  /// The given rows, in the given order.
  public func gather(_ rows: [Int32]) -> Column {
    switch self {
    case .integers(let column): .integers(column.gather(rows))
    case .decimals(let column):
      .decimals(
        DecimalColumn(
          values: rows.map { column.values[Int($0)] },
          known: KnownMask.gathering(column.known, rows)))
    case .texts(let column): .texts(column.gather(rows))
    }
  }

  /// Consecutive rows.
  public func slice(_ rows: Range<Int>) -> Column {
    switch self {
    case .integers(let column): .integers(column.slice(rows))
    case .decimals(let column):
      .decimals(
        DecimalColumn(
          values: Array(column.values[rows]), known: KnownMask.slicing(column.known, rows)))
    case .texts(let column): .texts(column.slice(rows))
    }
  }

  /// The rows of all columns one after the other. The columns hold one kind of value; nil if they
  /// do not, or if there are none.
  public static func concatenating(_ columns: [Column]) -> Column? {
    guard let first = columns.first else { return nil }
    if columns.count == 1 { return first }
    switch first {
    case .integers:
      var builder = IntegerColumnBuilder()
      for column in columns {
        guard case .integers(let part) = column else { return nil }
        builder.append(contentsOf: part)
      }
      return .integers(builder.finish())
    case .decimals:
      var builder = DecimalColumnBuilder()
      for column in columns {
        guard case .decimals(let part) = column else { return nil }
        builder.append(contentsOf: part)
      }
      return .decimals(builder.finish())
    case .texts:
      var builder = TextColumnBuilder()
      for column in columns {
        guard case .texts(let part) = column else { return nil }
        builder.append(contentsOf: part)
      }
      return .texts(builder.finish())
    }
  }
}

extension IntegerColumn {
  fileprivate func gather(_ rows: [Int32]) -> IntegerColumn {
    let gathered: Storage =
      switch storage {
      case .bytes(let values): .bytes(rows.map { values[Int($0)] })
      case .shorts(let values): .shorts(rows.map { values[Int($0)] })
      case .words(let values): .words(rows.map { values[Int($0)] })
      case .longs(let values): .longs(rows.map { values[Int($0)] })
      }
    return IntegerColumn(storage: gathered, known: KnownMask.gathering(known, rows))
  }

  fileprivate func slice(_ rows: Range<Int>) -> IntegerColumn {
    let sliced: Storage =
      switch storage {
      case .bytes(let values): .bytes(Array(values[rows]))
      case .shorts(let values): .shorts(Array(values[rows]))
      case .words(let values): .words(Array(values[rows]))
      case .longs(let values): .longs(Array(values[rows]))
      }
    return IntegerColumn(storage: sliced, known: KnownMask.slicing(known, rows))
  }
}

extension TextColumn {
  fileprivate func gather(_ rows: [Int32]) -> TextColumn {
    let gathered: Storage
    switch storage {
    case .dictionary(let codes, let values):
      gathered = .dictionary(codes: rows.map { codes[Int($0)] }, values: values)
    case .flat(let bytes, let offsets):
      var kept: [UInt8] = []
      var ends = [0]
      ends.reserveCapacity(rows.count + 1)
      for row in rows {
        kept.append(contentsOf: bytes[offsets[Int(row)]..<offsets[Int(row) + 1]])
        ends.append(kept.count)
      }
      gathered = .flat(bytes: kept, offsets: ends)
    }
    return TextColumn(storage: gathered, known: KnownMask.gathering(known, rows))
  }

  fileprivate func slice(_ rows: Range<Int>) -> TextColumn {
    let sliced: Storage
    switch storage {
    case .dictionary(let codes, let values):
      sliced = .dictionary(codes: Array(codes[rows]), values: values)
    case .flat(let bytes, let offsets):
      guard !rows.isEmpty else {
        return TextColumn(storage: .flat(bytes: [], offsets: [0]), known: nil)
      }
      let start = offsets[rows.lowerBound]
      sliced = .flat(
        bytes: Array(bytes[start..<offsets[rows.upperBound]]),
        offsets: offsets[rows.lowerBound...rows.upperBound].map { $0 - start })
    }
    return TextColumn(storage: sliced, known: KnownMask.slicing(known, rows))
  }
}
