extension IntegerColumn {
  /// The values of the rows, in full width.
  func copy(_ rows: Range<Int>, into target: inout [Int64]) {
    let count = rows.count
    switch storage {
    case .bytes(let values):
      fill(&target, count, from: values.span.extracting(rows)) { Int64($0) }
    case .shorts(let values):
      fill(&target, count, from: values.span.extracting(rows)) { Int64($0) }
    case .words(let values):
      fill(&target, count, from: values.span.extracting(rows)) { Int64($0) }
    case .longs(let values):
      fill(&target, count, from: values.span.extracting(rows)) { $0 }
    }
  }

  /// Which of the rows hold a value that stands so to a constant.
  func compare(
    _ comparison: Comparison, _ constant: Int64, _ rows: Range<Int>, into mask: inout [UInt8]
  ) {
    let count = rows.count
    switch storage {
    case .bytes(let values):
      comparison.fill(&mask, count, narrow: values.span.extracting(rows), with: constant)
    case .shorts(let values):
      comparison.fill(&mask, count, narrow: values.span.extracting(rows), with: constant)
    case .words(let values):
      comparison.fill(&mask, count, narrow: values.span.extracting(rows), with: constant)
    case .longs(let values):
      comparison.fill(&mask, count, values.span.extracting(rows), with: constant)
    }
  }
}
