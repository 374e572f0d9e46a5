import Import
import Store
import TestSupport
import Testing

@Suite struct JSONLinesTests {
  static let rows = """
    {"代码": "b", "信用": "甲级", "人数": 12, "上次": "2026/3/1", "面积": 12.50, "占比": "5%", "在业": true, "备注": "a \\"b\\""}
    {"信用":"丙级","代码":"a","人数":-3,"别的":[1,{"x":"}"}]}

    {"代码":"c","信用":"乙级","人数":0,"上次":20260301,"面积":-5e-1,"占比":0.002,"在业":"否","备注":"","面":null}
    {"代\\u7801":"é","信用":"乙级","人数":9223372036854775807,"上次":null,"备注":"e\\u0301"}
    """

  @Test func everyKindInPartsOfAnySize() throws {
    let bytes = Array(Self.rows.utf8)
    for size in [1, 2, 3, 7, 64, bytes.count] {
      let store = MemoryStore()
      let report = try importing(
        DataFile(name: "x.jsonl", source: inParts(bytes, of: size)), into: store)
      #expect(report.reading == FileReading.of(.jsonLines, .utf8))
      #expect(
        try dump(store) == [
          "a|2|-3|-|-|-|-|-", "b|0|12|20513|12.5|0.05|1|a \"b\"", "c|1|0|20513|-0.5|0.002|0|",
          "é|1|9223372036854775807|-|-|-|-|é",
        ])
      #expect(report.unusedColumns == ["别的", "面"])
    }
  }

  static let bad: [(String, Int?, RowProblem.Reason)] = [
    ("{\"代码\":\"k\",\"信用\":\"甲级\",\"人数\":1.5}", 3, .notInteger),
    ("{\"代码\":\"k\",\"信用\":\"甲级\",\"人数\":[1]}", 3, .nestedValue),
    ("{\"代码\":\"k\",\"信用\":true,\"人数\":1}", 2, .notText),
    ("{\"代码\":\"k\",\"信用\":\"甲级\"}", 3, .missing),
    ("{\"代码\":\"k\",\"代码\":\"k\",\"信用\":\"甲级\",\"人数\":1}", 1, .doubledMember("代码")),
    ("{\"代码\":\"k\",}", nil, .notObject(byte: 15)),
    ("{\"代码\":\"k\"} x", nil, .notObject(byte: 16)),
    ("[1]", nil, .notObject(byte: 1)),
    ("{\"代码\":01}", nil, .notObject(byte: 12)),
    ("{\"代码\":\"\\x\"}", nil, .notObject(byte: 13)),
  ]

  /// A mistake is told at its line and goes to the rejects as it stands; the next line is not lost.
  @Test(arguments: bad) func badLines(
    _ line: String, _ column: Int?, _ reason: RowProblem.Reason
  ) throws {
    let good = "{\"代码\":\"g\",\"信用\":\"甲级\",\"人数\":1}\n"
    let store = MemoryStore()
    var rejected: [UInt8] = []
    let report = try importing(
      DataFile(name: "x.jsonl", bytes: Array((good + line + "\n").utf8)), into: store,
      mode: .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row })
    #expect(report.problems.first.map(\.reason) == [reason])
    #expect(report.problems.first.first?.line == 2)
    #expect(report.problems.first.first?.column == column)
    #expect(String(decoding: rejected, as: UTF8.self) == line + "\n")
  }
}

extension FileReading {
  static func of(_ format: FileFormat, _ encoding: TextEncoding?) -> FileReading {
    FileReading(format: format, encoding: encoding)
  }
}

@Suite struct EncodingTests {
  /// 代码,信用,备注 and a row, in GB18030; the note is 㐀, of four bytes there.
  static let schema = RegistrySchema(
    name: "r", key: 0,
    fields: [canteens.fields[0], canteens.fields[1], canteens.fields[7]])
  static let header: [UInt8] = [
    0xB4, 0xFA, 0xC2, 0xEB, 0x2C, 0xD0, 0xC5, 0xD3, 0xC3, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0A,
  ]
  static let row: [UInt8] = [
    0x6B, 0x2C, 0xBC, 0xD7, 0xBC, 0xB6, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x0A,
  ]

