/// Numbers tuples of values, in canonical form, in the order in which they come.
struct TupleIndex {
  private var tuples: [[UInt8]] = []
  /// Numbers of tuples under open addressing; −1 where a place is free.
  private var places: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { tuples.count }

  subscript(number: Int) -> [UInt8] { tuples[number] }

  /// The number of a tuple; nil if it is new.
  func find(_ tuple: [UInt8]) -> Int? {
    let number = places[place(of: tuple)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a tuple, which is taken in if it is new.
  mutating func insert(_ tuple: [UInt8]) -> Int {
    let place = place(of: tuple)
    if places[place] >= 0 { return Int(places[place]) }
    places[place] = Int32(truncatingIfNeeded: tuples.count)
    tuples.append(tuple)
    if tuples.count * 2 > places.count { grow() }
    return tuples.count - 1
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, tuple) in tuples.enumerated() {
      places[place(of: tuple)] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Where a tuple is, or would be.
  private func place(of tuple: [UInt8]) -> Int {
    let mask = places.count - 1
    var place = TupleIndex.hash(tuple) & mask
    while places[place] >= 0, tuples[Int(places[place])] != tuple { place = (place + 1) & mask }
    return place
  }

  /// FNV-1a. Whoever makes up values that collide slows down nobody but themselves.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
