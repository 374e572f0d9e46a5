/// A set of small integers below a fixed capacity.
struct BitSet: Hashable, Sendable {
  private(set) var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// The integers of `range`.
  init(_ range: Range<Int>, capacity: Int) {
    self.init(capacity: capacity)
    insert(range)
  }

  mutating func insert(_ element: Int) { words[element >> 6] |= 1 << UInt64(element & 63) }

  mutating func insert(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    for word in first...last {
      var mask = UInt64.max
      if word == first { mask &= UInt64.max << UInt64(range.lowerBound & 63) }
      if word == last { mask &= UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63) }
      words[word] |= mask
    }
  }

  mutating func remove(_ element: Int) { words[element >> 6] &= ~(1 << UInt64(element & 63)) }

  func contains(_ element: Int) -> Bool { words[element >> 6] & 1 << UInt64(element & 63) != 0 }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func intersects(_ other: BitSet) -> Bool {
    for (a, b) in zip(words, other.words) where a & b != 0 { return true }
    return false
  }

  func isSubset(of other: BitSet) -> Bool {
    for (a, b) in zip(words, other.words) where a & ~b != 0 { return false }
    return true
  }

  mutating func formIntersection(_ other: BitSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: BitSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func subtract(_ other: BitSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  func intersection(_ other: BitSet) -> BitSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: BitSet) -> BitSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// Ascending.
  var elements: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  /// Runs of neighbouring elements, ascending.
  var runs: [Range<Int>] {
    var result: [Range<Int>] = []
    for element in elements {
      if let last = result.last, last.upperBound == element {
        result[result.count - 1] = last.lowerBound..<element + 1
      } else {
        result.append(element..<element + 1)
      }
    }
    return result
  }
}
