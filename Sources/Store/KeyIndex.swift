/// Which keys have been seen: their hashes under open addressing, each with the number of its row.
/// The rows themselves stay where they are, so a million keys cost about 25 MB.
public struct KeyIndex {
  private var hashes: [UInt64]
  /// −1 where a place is free.
  private var rows: [Int32]
  private var count = 0

  /// An index without keys.
  public init() {
    hashes = Array(repeating: 0, count: 1_024)
    rows = Array(repeating: -1, count: 1_024)
  }

  /// Adds the key of row `row`, which stands at `key` in `bytes`, unless it is there already.
  ///
  /// - Parameter isSame: whether the row with this number has the same key; asked where hashes meet.
  /// - Returns: the row that had the key before.
  public mutating func insert<Failure: Error>(
    _ key: Range<Int>, in bytes: [UInt8], row: Int32, isSame: (Int32) throws(Failure) -> Bool
  ) throws(Failure) -> Int32? {
    let hash = KeyIndex.hash(bytes.span.extracting(key))
    let mask = rows.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while rows[place] >= 0 {
      if hashes[place] == hash, try isSame(rows[place]) { return rows[place] }
      place = (place + 1) & mask
    }
    hashes[place] = hash
    rows[place] = row
    count += 1
    if count * 3 > rows.count * 2 { grow() }
    return nil
  }

  private mutating func grow() {
    let old = (hashes, rows)
    hashes = Array(repeating: 0, count: old.0.count * 2)
    rows = Array(repeating: -1, count: old.1.count * 2)
    let mask = rows.count - 1
    for (hash, row) in zip(old.0, old.1) where row >= 0 {
      var place = Int(truncatingIfNeeded: hash) & mask
      while rows[place] >= 0 { place = (place + 1) & mask }
      hashes[place] = hash
      rows[place] = row
    }
  }

  /// Seeded for each process, so that no file can be made whose keys collide; nothing that leaves
  /// this type depends on it.
  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    unsafe key.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }
}