  @Test func chineseNationalStandard() throws {
    for size in [1, 2, 3, 5, 100] {
      let store = MemoryStore()
      let file = DataFile(name: "x.csv", source: inParts(Self.header + Self.row, of: size))
      let report = try importing(file, schema: Self.schema, into: store)
      #expect(report.reading == .of(.csv, .gb18030))
      #expect(try dump(store, Self.schema) == ["k|0|㐀"])
    }
  }

  /// A byte that begins no character is told at its line and at its byte of the file, and the rejects
  /// are UTF-8 with its mark.
  @Test func bytesThatAreNone() throws {
    let bad: [UInt8] = [0x6A, 0x2C, 0xBC, 0xD7, 0xBC, 0xB6, 0x2C, 0x61, 0xFF, 0x0A]
    let bytes = Self.header + Self.row + bad
    for size in [1, 4, 100] {
      var rejected: [UInt8] = []
      let report = try importing(
        DataFile(name: "x.csv", source: inParts(bytes, of: size)), schema: Self.schema,
        mode: .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row })
      #expect(report.problems.first.map(\.reason) == [.undecodable(offset: bytes.count - 2)])
      #expect(report.problems.first.first?.line == 3)
      #expect(
        String(decoding: rejected, as: UTF8.self) == "\u{FEFF}代码,信用,备注\nj,甲级,a\u{FFFD}\n")
    }
  }

  /// Its place is counted from the start of the file, also where nothing had to be decoded before.
  @Test func bytesThatAreNoneBehindASCII() throws {
    let ascii = RegistrySchema(
      name: "r", key: 0, fields: [FieldSchema(name: "k", kind: .text, isOptional: false)])
    let bytes = Array("k\nabc\ndef\n".utf8) + [0xBC, 0xD7, 0xBC, 0xB6, 0x0A, 0x61, 0xFF, 0x0A]
    for size in [1, 3, 100] {
      let file = DataFile(name: "x.csv", source: inParts(bytes, of: size))
      #expect(
        problems(of: file, schema: ascii).map(\.reason) == [.undecodable(offset: bytes.count - 2)])
    }
  }

  /// What is UTF-8 stays so, although a line is not; and what is said is believed.
  @Test func whichOneItIs() throws {
    let text = Array("代码,信用,备注\nk,甲级,x\n".utf8)
    let mixed = text + Self.row
    #expect(
      problems(of: DataFile(name: "x", bytes: mixed), schema: Self.schema).map(\.reason).first
        == .undecodable(offset: text.count + 2))
    let ascii = RegistrySchema(
      name: "r", key: 0, fields: [FieldSchema(name: "k", kind: .text, isOptional: false)])
    let plain = try importing(DataFile(name: "x", bytes: Array("k\na\n".utf8)), schema: ascii)
    #expect(plain.reading == .of(.csv, .utf8))
    // 联通 in GB18030 is UTF-8 by its bytes.
    let store = MemoryStore()
    _ = try importing(
      DataFile(name: "x", bytes: Array("k\n".utf8) + [0xC1, 0xAA, 0xCD, 0xA8, 0x0A]), schema: ascii,
      options: ReadingOptions(encoding: .gb18030), into: store)
    #expect(try dump(store, ascii) == ["联通"])
  }

  @Test func randomTextsInAnyParts() throws {
    var random = SplitMix64(seed: 17)
    let ascii = RegistrySchema(
      name: "r", key: 0, fields: [FieldSchema(name: "k", kind: .text, isOptional: false)])
    for _ in 0..<200 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes =
        Array("k\n".utf8) + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      var seen: Set<String> = []
      for size in [1, 3, 1_000] {
        let file = DataFile(name: "x.csv", source: inParts(bytes, of: size))
        let options = ReadingOptions(format: .csv, encoding: .gb18030)
        do throws(ImportError) {
          seen.insert("\(try importing(file, schema: ascii, options: options).version.digest)")
        } catch {
          seen.insert("\(error)")
        }
      }
      #expect(seen.count == 1)
    }
  }
}
