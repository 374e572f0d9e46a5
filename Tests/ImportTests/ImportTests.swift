import Engine
import Import
import Quantities
import Store
import TestSupport
import Testing

/// A registry of canteens with a field of every kind.
let canteens = RegistrySchema(
  name: "食堂", key: 0,
  fields: [
    FieldSchema(name: "代码", kind: .text, isOptional: false),
    FieldSchema(name: "信用", kind: .enumeration(members: ["甲级", "乙级", "丙级"]), isOptional: false),
    FieldSchema(name: "人数", kind: .integer, isOptional: false),
    FieldSchema(name: "上次", kind: .date, isOptional: true),
    FieldSchema(name: "面积", kind: .decimal, isOptional: true),
    FieldSchema(name: "占比", kind: .percent, isOptional: true),
    FieldSchema(name: "在业", kind: .bool, isOptional: true),
    FieldSchema(name: "备注", kind: .text, isOptional: true),
  ])

let grades = ["甲级", "乙级", "丙级"]

let columns = "代码,信用,人数,上次,面积,占比,在业,备注\n"

func importing(
  _ text: String, parts size: Int = .max, schema: RegistrySchema = canteens,
  defaults: [FieldDefault?] = [], into store: any Store = MemoryStore(),
  mode: ImportMode = .refuseAll, limit: Int = 100, meter: Meter = Meter()
) throws(ImportError) -> ImportReport {
  try importing(
    DataFile(name: "食堂.csv", source: inParts(Array(text.utf8), of: size)), schema: schema,
    defaults: defaults, into: store, mode: mode, limit: limit, meter: meter)
}

func importing(
  _ file: DataFile, schema: RegistrySchema = canteens, options: ReadingOptions = ReadingOptions(),
  defaults: [FieldDefault?] = [], into store: any Store = MemoryStore(),
  mode: ImportMode = .refuseAll, limit: Int = 100, meter: Meter = Meter(),
  examined: @escaping (DataQuality) -> Void = { _ in }
) throws(ImportError) -> ImportReport {
  var request = ImportRequest(schema)
  request.options = options
  request.defaults = defaults
  request.mode = mode
  request.problemLimit = limit
  request.examined = examined
  return try importRegistry(file, request, into: store, meter: meter)
}

/// All rows of a registry as text, fields separated by `|`, absent ones as `-`.
func dump(_ store: any Store, _ schema: RegistrySchema = canteens) throws -> [String] {
  var lines: [String] = []
  try store.snapshot().scan(schema.name, fields: Array(schema.fields.indices), batchSize: 3) {
    (rows: Table) throws(StoreError) in
    for row in 0..<rows.rowCount {
      lines.append(
        rows.columns.map { column in
          column.integer(at: row)?.description ?? column.decimal(at: row)?.description
            ?? column.text(at: row) ?? "-"
        }.joined(separator: "|"))
    }
    return true
  }
  return lines
}

@Suite struct ImportTests {
  static let good =
    columns + """
      b,甲级,12,2026-03-01,12.50,5%,真,"a ""b"", c"
      a,丙级,-3,,,,,
      c,乙级,0,0001-01-01,-0.5,2‰,否,""

      é,乙级,9223372036854775807,9999-12-31,1,0.25,FALSE,e\u{301}
      """

  static let goodRows = [
    "a|2|-3|-|-|-|-|-",
    "b|0|12|20513|12.5|0.05|1|a \"b\", c",
    "c|1|0|-719162|-0.5|0.002|0|",
    "é|1|9223372036854775807|2932896|1|0.25|0|é",
  ]

  @Test func everyKindInPartsOfAnySize() throws {
    let bytes = Array(Self.good.utf8)
    var digests: Set<String> = []
    for size in [1, 2, 3, 5, 7, 64, bytes.count] {
      let store = MemoryStore()
      let report = try importing(Self.good, parts: size, into: store)
      #expect(try dump(store) == Self.goodRows)
      #expect(report.rowsRead == 4 && report.version.rowCount == 4 && report.problems.count == 0)
      digests.insert(report.version.digest + (report.version.origin.fileDigest ?? ""))
    }
    #expect(digests.count == 1)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let row: String
    let problems: [RowProblem]
    var testDescription: String { row.debugDescription }

    init(_ row: String, _ problems: (Int?, String?, String, RowProblem.Reason)..., line: Int = 3) {
      self.row = row
      self.problems = problems.map {
        RowProblem(line: line, column: $0.0, field: $0.1, value: $0.2, reason: $0.3)
      }
    }
  }

