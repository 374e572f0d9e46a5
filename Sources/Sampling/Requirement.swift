package import Engine

/// What is wanted of parts of the objects that are drawn together: `其中 重点 不少于 8%`, one of each
/// category, where a stratum's quota is spread, the quota of each cell; and numbers of each area
/// across all strata.
///
/// Every row has a class; rows of one class are in the same parts.
package struct Requirement: Hashable, Sendable {
  /// Some of the classes, and how many objects of them the sample has.
  package struct Part: Hashable, Sendable {
    package var classes: [Int]
    package var least: Int
    package var greatest: Int
    /// Parts of one family are nested or have no class in common, as far as that can be: 0 for cells
    /// and what is within them, 1 and above for what goes across.
    package var family: Int

    package init(classes: [Int], least: Int = 0, greatest: Int = .max, family: Int = 0) {
      self.classes = classes
      self.least = least
      self.greatest = greatest
      self.family = family
    }
  }

  /// The cells whose quotas it is about; no cell is in two requirements.
  package var cells: [Int]
  /// The classes of rows in these cells; others have none of them.
  package var classes: [Int]
  package var parts: [Part]

  package init(cells: [Int], classes: [Int], parts: [Part]) {
    self.cells = cells
    self.classes = classes
    self.parts = parts
  }

  /// The least and the greatest number of objects within a range that all parts permit together;
  /// nil if there is none.
  ///
  /// - Parameter populations: The rows of each class, by its number.
  package func totals(
    _ range: ClosedRange<Int>, of populations: [Int], meter: Meter = Meter()
  ) throws(LimitExceeded) -> ClosedRange<Int>? {
    let state = ChoiceState(self, available: populations)
    if try !state.canComplete(range, meter) { return nil }
    // If a number up to `t` will do, one up to `t + 1` will.
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try state.canComplete(range.lowerBound...middle, meter) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let least = low
    high = range.upperBound
    while low < high {
      let middle = low + (high - low + 1) / 2
      if try state.canComplete(middle...range.upperBound, meter) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return least...low
  }
}
