internal import Engine

/// Whether whole numbers can be found for several kinds of objects: of each kind from 0 to as many
/// as there are, so that given sums of kinds lie within their bounds.
struct CountSystem {
  /// The sum over some kinds.
  struct Sum {
    /// Different ones.
    var kinds: [Int]
    var least: Int
    var greatest: Int
    /// Which family of sums it belongs to; see `CountFlow`.
    var family = 0

    func permits(_ sum: Int) -> Bool { least <= sum && sum <= greatest }
  }

  /// How many there are of each kind; from 0.
  let available: [Int]
  let sums: [Sum]
  /// The sums that each kind is part of.
  private let sumsOfKind: [[Int]]

  init(available: [Int], sums: [Sum]) {
    self.available = available
    self.sums = sums
    var sumsOfKind = [[Int]](repeating: [], count: available.count)
    for (index, sum) in sums.enumerated() {
      for kind in sum.kinds { sumsOfKind[kind].append(index) }
    }
    self.sumsOfKind = sumsOfKind
  }

  /// Numbers from a least to a greatest for each kind.
  private struct Box {
    var least: [Int]
    var greatest: [Int]
  }

  /// Exact: narrows the numbers by the bounds, tries to fill up from the least ones, and where neither
  /// decides looks for a flow, or halves if the sums are no network.
  func hasSolution(_ meter: Meter) throws(LimitExceeded) -> Bool {
    var whole = Box(least: available.map { _ in 0 }, greatest: available)
    try meter.spend(steps: available.count + sums.count)
    guard narrow(&whole) else { return false }
    if fills(whole) { return true }
    if var flow = CountFlow(self) {
      return try flow.balances { steps throws(LimitExceeded) in try meter.spend(steps: steps) }
    }
    var open = [Box(least: available.map { _ in 0 }, greatest: available)]
    while var box = open.popLast() {
      try meter.spend(steps: available.count + sums.count)
      guard narrow(&box) else { continue }
      if fills(box) { return true }
      let free = available.indices.filter { box.least[$0] < box.greatest[$0] }
      let tightest = free.min {
        box.greatest[$0] - box.least[$0] < box.greatest[$1] - box.least[$1]
      }
      guard let kind = tightest else { continue }
      let middle = box.least[kind] + (box.greatest[kind] - box.least[kind]) / 2
      var (lower, upper) = (box, box)
      lower.greatest[kind] = middle
      upper.least[kind] = middle + 1
      open.append(lower)
      open.append(upper)
    }
    return false
  }

  /// Cuts off numbers that no bound permits whatever the other kinds give; false if none is left.
  private func narrow(_ box: inout Box) -> Bool {
    var changed = true
    while changed {
      changed = false
      for sum in sums {
        let least = sum.kinds.reduce(0) { $0 + box.least[$1] }
        let greatest = sum.kinds.reduce(0) { $0 + box.greatest[$1] }
        if least > sum.greatest || greatest < sum.least { return false }
        for kind in sum.kinds {
          let low = sum.least - (greatest - box.greatest[kind])
          let high = sum.greatest - (least - box.least[kind])
          if low > box.least[kind] || high < box.greatest[kind] {
            box.least[kind] = max(low, box.least[kind])
            box.greatest[kind] = min(high, box.greatest[kind])
            if box.least[kind] > box.greatest[kind] { return false }
            changed = true
            // The totals above belong to the box as it was.
            break
          }
        }
      }
    }
    return true
  }

  /// Whether raising the least numbers, where a sum lacks some, meets all bounds.
  private func fills(_ box: Box) -> Bool {
    var numbers = box.least
    var totals = sums.map { sum in sum.kinds.reduce(0) { $0 + numbers[$1] } }
    for (index, sum) in sums.enumerated() where totals[index] < sum.least {
      // First what helps most of the other sums that still lack some.
      func helps(_ kind: Int) -> Int {
        sumsOfKind[kind].count { totals[$0] < sums[$0].least }
      }
      for kind in sum.kinds.sorted(by: { (helps($1), $0) < (helps($0), $1) }) {
        let room = sumsOfKind[kind].map { sums[$0].greatest - totals[$0] }.min() ?? 0
        let more = min(sum.least - totals[index], box.greatest[kind] - numbers[kind], room)
        guard more > 0 else { continue }
        numbers[kind] += more
        for other in sumsOfKind[kind] { totals[other] += more }
      }
    }
    return zip(sums, totals).allSatisfy { $0.permits($1) }
  }
}