  static let bad: [Bad] = [
    Bad("x,丁级,1,,,,,", (2, "信用", "丁级", .notMember(nearest: nil, members: grades))),
    Bad("x,乙级 ,1,,,,,", (2, "信用", "乙级 ", .notMember(nearest: "乙级", members: grades))),
    Bad("x,甲,1,,,,,", (2, "信用", "甲", .notMember(nearest: nil, members: grades))),
    Bad("x,,1,,,,,", (2, "信用", "", .missing)),
    Bad("x,甲级,,,,,,", (3, "人数", "", .missing)),
    Bad("x,甲级,1.0,,,,,", (3, "人数", "1.0", .notInteger)),
    Bad("x,甲级, 1,,,,,", (3, "人数", " 1", .notInteger)),
    Bad("x,甲级,-,,,,,", (3, "人数", "-", .notInteger)),
    Bad(
      "x,甲级,9223372036854775808,,,,,",
      (3, "人数", "9223372036854775808", .integerOutOfRange)),
    Bad("x,甲级,1,2026-02-30,,,,", (4, "上次", "2026-02-30", .noSuchDay)),
    Bad("x,甲级,1,2026/2/30,,,,", (4, "上次", "2026/2/30", .noSuchDay)),
    Bad("x,甲级,1,2/3/2026,,,,", (4, "上次", "2/3/2026", .ambiguousDate)),
    Bad("x,甲级,1,26-2-3,,,,", (4, "上次", "26-2-3", .ambiguousDate)),
    Bad("x,甲级,1,2026/2-3,,,,", (4, "上次", "2026/2-3", .notDate)),
    Bad("x,甲级,1,2026年2月,,,,", (4, "上次", "2026年2月", .notDate)),
    Bad("x,甲级,1,2026-02-03 14:30,,,,", (4, "上次", "2026-02-03 14:30", .timeOfDay)),
    Bad("x,甲级,1,46082,,,,", (4, "上次", "46082", .notDate)),
    Bad("x,甲级,1,01022026,,,,", (4, "上次", "01022026", .notDate)),
    Bad("x,甲级,\"12,34\",,,,,", (3, "人数", "12,34", .notInteger)),
    Bad("x,甲级,\"0,123\",,,,,", (3, "人数", "0,123", .notInteger)),
    Bad("x,甲级,1,,\"1,234\",,,", (5, "面积", "1,234", .ambiguousComma)),
    Bad("x,甲级,1,,1,5,,", (6, "占比", "5", .ambiguousPercent)),
    Bad("x,甲级,1,,1,1.01,,", (6, "占比", "1.01", .ambiguousPercent)),
    Bad("x,甲级,1,,1e3,,,", (5, "面积", "1e3", .notDecimal)),
    Bad("x,甲级,1,,1,%,,", (6, "占比", "%", .notPercent)),
    Bad("x,甲级,1,,1,5 %,,", (6, "占比", "5 %", .notPercent)),
    Bad("x,甲级,1,,,,yes,", (7, "在业", "yes", .notBool)),
    Bad(",甲级,1,,,,,", (1, "代码", "", .missing)),
    Bad("\"\",甲级,1,,,,,", (1, "代码", "", .missing)),
    Bad("\"x\ny\",甲级,1,,,,,", (1, "代码", "x\ny", .controlCharacterInKey)),
    Bad("x\u{7F},甲级,1,,,,,", (1, "代码", "x\u{7F}", .controlCharacterInKey)),
    Bad("a,甲级,1,,,,,", (1, "代码", "a", .duplicateKey)),
    Bad("x,甲级,1,,,,,\u{0}", (8, "备注", "\u{0}", .nullCharacter)),
    Bad("x,甲级,1", (nil, nil, "", .fieldCount(found: 3, expected: 8))),
    Bad("x,甲级,1,,,,,,", (nil, nil, "", .fieldCount(found: 9, expected: 8))),
    Bad("x,甲\"级,1,,,,,", (2, "信用", "甲\"级", .quoteInside)),
    Bad("x,\"甲级\"?,1,,,,,", (2, "信用", "甲级", .textAfterQuote)),
    Bad(
      ",丙,1,2026-13-01,,,,", (1, "代码", "", .missing),
      (2, "信用", "丙", .notMember(nearest: nil, members: grades)),
      (4, "上次", "2026-13-01", .noSuchDay)),
  ]

