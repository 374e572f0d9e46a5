extension CoverageAnalysis {
  /// What no row takes.
  struct Gaps: Sendable {
    /// Disjoint, and each as large as a box can be.
    var boxes: [Box] = []
    /// Whether there is more than these.
    var hasMore = false
    /// Whether the search ran out of budget before it could tell.
    var isUndecided = false
  }

  /// At most `limit` gaps.
  func gaps(limit: Int = 3) -> Gaps {
    var result = Gaps()
    var taken = boxes.indices.filter { isPossible[$0] }.map { boxes[$0] }
    if everything.contains(where: \.isEmpty) { return result }
    if isPlainlyCovered(everything, by: taken) == true { return result }
    var remaining = budget
    do {
      while true {
        var search = search(everything, in: taken, budget: remaining)
        guard let found = try search.gap() else { return result }
        guard result.boxes.count < limit else {
          result.hasMore = true
          return result
        }
        remaining = search.budget
        let gap = widened(found, avoiding: taken)
        result.boxes.append(gap)
        taken.append(gap)
      }
    } catch {
      result.isUndecided = result.boxes.isEmpty
      result.hasMore = !result.isUndecided
      return result
    }
  }

  /// Grows a box that touches no other, column by column, as far as it goes.
  private func widened(_ box: Box, avoiding others: [Box]) -> Box {
    var result = box
    for column in columns.indices {
      var free = everything[column]
      for other in others
      where columns.indices.allSatisfy({ $0 == column || result[$0].intersects(other[$0]) }) {
        free.subtract(other[column])
      }
      result[column] = free
    }
    return result
  }
}
