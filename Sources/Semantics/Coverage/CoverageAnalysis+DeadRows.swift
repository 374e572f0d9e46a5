extension CoverageAnalysis {
  /// Rows that are never reached because earlier ones take all they would.
  struct DeadRows: Sendable {
    /// Dead rows with the same cause.
    struct Group: Sendable {
      /// Ascending; not empty.
      var rows: [Int]
      /// The earlier rows that together take all of it; as few as was easy to find.
      let cover: [Int]
    }

    var groups: [Group] = []
    /// Rows for which the budget did not suffice.
    var undecided: [Int] = []
  }

  /// Where the first row that holds decides. Rows that take nothing at all are left out.
  func deadRows() -> DeadRows {
    var result = DeadRows()
    var remaining = budget
    for row in boxes.indices where isPossible[row] {
      let earlier = neighbours(of: row).elements.filter { $0 < row }
      do {
        guard let cover = try cover(of: row, among: earlier, budget: &remaining) else { continue }
        if let known = result.groups.firstIndex(where: { $0.cover == cover }) {
          result.groups[known].rows.append(row)
        } else {
          result.groups.append(DeadRows.Group(rows: [row], cover: cover))
        }
      } catch {
        result.undecided.append(row)
      }
    }
    return result
  }

  /// Earlier rows that take all a row takes, or nil.
  private func cover(
    of row: Int, among earlier: [Int], budget: inout Int
  ) throws(CoverageSearch.OutOfBudget) -> [Int]? {
    let box = boxes[row]
    let single = earlier.first { other in
      zip(box, boxes[other]).allSatisfy { $0.isSubset(of: $1) }
    }
    if let single { return [single] }
    guard try isCovered(box, by: earlier, budget: &budget) else { return nil }
    // Leaves out what is not needed, the last first. Of many rows that would take too long.
    guard earlier.count <= 24 else { return earlier }
    var cover = earlier
    for candidate in earlier.reversed() {
      let rest = cover.filter { $0 != candidate }
      if (try? isCovered(box, by: rest, budget: &budget)) == true { cover = rest }
    }
    return cover
  }

  private func isCovered(
    _ box: Box, by rows: [Int], budget: inout Int
  ) throws(CoverageSearch.OutOfBudget) -> Bool {
    let others = rows.map { boxes[$0] }
    if let plain = isPlainlyCovered(box, by: others) { return plain }
    var search = search(box, in: others, budget: budget)
    defer { budget = max(0, search.budget) }
    return try search.gap() == nil
  }
}
