extension RowBuffer {
  /// Puts the rows in ascending order of their keys' bytes.
  public mutating func sort() {
    let bytes = self.bytes
    // Keys of a registry often begin alike, codes of one district for example.
    let common = commonPrefix()
    for index in rows.indices {
      let key = rows[index].key
      rows[index].prefix = RowBuffer.prefix(of: key.dropFirst(common), in: bytes)
    }
    rows.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      let (a, b) = (left.key, right.key)
      for index in 0..<min(a.count, b.count) {
        let (x, y) = (bytes[a.lowerBound + index], bytes[b.lowerBound + index])
        if x != y { return x < y }
      }
      return a.count < b.count
    }
  }

  /// Bytes that all keys begin with.
  private func commonPrefix() -> Int {
    guard let first = rows.first?.key else { return 0 }
    var common = first.count
    for row in rows {
      let key = row.key
      common = min(common, key.count)
      var index = 0
      while index < common, bytes[first.lowerBound + index] == bytes[key.lowerBound + index] {
        index += 1
      }
      common = index
    }
    return common
  }

  /// The first eight bytes of a key, the first one highest; zeros where it is shorter.
  public static func prefix(of key: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | (index < key.count ? UInt64(bytes[key.lowerBound + index]) : 0)
    }
    return prefix
  }
}
