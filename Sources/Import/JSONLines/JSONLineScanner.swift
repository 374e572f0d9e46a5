/// Reads one line as a JSON object (RFC 8259), strictly, and keeps where its values stand rather than
/// making them: a number keeps all its digits, a text is not copied unless it has escapes.
///
/// The JSON reader of the language half builds whole documents as values, which neither tells the
/// places of members nor streams; and the two halves do not see each other.
struct JSONLineScanner {
  /// Why a line is no object.
  struct Failure: Error {
    /// The byte of the line, from 0.
    let offset: Int
  }

  /// A value as it stands: its text without quotes.
  struct Value {
    var range: Range<Int>
    var isInScratch: Bool
    var form: CellForm
  }

  private(set) var offset: Int
  private let end: Int
  /// Texts whose escapes were taken out.
  private(set) var scratch: [UInt8] = []
  private static let deepest = 100

  init(_ range: Range<Int>, scratch: consuming [UInt8]) {
    offset = range.lowerBound
    end = range.upperBound
    self.scratch = scratch
    self.scratch.removeAll(keepingCapacity: true)
  }

  /// Reads the object, and hands over each member.
  mutating func object(
    _ bytes: Span<UInt8>, member: (_ name: Value, _ value: Value, _ scratch: [UInt8]) -> Void
  ) throws(Failure) {
    skipSpace(bytes)
    try expect(UInt8(ascii: "{"), bytes)
    skipSpace(bytes)
    if next(bytes) == UInt8(ascii: "}") {
      offset += 1
    } else {
      while true {
        skipSpace(bytes)
        guard next(bytes) == UInt8(ascii: "\"") else { throw failure }
        let name = try string(bytes)
        skipSpace(bytes)
        try expect(UInt8(ascii: ":"), bytes)
        member(name, try value(bytes, depth: 1), scratch)
        skipSpace(bytes)
        if next(bytes) != UInt8(ascii: ",") { break }
        offset += 1
      }
      try expect(UInt8(ascii: "}"), bytes)
    }
    skipSpace(bytes)
    if offset < end { throw failure }
  }

  private var failure: Failure { Failure(offset: offset) }

  private func next(_ bytes: Span<UInt8>) -> UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(Failure) {
    guard next(bytes) == byte else { throw failure }
    offset += 1
  }

  private mutating func expect(_ word: StaticString, _ bytes: Span<UInt8>) throws(Failure) {
    for byte in word.description.utf8 { try expect(byte, bytes) }
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while let byte = next(bytes), byte == 0x20 || byte == 0x09 || byte == 0x0D { offset += 1 }
  }

  private mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(Failure) -> Value {
    if depth > Self.deepest { throw failure }
    skipSpace(bytes)
    let start = offset
    let form: CellForm
    switch next(bytes) {
    case UInt8(ascii: "\""): return try string(bytes)
    case UInt8(ascii: "t"):
      try expect("true", bytes)
      form = .truth
    case UInt8(ascii: "f"):
      try expect("false", bytes)
      form = .truth
    case UInt8(ascii: "n"):
      try expect("null", bytes)
      return Value(range: start..<start, isInScratch: false, form: .plain)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try nested(bytes, depth: depth)
      form = .nested
    default:
      try number(bytes)
      form = .exactNumber
    }
    return Value(range: start..<offset, isInScratch: false, form: form)
  }

  /// An array or object, which no field takes.
  private mutating func nested(_ bytes: Span<UInt8>, depth: Int) throws(Failure) {
    let isObject = next(bytes) == UInt8(ascii: "{")
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    offset += 1
    skipSpace(bytes)
    if next(bytes) == closing {
      offset += 1
      return
    }
    while true {
      if isObject {
        skipSpace(bytes)
        guard next(bytes) == UInt8(ascii: "\"") else { throw failure }
        _ = try string(bytes)
        skipSpace(bytes)
        try expect(UInt8(ascii: ":"), bytes)
      }
      _ = try value(bytes, depth: depth + 1)
      skipSpace(bytes)
      if next(bytes) != UInt8(ascii: ",") { break }
      offset += 1
    }
    try expect(closing, bytes)
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(Failure) {
    let start = offset
    while let byte = next(bytes), byte >= 0x30, byte <= 0x39 { offset += 1 }
    if offset == start { throw failure }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(Failure) {
    if next(bytes) == UInt8(ascii: "-") { offset += 1 }
    if next(bytes) == UInt8(ascii: "0") { offset += 1 } else { try digits(bytes) }
    if next(bytes) == UInt8(ascii: ".") {
      offset += 1
      try digits(bytes)
    }
    if next(bytes) == UInt8(ascii: "e") || next(bytes) == UInt8(ascii: "E") {
      offset += 1
      if next(bytes) == UInt8(ascii: "+") || next(bytes) == UInt8(ascii: "-") { offset += 1 }
      try digits(bytes)
    }
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(Failure) -> Value {
    offset += 1
    let start = offset
    while let byte = next(bytes) {
      switch byte {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return Value(range: start..<offset, isInScratch: false, form: .quoted)
      case UInt8(ascii: "\\"): return try escapedString(bytes, from: start)
      case 0x00..<0x20: throw failure
      default: offset += 1
      }
    }
    throw failure
  }

  /// The rest of a string, from its first escape on.
  private mutating func escapedString(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(Failure) -> Value {
    let scratchStart = scratch.count
    for index in start..<offset { scratch.append(bytes[index]) }
    while let byte = next(bytes) {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return Value(range: scratchStart..<scratch.count, isInScratch: true, form: .quoted)
      case UInt8(ascii: "\\"):
        offset += 1
        try escape(bytes)
      case 0x00..<0x20: throw failure
      default:
        scratch.append(byte)
        offset += 1
      }
    }
    throw failure
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(Failure) {
    guard let byte = next(bytes) else { throw failure }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      var code = UInt32(try unit(bytes))
      if (0xD800..<0xDC00).contains(code) {
        try expect("\\u", bytes)
        let low = UInt32(try unit(bytes))
        guard (0xDC00..<0xE000).contains(low) else { throw failure }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure }
      scratch.append(contentsOf: String(scalar).utf8)
      return
    default: throw failure
    }
    offset += 1
  }

  /// Four hexadecimal digits.
  private mutating func unit(_ bytes: Span<UInt8>) throws(Failure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next(bytes), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure
      }
      value = value << 4 | UInt16(digit)
      offset += 1
    }
    return value
  }
}
