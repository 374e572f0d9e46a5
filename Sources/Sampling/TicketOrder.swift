/// Sorts by ticket, then by key.
///
/// - Complexity: Linear, because tickets are uniform: each goes straight to about its place, and an
///   insertion sort, in which none has far to go, does the rest.
func ticketOrder(_ drawn: [Drawn], keys: KeyBytes) -> [Drawn] {
  guard drawn.count > 2, let some = drawn.first else {
    return drawn.sorted(by: keys.precedes)
  }
  let greatest = drawn.reduce(0) { max($0, $1.first) }
  let shift = greatest.leadingZeroBitCount
  let bits = Int.bitWidth - 1 - drawn.count.leadingZeroBitCount
  func place(_ drawn: Drawn) -> Int { Int((drawn.first << shift) >> (64 - bits)) }

  var ends = [Int](repeating: 0, count: 1 << bits)
  for one in drawn { ends[place(one)] += 1 }
  var total = 0
  for index in ends.indices {
    total += ends[index]
    ends[index] = total
  }
  var sorted = [Drawn](repeating: some, count: drawn.count)
  // From the end, so that rows of one place keep their order.
  for one in drawn.reversed() {
    let index = place(one)
    ends[index] -= 1
    sorted[ends[index]] = one
  }
  for index in 1..<sorted.count {
    let one = sorted[index]
    var gap = index
    while gap > 0, keys.precedes(one, sorted[gap - 1]) {
      sorted[gap] = sorted[gap - 1]
      gap -= 1
    }
    if gap != index { sorted[gap] = one }
  }
  return sorted
}
