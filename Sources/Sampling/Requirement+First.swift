internal import Engine

extension Requirement {
  /// The first rows, in the order given, that meet all parts; nil if no rows do.
  ///
  /// Once taking a row of a class would make the rest impossible, it always will: whatever is drawn
  /// later could have been drawn then. So a class is closed at most once, and between two closings
  /// the longest run in which all open rows are taken is found by halving.
  ///
  /// - Parameter classes: The class of each row of the registry.
  func first(
    of order: [Drawn], _ classes: [Int32], total: Int, _ meter: Meter
  ) throws(LimitExceeded) -> [Drawn]? {
    var populations = [Int](repeating: 0, count: 1 + (self.classes.max() ?? -1))
    for drawn in order { populations[Int(classes[drawn.row])] += 1 }
    var positions: [Int: Int] = [:]
    for (position, number) in self.classes.enumerated() { positions[number] = position }
    let kinds = order.map { positions[Int(classes[$0.row])] ?? 0 }

    var state = ChoiceState(self, available: populations)
    var isClosed = [Bool](repeating: false, count: self.classes.count)
    var taken: [Drawn] = []
    var next = 0
    guard try state.canComplete(total...total, meter) else { return nil }
    while taken.count < total, next < order.count {
      // The rows from here up to the one that would be one too many.
      var longest = 0
      var wanted = total - taken.count
      while next + longest < order.count, wanted > 0 {
        if !isClosed[kinds[next + longest]] { wanted -= 1 }
        longest += 1
      }
      func after(_ length: Int) -> (state: ChoiceState, taken: [Drawn]) {
        var (after, more) = (state, [Drawn]())
        for index in next..<next + length where !isClosed[kinds[index]] {
          more.append(order[index])
          after.take(kinds[index])
        }
        return (after, more)
      }
      var (low, high) = (0, longest)
      var middle = longest
      while low < high {
        try meter.spend(steps: middle)
        let (candidate, more) = after(middle)
        let rest = total - taken.count - more.count
        if try candidate.canComplete(rest...rest, meter) { low = middle } else { high = middle - 1 }
        middle = low + (high - low + 1) / 2
      }
      let (reached, more) = after(low)
      state = reached
      taken += more
      next += low
      if low < longest {
        isClosed[kinds[next]] = true
        state.close(kinds[next])
      }
    }
    return taken.count == total ? taken : nil
  }
}
