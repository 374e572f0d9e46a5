extension KnownMask {
  /// The mask over the given rows, nil where all of them are set.
  static func gathering(_ mask: KnownMask?, _ rows: [Int32]) -> KnownMask? {
    guard let mask else { return nil }
    return from(rows.map { mask.bytes[Int($0)] })
  }

  /// The mask over consecutive rows, nil where all of them are set.
  static func slicing(_ mask: KnownMask?, _ rows: Range<Int>) -> KnownMask? {
    guard let mask else { return nil }
    return from(Array(mask.bytes[rows]))
  }

  /// A mask of bytes that are 0 or 1, nil where all are 1.
  public static func from(_ bytes: [UInt8]) -> KnownMask? {
    bytes.contains(0) ? KnownMask(bytes) : nil
  }
}

extension KnownMask? {
  func isSet(at row: Int) -> Bool {
    switch self {
    case nil: true
    case .some(let mask): mask.bytes[row] != 0
    }
  }

  var byteCount: Int { self?.bytes.count ?? 0 }
}