  /// Each mistake is told at its place and nowhere else; refused, nothing of the file is stored; put
  /// aside, the row goes to the rejects as it stands, and they can be imported like any file.
  @Test(arguments: bad) func badRows(_ bad: Bad) throws {
    let before = "a,甲级,1,,,,,\r\n"
    let after = "b,乙级,2,,,,,\n"
    let text = columns + before + bad.row + "\n" + after
    let store = MemoryStore()
    let error = #expect(throws: ImportError.self) { try importing(text, parts: 9, into: store) }
    guard case .rows(let problems)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.first == bad.problems)
    #expect(problems.rows == 1 && problems.count == bad.problems.count)
    #expect(try store.snapshot().registries().isEmpty)

    var rejected: [UInt8] = []
    let report = try importing(
      text, into: store,
      mode: .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row })
    #expect(report.rowsRejected == 1 && report.version.rowCount == 2 && report.rowsRead == 3)
    #expect(String(decoding: rejected, as: UTF8.self) == columns + bad.row + "\n")
  }

  @Test func bytesThatAreNoUTF8() throws {
    let start = Array((columns + "a,甲级,1,,,,,x").utf8)
    let bytes = start + [0xB0, 0xA1] + Array("\n".utf8)
    let error = #expect(throws: ImportError.self) {
      try importing(DataFile(name: "x", bytes: bytes))
    }
    guard case .rows(let problems)? = error else { return }
    #expect(problems.first.map(\.reason) == [.undecodable(offset: start.count)])
    #expect(problems.first.first?.line == 2 && problems.first.first?.column == 8)
  }

  @Test func columnsInAnyOrderAndOthersBetween() throws {
    let store = MemoryStore()
    let text = "空,备注,人数,代码,上次,信用,面积,占比,在业\n,n,1,k,,乙级,,,\n"
    let report = try importing(text, into: store)
    #expect(report.unusedColumns == ["空"])
    #expect(try dump(store) == ["k|1|1|-|-|-|-|n"])
  }

  @Test func defaultsFillEmptyCells() throws {
    let store = MemoryStore()
    let defaults: [FieldDefault?] = [
      nil, .integer(2), .integer(7), .integer(0), .decimal(3), .decimal(1), .integer(1),
      .text("e\u{301}"),
    ]
    _ = try importing(columns + "k,,,,,,,\n", defaults: defaults, into: store)
    #expect(try dump(store) == ["k|2|7|0|3|1|1|é"])
  }

  @Test func problemsAreCountedBeyondTheLimit() throws {
    let rows = (0..<10_000).map { "k\($0),甲级,?,2026-02-30,,,,\n" }.joined()
    let error = #expect(throws: ImportError.self) { try importing(columns + rows, limit: 5) }
    guard case .rows(let problems)? = error else { return }
    #expect(problems.count == 20_000 && problems.rows == 10_000)
    #expect(problems.first.map(\.line) == [2, 2, 3, 3, 4])
    // A column that is wrong throughout does not hide the mistake of another in a later row.
    let later = #expect(throws: ImportError.self) {
      try importing(columns + rows + "k,丁,1,,,,,\n")
    }
    guard case .rows(let told)? = later else { return }
    #expect(told.first.count == 21 && told.count == 20_001)
    #expect(told.first.last?.line == 10_002)
  }

  @Test func rejectsWithoutAnyGoodRowAreRefused() throws {
    let store = MemoryStore()
    var rejected: [UInt8] = []
    let error = #expect(throws: ImportError.self) {
      try importing(
        "\u{FEFF}" + columns + "k,?,1,,,,,\n", into: store,
        mode: .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row })
    }
    guard case .rows? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try store.snapshot().registries().isEmpty)
    #expect(String(decoding: rejected, as: UTF8.self) == "\u{FEFF}" + columns + "k,?,1,,,,,\n")
  }

  @Test func failuresLeaveTheStoreAsItWas() throws {
    let store = MemoryStore()
    _ = try importing(Self.good, into: store)
    let rows = (0..<9_000).map { "k\($0),甲级,1,,,,,\n" }.joined()
    let cancelled = Meter(Limits(interruption: { .cancelled }))
    #expect(throws: ImportError.limit(.cancelled)) {
      try importing(columns + rows, into: store, meter: cancelled)
    }
    #expect(throws: ImportError.limit(.steps(5_000))) {
      try importing(columns + rows, into: store, meter: Meter(Limits(steps: 5_000)))
    }
    #expect(throws: ImportError.file(.unclosedQuote(line: 9_002, column: 1))) {
      try importing(columns + rows + "\"", into: store)
    }
    #expect(throws: ImportError.rejects(ReadFailure("full"))) {
      try importing(
        columns + rows + "x\n", into: store,
        mode: .rejects(as: .asRead) { (_) throws(ReadFailure) in throw ReadFailure("full") })
    }
    #expect(try dump(store) == Self.goodRows)
    #expect(try store.snapshot().registry("食堂")?.version == 1)
  }

  /// A file that ends anywhere is read to an end: as rows, or as one of the errors above.
  @Test func truncatedAtEveryByte() {
    let bytes = Array(Self.good.utf8)
    for count in bytes.indices {
      _ = try? importing(DataFile(name: "x", bytes: Array(bytes[..<count])))
    }
  }
}

