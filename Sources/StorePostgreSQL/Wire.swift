import Quantities
import Store

/// How values of a field come and go.
enum WireKind {
  /// `bigint`
  case integer
  /// `numeric`
  case decimal
  /// `text`
  case text
  /// `bytea`; no field's
  case bytes

  init(_ kind: FieldKind) {
    self =
      switch kind {
      case .bool, .integer, .date, .enumeration: .integer
      case .decimal, .percent: .decimal
      case .text, .code: .text
      }
  }

  /// The type's number in `pg_type`.
  var type: UInt32 {
    switch self {
    case .integer: 20
    case .decimal: 1_700
    case .text: 25
    case .bytes: 17
    }
  }

  /// That of an array of it.
  var arrayType: UInt32 {
    switch self {
    case .integer: 1_016
    case .decimal: 1_231
    case .text: 1_009
    case .bytes: 1_001
    }
  }

  /// What stands for no value where one is needed.
  var blank: Parameter {
    switch self {
    case .integer: .integer(0)
    case .decimal: .decimal(.zero)
    case .text: .text("")
    case .bytes: .bytes([])
    }
  }

  /// The same in SQL.
  var blankText: String {
    switch self {
    case .integer, .decimal: "0"
    case .text, .bytes: "''"
    }
  }

  /// Adds a value in binary format to a column; false for what is none.
  func append(_ value: Span<UInt8>, to table: inout TableBuilder, _ column: Int) -> Bool {
    switch self {
    case .integer: value.count == 8 && table.append(Wire.long(value), to: column)
    case .text: table.append(utf8: value, to: column)
    case .bytes: false
    case .decimal: Wire.numeric(value).map { table.append($0, to: column) } ?? false
    }
  }
}

/// Values as they come: highest byte first.
enum Wire {
  static func short(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    Int(Int16(bitPattern: UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])))
  }

  static func integer(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    short(bytes, position) << 16 | short(bytes, position + 2) & 0xFFFF
  }

  /// The value of exactly eight bytes.
  static func long(_ bytes: Span<UInt8>) -> Int64 {
    Int64(integer(bytes, 0)) << 32 | Int64(integer(bytes, 4)) & 0xFFFF_FFFF
  }

  /// The value of a `numeric`; nil for what is no decimal of ours, as "NaN".
  static func numeric(_ bytes: Span<UInt8>) -> Decimal? {
    guard bytes.count >= 8 else { return nil }
    let count = short(bytes, 0)
    let sign = short(bytes, 4)
    guard count >= 0, bytes.count == 8 + 2 * count, sign == 0 || sign == 0x4000 else { return nil }
    if count == 0 { return .zero }
    var last = short(bytes, 6 + 2 * count)
    // Digits of the last group without the zeros at its end, which may have no room.
    var digits = 4
    while digits > 1, last.isMultiple(of: 10) {
      last /= 10
      digits -= 1
    }
    var coefficient: Int128 = 0
    for group in 0..<count - 1 {
      guard add(short(bytes, 8 + 2 * group), times: 10_000, &coefficient) else { return nil }
    }
    var width: Int128 = 1
    for _ in 0..<digits { width *= 10 }
    guard add(last, times: width, &coefficient) else { return nil }
    // The power of ten of the last digit that was taken.
    var exponent = 4 * (short(bytes, 2) - count + 1) + 4 - digits
    while exponent > 0 {
      guard add(0, times: 10, &coefficient) else { return nil }
      exponent -= 1
    }
    return Decimal(coefficient: sign == 0 ? coefficient : -coefficient, places: -exponent)
  }

  /// Multiplies and adds; false where the result has no room.
  private static func add(_ digits: Int, times width: Int128, _ value: inout Int128) -> Bool {
    let product = value.multipliedReportingOverflow(by: width)
    let sum = product.partialValue.addingReportingOverflow(Int128(digits))
    value = sum.partialValue
    return !product.overflow && !sum.overflow
  }

  static func appendShort(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  /// Adds a number of four bytes.
  static func appendLong(_ value: Int, to bytes: inout [UInt8]) {
    appendShort(value >> 16, to: &bytes)
    appendShort(value, to: &bytes)
  }

  /// A decimal in plain notation as `numeric`: four numbers of two bytes (how many groups, the power
  /// of 10,000 of the first, the sign, digits after the point), then groups of four digits.
  static func appendNumeric(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    let isNegative = text[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    var point = text.count
    for index in text.indices where text[index] == UInt8(ascii: ".") { point = index }
    let whole = point - first
    let fraction = max(0, text.count - point - 1)
    let groupsBefore = (whole + 3) / 4
    let groupsAfter = (fraction + 3) / 4
    var groups: [Int] = []
    for group in 0..<groupsBefore + groupsAfter {
      var value = 0
      for place in 0..<4 {
        // The digit's distance from the point: below 0 before it.
        let distance = (group - groupsBefore) * 4 + place
        let index = distance < 0 ? point + distance : point + 1 + distance
        let isThere = distance < 0 ? index >= first : distance < fraction
        value = value * 10 + (isThere ? Int(text[index] - UInt8(ascii: "0")) : 0)
      }
      groups.append(value)
    }
    let leading = groups.prefix { $0 == 0 }.count
    groups.removeFirst(leading)
    while groups.last == 0 { groups.removeLast() }
    appendShort(groups.count, to: &bytes)
    appendShort(groups.isEmpty ? 0 : groupsBefore - 1 - leading, to: &bytes)
    appendShort(isNegative ? 0x4000 : 0, to: &bytes)
    appendShort(fraction, to: &bytes)
    for group in groups { appendShort(group, to: &bytes) }
  }
}
