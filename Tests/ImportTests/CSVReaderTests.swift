import Import
import TestSupport
import Testing

/// The records of a file, or why it cannot be read.
enum Reading: Hashable {
  case records([[String]], faults: [CSVFault])
  case failure(FileFailure)
}

func reading(
  _ bytes: [UInt8], parts size: Int = .max, limits: CSVLimits = CSVLimits()
) -> Reading {
  var reader = CSVReader(limits: limits, inParts(bytes, of: size))
  var records: [[String]] = []
  var faults: [CSVFault] = []
  do throws(FileFailure) {
    while try reader.next() {
      faults += reader.faults
      records.append(
        reader.fields.map { field in
          let bytes = field.isInScratch ? reader.scratch : reader.buffer
          return String(decoding: bytes[field.range], as: UTF8.self)
        })
    }
    return .records(records, faults: faults)
  } catch { return .failure(error) }
}

func inParts(_ bytes: [UInt8], of size: Int) -> ByteSource {
  var rest = bytes[...]
  return { () throws(ReadFailure) in
    defer { rest = rest.dropFirst(size) }
    return rest.isEmpty ? nil : Array(rest.prefix(size))
  }
}

@Suite struct CSVReaderTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: Reading
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ records: [[String]], faults: [CSVFault] = []) {
      self.text = text
      expected = .records(records, faults: faults)
    }

    init(_ text: String, _ failure: FileFailure) {
      self.text = text
      expected = .failure(failure)
    }
  }

  static let vectors: [Vector] = [
    // RFC 4180, section 2, rules 1 to 7.
    Vector("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Vector("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Vector(
      "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    Vector("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nz,y,x", [["aaa", "b\r\nbb", "ccc"], ["z", "y", "x"]]),
    Vector("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    // Line ends, the last one or none; empty fields and empty lines.
    Vector("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    Vector("a,b\n\n\r\nc,d\n\n", [["a", "b"], ["c", "d"]]),
    Vector(",\n,,\n", [["", ""], ["", "", ""]]),
    Vector("a,", [["a", ""]]),
    Vector("a,\"\"", [["a", ""]]),
    Vector("\"\"", [[""]]),
    Vector("", []),
    Vector("\n", []),
    Vector("a\rb,c\r", [["a\rb", "c"]]),
    Vector("a\r,b\n", [["a\r", "b"]]),
    Vector("\"a\"\r\n\"b\"\r", [["a"], ["b"]]),
    // A byte order mark, and its character elsewhere.
    Vector("\u{FEFF}名称,街镇\n甲,乙\n", [["名称", "街镇"], ["甲", "乙"]]),
    Vector("a\n\u{FEFF}b\n", [["a"], ["\u{FEFF}b"]]),
    Vector("\u{FEFF}\"a,b\"\n", [["a,b"]]),
    // Quotes upon quotes.
    Vector("\"\"\"\"\"\"\n", [["\"\""]]),
    Vector("\"a\"\"\",\"\"\"b\"\n", [["a\"", "\"b"]]),
    Vector("\",\",\"\n\"\n", [[",", "\n"]]),
    // Mistakes that end with the record.
    Vector(
      "a,b\"c,d\ne,f\n", [["a", "b\"c", "d"], ["e", "f"]],
      faults: [CSVFault(kind: .quoteInside, line: 1, column: 2)]),
    Vector(
      "x\n\"a\"b,c\n", [["x"], ["a", "c"]],
      faults: [CSVFault(kind: .textAfterQuote, line: 2, column: 1)]),
    Vector(
      "\"a\n\" ,c\n", [["a\n", "c"]],
      faults: [CSVFault(kind: .textAfterQuote, line: 1, column: 1)]),
    // A mistake that does not.
    Vector("a,b\nc,\"d\ne,f\n", .unclosedQuote(line: 2, column: 2)),
    Vector("\"", .unclosedQuote(line: 1, column: 1)),
    Vector("\"a\"\"", .unclosedQuote(line: 1, column: 1)),
  ]

  @Test(arguments: vectors) func records(_ vector: Vector) {
    let bytes = Array(vector.text.utf8)
    for size in 1...max(1, bytes.count) {
      #expect(reading(bytes, parts: size) == vector.expected, "in parts of \(size)")
    }
  }

  @Test func limitsNamePlaces() {
    var limits = CSVLimits()
    limits.field = 4
    limits.columns = 3
    limits.record = 12
    let cases: [(String, FileFailure)] = [
      ("a\nb,12345\n", .fieldTooLong(line: 2, column: 2, limit: 4)),
      ("a\n\"12345\"\n", .fieldTooLong(line: 2, column: 1, limit: 4)),
      ("a\n\"1234567890123456", .fieldTooLong(line: 2, column: 1, limit: 4)),
      ("a\nb,c,d,e\n", .tooManyColumns(line: 2, limit: 3)),
    ]
    for (text, failure) in cases {
      for size in [1, 2, 5, 100] {
        #expect(reading(Array(text.utf8), parts: size, limits: limits) == .failure(failure))
      }
    }
  }

  /// Whatever the bytes are, cutting them into other parts changes nothing, and every prefix is read
  /// to an end.
  @Test func anyBytesInAnyParts() {
    var random = SplitMix64(seed: 7)
    let alphabet = Array("\",\r\nab\u{FEFF}中".utf8) + [0xFF, 0]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let whole = reading(bytes)
      #expect(reading(bytes, parts: 1) == whole)
      #expect(reading(bytes, parts: Int.random(in: 2...7, using: &random)) == whole)
    }
  }

  @Test func whatIsWrittenIsReadBack() {
    var random = SplitMix64(seed: 11)
    let pieces = ["a", "中文", "\"", ",", "\n", "\r\n", " ", ""]
    for _ in 0..<500 {
      let width = Int.random(in: 2...5, using: &random)
      let records = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<3).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
        }
      }
      let text = records.map { record in
        record.map { field in
          "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false).joined(
              separator: "\"\"")
            + "\""
        }.joined(separator: ",") + "\r\n"
      }.joined()
      let size = Int.random(in: 1...20, using: &random)
      #expect(reading(Array(text.utf8), parts: size) == .records(records, faults: []))
    }
  }

  /// Time must not grow with the square of a field, nor with the number of parts.
  @Test(.timeLimit(.minutes(1))) func longFieldsInSmallParts() {
    let quotes = Array("a\n\"".utf8) + Array(repeating: UInt8(ascii: "\""), count: 400_000)
    guard case .records(let records, _) = reading(quotes + Array("\"\n".utf8), parts: 7) else {
      Issue.record("the quotes are balanced")
      return
    }
    #expect(records.last?.first?.utf8.count == 200_000)
    #expect(reading(quotes, parts: 7) == .failure(.unclosedQuote(line: 2, column: 1)))
  }
}