/// Dates and numbers as people write them, each with the plain form it is read as.
@Suite struct WrittenFormTests {
  static let dates: [(String, String)] = [
    ("2026-03-01", "2026-03-01"), ("2026/3/1", "2026-03-01"), ("2026/03/01", "2026-03-01"),
    ("2026.3.1", "2026-03-01"), ("2026年3月1日", "2026-03-01"), ("2026年03月01号", "2026-03-01"),
    ("20260301", "2026-03-01"), ("２０２６／３／１", "2026-03-01"), ("２０２６年３月１日", "2026-03-01"),
    ("2026-3-1 0:00", "2026-03-01"), ("2026/3/1 00:00:00", "2026-03-01"),
    ("2026-03-01T00:00:00.000Z", "2026-03-01"), ("2024-2-29", "2024-02-29"),
  ]
  static let numbers: [(String, String, String)] = [
    // The field, the cell, the value.
    ("人数", "1,234", "1234"), ("人数", "-12,345,678", "-12345678"), ("人数", "１２，３４５", "12345"),
    ("人数", "−5", "-5"), ("面积", "1,234.50", "1234.5"), ("面积", "1,234,567", "1234567"),
    ("面积", "１２．５", "12.5"), ("占比", "5%", "0.05"), ("占比", "5％", "0.05"), ("占比", "５％", "0.05"),
    ("占比", "0.05", "0.05"), ("占比", "1", "1"), ("占比", "150%", "1.5"), ("占比", "2‰", "0.002"),
    ("占比", "1,250.5%", "12.505"),
  ]

  @Test(arguments: dates) func date(_ written: String, _ plain: String) throws {
    let store = MemoryStore()
    _ = try importing(columns + "k,甲级,1,\(written),,,,\n", into: store)
    let day = try #require(CivilDate(plain)).dayNumber
    #expect(try dump(store) == ["k|0|1|\(day)|-|-|-|-"])
  }

  @Test(arguments: numbers) func number(
    _ field: String, _ written: String, _ plain: String
  ) throws {
    let store = MemoryStore()
    let names = ["代码", "信用", "人数", "上次", "面积", "占比", "在业", "备注"]
    var cells = ["k", "甲级", "1", "", "", "", "", ""]
    let place = try #require(names.firstIndex(of: field))
    cells[place] = "\"\(written)\""
    _ = try importing(columns + cells.joined(separator: ",") + "\n", into: store)
    let row = try #require(try dump(store).first).split(separator: "|").map(String.init)
    #expect(row[place] == plain)
  }
}
