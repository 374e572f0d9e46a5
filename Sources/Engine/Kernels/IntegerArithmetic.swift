// Each returns whether some result did not fit; the results are then of no use.

/// A sum has overflowed if its sign differs from that of both operands.
func addOverflowing(_ target: inout [Int64], _ count: Int, _ other: [Int64]) -> Bool {
  var signs: Int64 = 0
  combine(&target, count, with: other.span) { left, right in
    let sum = left &+ right
    signs |= (left ^ sum) & (right ^ sum)
    return sum
  }
  return signs < 0
}

/// A difference has overflowed if the operands differ in sign, and it differs from the first.
func subtractOverflowing(_ target: inout [Int64], _ count: Int, _ other: [Int64]) -> Bool {
  var signs: Int64 = 0
  combine(&target, count, with: other.span) { left, right in
    let difference = left &- right
    signs |= (left ^ right) & (left ^ difference)
    return difference
  }
  return signs < 0
}

func multiplyOverflowing(_ target: inout [Int64], _ count: Int, _ other: [Int64]) -> Bool {
  var failed = false
  combine(&target, count, with: other.span) { left, right in
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    failed = failed || overflow
    return product
  }
  return failed
}

func negateOverflowing(_ target: inout [Int64], _ count: Int) -> Bool {
  var failed = false
  update(&target, count) { value in
    failed = failed || value == .min
    return 0 &- value
  }
  return failed
}

func magnitudeOverflowing(_ target: inout [Int64], _ count: Int) -> Bool {
  var failed = false
  update(&target, count) { value in
    failed = failed || value == .min
    return value < 0 ? 0 &- value : value
  }
  return failed
}
