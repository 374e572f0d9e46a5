/// Where a text stops being JSON.
public struct JSONFailure: Error, Hashable, Sendable {
  /// The byte, from 0.
  public let offset: Int

  /// A failure at a byte, from 0.
  public init(offset: Int) { self.offset = offset }
}

extension JSONValue {
  /// Reads one document (RFC 8259), strictly: UTF-8 without a byte order mark, no name twice in an
  /// object, nothing behind the document, at most 100 levels.
  ///
  /// Whole numbers that fit become `.integer`, others stay digits.
  public init(parsing bytes: [UInt8]) throws(JSONFailure) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// Reads JSON from bytes, one character of look-ahead.
private struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private static let deepest = 100

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONFailure) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if offset < bytes.count { throw failure }
    return value
  }

  private var failure: JSONFailure { JSONFailure(offset: offset) }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func expect(_ word: StaticString) throws(JSONFailure) {
    for byte in word.description.utf8 {
      guard next == byte else { throw failure }
      offset += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    if depth > Self.deepest { throw failure }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    default: return try number()
    }
  }

  private mutating func members(depth: Int) throws(JSONFailure) -> [JSONValue.Member] {
    offset += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      offset += 1
      return []
    }
    while true {
      skipSpace()
      let start = offset
      guard next == UInt8(ascii: "\"") else { throw failure }
      let name = try string()
      guard names.insert(name).inserted else { throw JSONFailure(offset: start) }
      skipSpace()
      try expect(":")
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      try expect("}")
      return members
    }
  }

  private mutating func elements(depth: Int) throws(JSONFailure) -> [JSONValue] {
    offset += 1
    var elements: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      offset += 1
      return []
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      try expect("]")
      return elements
    }
  }

  private mutating func digits() throws(JSONFailure) {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == start { throw failure }
  }

  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    if next == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isWhole = false
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, text != "-0", let integer = Int(text) { return .integer(integer) }
    return .number(text)
  }

  private mutating func string() throws(JSONFailure) -> String {
    let opening = offset
    offset += 1
    var text: [UInt8] = []
    while true {
      guard let byte = next else { throw failure }
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONFailure(offset: opening)
        }
        return string
      case UInt8(ascii: "\\"):
        offset += 1
        try escape(&text)
      case 0x00..<0x20: throw failure
      default:
        text.append(byte)
        offset += 1
      }
    }
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONFailure) {
    guard let byte = next else { throw failure }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      var code = UInt32(try unit())
      if (0xD800..<0xDC00).contains(code) {
        try expect("\\u")
        let low = UInt32(try unit())
        guard (0xDC00..<0xE000).contains(low) else { throw failure }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure }
      text.append(contentsOf: Array(String(scalar).utf8))
      return
    default: throw failure
    }
    offset += 1
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSONFailure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure
      }
      value = value << 4 | UInt16(digit)
      offset += 1
    }
    return value
  }
}
