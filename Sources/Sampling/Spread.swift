/// Spreads a quota over cells in proportion to their populations, by the largest remainder: each
/// cell gets the whole part of its share, and what is left goes one by one to the cells with the
/// largest fractions; where these are equal, to the earlier cell.
///
/// No cell gets more than its population; a quota above all populations together gives each its
/// population. `minima` are numbers that cells have anyway, such as objects included: a cell whose
/// share would be smaller keeps its minimum, and the others share the rest. If the minima together
/// are above the quota, they are the result.
///
/// - Parameter minima: As many as populations, none above its population; nil for zeros.
/// - Returns: As many numbers as populations. Their sum is the quota, unless said otherwise above.
package func spread(_ quota: Int, over populations: [Int], minima: [Int]? = nil) -> [Int] {
  let minima = zip(populations, minima ?? []).map { max(0, min($0, $1)) }
  func minimum(_ cell: Int) -> Int { cell < minima.count ? minima[cell] : 0 }
  var rest = max(0, min(quota, populations.reduce(0, +)))
  var result = [Int](repeating: 0, count: populations.count)
  var open = Array(populations.indices)
  // A cell with more than its share leaves less to the others: until no share is below a minimum.
  while true {
    let total = open.reduce(0) { $0 + populations[$1] }
    let amount = max(0, rest)
    var remaining: [Int] = []
    for cell in open {
      let share = Share(of: amount, part: populations[cell], total: total)
      if share.whole < minimum(cell) {
        result[cell] = minimum(cell)
        rest -= minimum(cell)
      } else {
        remaining.append(cell)
      }
    }
    if remaining.count == open.count { break }
    open = remaining
  }
  let total = open.reduce(0) { $0 + populations[$1] }
  var fractions: [(cell: Int, remainder: UInt)] = []
  for cell in open {
    let share = Share(of: max(0, rest), part: populations[cell], total: total)
    result[cell] = share.whole
    fractions.append((cell, share.remainder))
  }
  let left = rest - open.reduce(0) { $0 + result[$1] }
  fractions.sort { ($1.remainder, $0.cell) < ($0.remainder, $1.cell) }
  for (cell, _) in fractions.prefix(max(0, left)) { result[cell] += 1 }
  return result
}

/// `amount × part / total` as a whole number and a remainder in units of `1 / total`.
private struct Share {
  let whole: Int
  let remainder: UInt

  /// For `0 ≤ amount` and `0 ≤ part ≤ total`.
  init(of amount: Int, part: Int, total: Int) {
    guard total > 0 else {
      (whole, remainder) = (0, 0)
      return
    }
    let product = UInt(amount).multipliedFullWidth(by: UInt(part))
    let (quotient, remainder) = UInt(total).dividingFullWidth(product)
    whole = Int(quotient)
    self.remainder = remainder
  }
}
