import Import
import Quantities
import Store
import TestSupport
import Testing

@Suite struct QualityTests {
  /// Every column is described, although the import is refused, and nothing is stored.
  @Test func columnsAreDescribedBeforeAnythingIsStored() throws {
    let rows = """
      a,甲级,12,2026/3/1,12.5,5%,真,x
      b,乙级,,2026-13-01,1e3,,否,x
      a,甲级,7,2024-02-29,-1,20%,,y
      c,丁级,3,2026/2/30,0,,,
      d,丁级,3,,,,,
      e,甲级
      """
    let store = MemoryStore()
    var examined: [DataQuality] = []
    #expect(throws: ImportError.self) {
      try importing(
        DataFile(name: "x.csv", bytes: Array((columns + rows).utf8)), into: store,
        examined: { examined.append($0) })
    }
    #expect(try store.snapshot().registries().isEmpty)
    let quality = try #require(examined.first)
    #expect(examined.count == 1 && quality.rows == 6 && quality.malformedRows == 1)
    #expect(quality.doubledKeys == 1)
    #expect(quality.doubledExamples == [example(4, "a")])
    let found = quality.columns.map { column -> String in
      let examples = column.examples.map { "\($0.line):\($0.value)" }.joined(separator: ";")
      let values = column.values?.map { "\($0.value)×\($0.count)" }.joined(separator: ";") ?? "-"
      let range = column.range.map { "\($0.smallest)…\($0.greatest)" } ?? "-"
      return "\(column.field) \(column.missing) \(column.unreadable) \(examples) \(values) \(range)"
    }
    #expect(
      found == [
        "代码 0 0  - -",
        "信用 0 2 5:丁级 甲级×2;乙级×1 -",
        "人数 1 0  3×2;7×1;12×1 3…12",
        "上次 1 2 3:2026-13-01;5:2026/2/30 2024-02-29×1;2026-03-01×1 2024-02-29…2026-03-01",
        "面积 1 1 3:1e3 -1×1;0×1;12.5×1 -1…12.5",
        "占比 3 0  5%×1;20%×1 5%…20%",
        "在业 3 0  false×1;true×1 -",
        "备注 2 0  x×2;y×1 -",
      ])
  }

  private func example(_ line: Int, _ value: String) -> DataQuality.Example {
    DataQuality.Example(line: line, value: value)
  }

  @Test func valuesAreCountedWhileTheyAreFew() throws {
    let rows = (0..<5_000).map { "k\($0),甲级,\($0),,,,,\($0 % 12)\n" }.joined()
    let report = try importing(
      DataFile(name: "x.csv", bytes: Array((columns + rows).utf8)))
    #expect(report.quality.columns[2].values == nil)
    #expect(report.quality.columns[2].range?.greatest == "4999")
    #expect(report.quality.columns[7].values?.count == 12)
    #expect(
      report.quality.columns[7].values?.first == DataQuality.Frequency(value: "0", count: 417))
  }
}

@Suite struct WriterTests {
  static let rows: [[TableCell]] = [
    [
      .text("a"), .text("甲级"), .integer(12), .date(CivilDate("2026-03-01") ?? .minimum),
      .decimal(Decimal("12.5") ?? 0), .percent(Decimal("0.05") ?? 0), .bool(true),
      .text("=1+1"),
    ],
    [
      .text("b"), .text("乙级"), .integer(-3), .date(CivilDate("1899-12-31") ?? .minimum), .empty,
      .empty, .bool(false), .text(" _x0041_ \u{1} & < \" \n"),
    ],
    [
      .text("c"), .text("丙级"), .integer(.max), .empty,
      .decimal(Decimal("12345678901234567890.5") ?? 0), .empty, .empty, .text("@甲"),
    ],
  ]
  static let header = ["代码", "信用", "人数", "上次", "面积", "占比", "在业", "备注"]
    .map { TableCell.text($0) }

  func written(_ make: (@escaping ByteSink) -> any TableWriter) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = make { (part) throws(ReadFailure) in bytes += part }
    try writer.start(Self.header)
    for row in Self.rows { try writer.add(row) }
    try writer.finish()
    return bytes
  }

  /// What is written is read back, texts that look like formulas as they are, and every time the same
  /// bytes.
  @Test func workbooksAreReadBack() throws {
    let bytes = try written { WorkbookWriter(sheet: "食堂: 名单*", $0) }
    #expect(try written { WorkbookWriter(sheet: "食堂: 名单*", $0) } == bytes)
    let store = MemoryStore()
    let report = try importing(DataFile(name: "x", bytes: bytes), into: store)
    #expect(report.reading.sheet == "食堂 名单")
    #expect(
      try dump(store) == [
        "a|0|12|20513|12.5|0.05|1|=1+1",
        "b|1|-3|-25568|-|-|0| _x0041_ \u{1} & < \" \n",
        "c|2|9223372036854775807|-|12345678901234567890.5|-|-|@甲",
      ])
  }

  @Test func textsOfSeparatedValuesAreNoFormulas() throws {
    let text = String(decoding: try written { CSVWriter($0) }, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}代码,信用,人数,上次,面积,占比,在业,备注\r\n"))
    #expect(text.contains("a,甲级,12,2026-03-01,12.5,5%,TRUE,'=1+1\r\n"))
    #expect(text.contains(",'@甲\r\n"))
  }

  /// The apostrophe that makes a text of what looks like a formula is taken off again.
  @Test func markedTextsAreReadBack() throws {
    let texts = [
      "=1", "+86", "-", "@甲", "\t", "'=1", "''-", "'", "''", "'甲", "甲'=", "\r\n=", "", " =",
    ]
    var bytes: [UInt8] = []
    var writer = CSVWriter { (part) throws(ReadFailure) in bytes += part }
    try writer.start(Self.header)
    for (number, text) in texts.enumerated() {
      try writer.add([
        .text("\(number + 10)"), .text("甲级"), .integer(1), .empty, .empty, .empty, .empty,
        .text(text),
      ])
    }
    try writer.finish()
    let store = MemoryStore()
    _ = try importing(DataFile(name: "x.csv", bytes: bytes), into: store)
    #expect(
      try dump(store) == texts.enumerated().map { "\($0 + 10)|0|1|-|-|-|-|\($1)" })
  }

  /// Rows of a workbook are put aside as a workbook or as CSV, and can be imported like any file.
  @Test(arguments: [RejectForm.workbook, .asRead]) func rejectsOfWorkbooks(
    _ form: RejectForm
  ) throws {
    var rows = Self.rows
    rows[1][1] = .text("丁级")
    var bytes: [UInt8] = []
    var writer = WorkbookWriter(sheet: "s") { (part) throws(ReadFailure) in bytes += part }
    try writer.start(Self.header)
    for row in rows { try writer.add(row) }
    try writer.finish()
    var rejected: [UInt8] = []
    let report = try importing(
      DataFile(name: "x", bytes: bytes),
      mode: .rejects(as: form) { (part) throws(ReadFailure) in rejected += part })
    #expect(report.rowsRejected == 1 && report.version.rowCount == 2)
    let found = problems(of: DataFile(name: "y", bytes: rejected))
    #expect(found.map(\.value) == ["丁级"])
    #expect(found.map(\.line) == [2])
  }
}
