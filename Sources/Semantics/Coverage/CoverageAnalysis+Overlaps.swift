extension CoverageAnalysis {
  /// A row that takes what others take too.
  struct Overlap: Sendable {
    let row: Int
    /// Ascending; not empty.
    let others: [Int]
  }

  /// As few rows as will do: the row with the most overlaps is to blame for all of them (of
  /// several, the last), then the one with the most that remain.
  func overlaps() -> [Overlap] {
    var open = boxes.indices.map {
      isPossible[$0] ? neighbours(of: $0) : BitSet(capacity: boxes.count)
    }
    var counts = open.map(\.count)
    var result: [Overlap] = []
    while let most = counts.max(), most > 0, let row = counts.lastIndex(of: most) {
      let others = open[row].elements
      result.append(Overlap(row: row, others: others))
      for other in others {
        open[other].remove(row)
        counts[other] -= 1
      }
      counts[row] = 0
    }
    return result
  }

  /// What two rows both take.
  func common(_ first: Int, _ second: Int) -> Box {
    zip(boxes[first], boxes[second]).map { $0.intersection($1) }
  }
}
