/// Numbers tuples of values, in canonical form, in the order in which they come.
struct TupleIndex {
  /// The tuples one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Numbers of tuples under open addressing; −1 where a place is free.
  private var places: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { ends.count - 1 }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

  /// The number of a tuple; nil if it is new.
  func find(_ tuple: Span<UInt8>) -> Int? {
    let number = places[place(of: tuple)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a tuple, which is taken in if it is new.
  mutating func insert(_ tuple: [UInt8]) -> Int {
    let place = place(of: tuple.span)
    if places[place] >= 0 { return Int(places[place]) }
    places[place] = Int32(truncatingIfNeeded: count)
    bytes += tuple
    ends.append(bytes.count)
    if count * 2 > places.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for number in 0..<count {
      places[place(of: bytes.span.extracting(ends[number]..<ends[number + 1]))] = Int32(
        truncatingIfNeeded: number)
    }
  }

  /// Where a tuple is, or would be.
  private func place(of tuple: Span<UInt8>) -> Int {
    let mask = places.count - 1
    var place = TupleIndex.hash(tuple) & mask
    while places[place] >= 0, !isTuple(Int(places[place]), tuple) { place = (place + 1) & mask }
    return place
  }

  private func isTuple(_ number: Int, _ tuple: Span<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == tuple.count else { return false }
    for index in tuple.indices where bytes[start + index] != tuple[index] { return false }
    return true
  }

  /// FNV-1a. Whoever makes up values that collide slows down nobody but themselves.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
