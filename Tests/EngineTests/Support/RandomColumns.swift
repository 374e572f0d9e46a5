import Engine
import Quantities
import TestSupport

/// Columns of every storage, with and without missing values.
struct RandomColumns {
  var random: SplitMix64
  let rowCount: Int

  init(seed: UInt64, rowCount: Int) {
    random = SplitMix64(seed: seed)
    self.rowCount = rowCount
  }

  static let words = [
    "", "a", "ab", "abc", "b", "bab", "食堂", "食", "校园食堂", "é", "😀", "z", "3101",
    "310112", "310112105", "310000",
  ]

  mutating func known() -> KnownMask? {
    guard rowCount > 0, Bool.random(using: &random) else { return nil }
    return KnownMask.from(
      (0..<rowCount).map { _ in Int.random(in: 0...4, using: &random) > 0 ? 1 : 0 })
  }

  private func isKnown(_ known: KnownMask?, _ row: Int) -> Bool {
    known.map { $0.bytes[row] != 0 } ?? true
  }

  /// Integers in a range, in the storage that this range asks for.
  mutating func integers(_ range: ClosedRange<Int64>, missing: Bool = true) -> IntegerColumn {
    let known = missing ? known() : nil
    let values = (0..<rowCount).map { row in
      let value = Int64.random(in: range, using: &random)
      return isKnown(known, row) ? value : 0
    }
    let storage: IntegerColumn.Storage =
      switch range.upperBound {
      case ...127: .bytes(values.map(Int8.init))
      case ...32_767: .shorts(values.map(Int16.init))
      case ...2_147_483_647: .words(values.map(Int32.init))
      default: .longs(values)
      }
    return IntegerColumn(storage: storage, known: known)
  }

  mutating func decimals() -> DecimalColumn {
    let known = known()
    let values = (0..<rowCount).map { row -> Decimal in
      let coefficient = Int128(Int64.random(in: -40...40, using: &random))
      let places = Int.random(in: 0...2, using: &random)
      guard isKnown(known, row) else { return .zero }
      return Decimal(coefficient: coefficient, places: places) ?? .zero
    }
    return DecimalColumn(values: values, known: known)
  }

  mutating func texts(flat: Bool) -> TextColumn {
    let known = known()
    let numbers = (0..<rowCount).map { row in
      let number = Int.random(in: 0..<Self.words.count, using: &random)
      return isKnown(known, row) ? number : 0
    }
    if !flat {
      return TextColumn(
        storage: .dictionary(codes: numbers.map { UInt32($0) }, values: Self.words), known: known)
    }
    var bytes: [UInt8] = []
    var offsets = [0]
    for number in numbers {
      bytes.append(contentsOf: Self.words[number].utf8)
      offsets.append(bytes.count)
    }
    return TextColumn(storage: .flat(bytes: bytes, offsets: offsets), known: known)
  }

  /// One column of each kind and storage.
  mutating func all() -> [Column] {
    [
      .integers(integers(-3...3)), .integers(integers(-128...127)),
      .integers(integers(-32_768...32_767)),
      .integers(integers(Int64(Int32.min)...Int64(Int32.max))),
      .integers(integers(.min ... .max)), .decimals(decimals()), .texts(texts(flat: false)),
      .texts(texts(flat: true)),
    ]
  }
}
