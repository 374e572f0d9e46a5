import Quantities
import Store

/// Which class has the values of a tuple, in canonical form.
struct TupleIndex {
  private var tuples: [[UInt8]] = []
  private var classes: [Int] = []
  /// Positions of tuples under open addressing; −1 where a place is free.
  private var places: [Int32]

  init(_ selection: TicketSelection) {
    for (index, one) in selection.classes.enumerated() {
      for tuple in one.tuples {
        tuples.append(TupleIndex.bytes(of: tuple))
        classes.append(index)
      }
    }
    var count = 8
    while count < tuples.count * 2 { count *= 2 }
    places = Array(repeating: -1, count: count)
    for (position, tuple) in tuples.enumerated() {
      var place = TupleIndex.hash(tuple) & (count - 1)
      while places[place] >= 0 { place = (place + 1) & (count - 1) }
      places[place] = Int32(truncatingIfNeeded: position)
    }
  }

  /// The class of a tuple; nil if it is in none.
  subscript(_ tuple: [UInt8]) -> Int? {
    var place = TupleIndex.hash(tuple) & (places.count - 1)
    while places[place] >= 0 {
      let position = Int(places[place])
      if tuples[position] == tuple { return classes[position] }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private static func bytes(of tuple: [RowValue?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in tuple {
      switch value {
      case nil: CanonicalRow.appendAbsent(to: &bytes)
      case .integer(let value): CanonicalRow.append(value, to: &bytes)
      case .decimal(let value): CanonicalRow.append(utf8: value.description.utf8.span, to: &bytes)
      case .text(let text): CanonicalRow.append(utf8: text.utf8.span, to: &bytes)
      }
    }
    return bytes
  }

  /// FNV-1a. The tuples are the caller's; rows only look them up.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
