import Import
import Store
import TestSupport
import Testing

func workbook(_ name: String) throws -> DataFile {
  DataFile(name: name + ".xlsx", bytes: try Fixtures.file("import/\(name).xlsx").bytes)
}

/// The problems of a refused import.
func problems(
  of file: DataFile, schema: RegistrySchema = canteens, options: ReadingOptions = ReadingOptions()
) -> [RowProblem] {
  do throws(ImportError) {
    let report = try importing(file, schema: schema, options: options)
    Issue.record("\(report.rowsRead) rows were imported")
  } catch {
    if case .rows(let problems) = error { return problems.first }
    Issue.record("\(error)")
  }
  return []
}

/// Workbooks as two other programs' libraries write them; `Tests/Fixtures/import/make.py` makes them.
@Suite struct WorkbookTests {
  static let pair = RegistrySchema(
    name: "食堂", key: 0, fields: Array(canteens.fields.prefix(2)))
  static let wider = RegistrySchema(
    name: "食堂", key: 0, fields: Array(canteens.fields.prefix(3)))

  /// Dates by their format, percentages, padded digits, truth values, texts that look like formulas,
  /// numbers as people write them; an empty and a hidden sheet; rows and cells left out.
  @Test func everyKindOfCell() throws {
    let store = MemoryStore()
    let report = try importing(workbook("kinds"), into: store)
    #expect(report.reading.format == .xlsx)
    #expect(report.reading.sheet == "食堂")
    #expect(report.rowsRead == 4)
    #expect(
      try dump(store) == [
        "001234|0|12|20513|1234.5|0.05|1|编号 & <甲>",
        "b|1|3|20513|0.3|0.25|0| 前后 \n 两行 ",
        "c|2|-3|19782|-|-|-|-",
        "d|0|1234|20513|1234.5|0.05|1|=1+1",
      ])
  }

  @Test(arguments: ["days-from-1904", "inline"]) func anotherLibrary(_ name: String) throws {
    let store = MemoryStore()
    _ = try importing(workbook(name), into: store)
    #expect(try dump(store) == ["a|0|12|20513|12.5|0.05|1|甲乙丙"])
  }

  @Test func problemsNameTheirCells() throws {
    let found = problems(of: try workbook("problems")).map { problem in
      CellReference(row: problem.line, column: problem.column ?? 0).name + " \(problem.reason)"
    }
    #expect(
      found == [
        "B2 errorValue", "C3 formulaWithoutValue", "C4 notInteger", "D4 dateNumber",
        "F4 ambiguousPercent", "G4 notBool", "C5 dateCell", "H5 dateCell", "A6 digitsLost",
        "D6 timeOfDay", "B7 notText", "H7 notText",
      ])
  }

  @Test func severalSheetsMustBeChosenFrom() throws {
    let file = try workbook("several")
    #expect(throws: ImportError.file(.workbook(.severalSheets(["甲", "乙"])))) {
      try importing(file, schema: Self.pair)
    }
    let missing = ImportError.file(.workbook(.noSuchSheet("丙", found: ["甲", "乙", "说明"])))
    #expect(throws: missing) {
      try importing(file, schema: Self.pair, options: ReadingOptions(sheet: "丙"))
    }
    let store = MemoryStore()
    let report = try importing(
      file, schema: Self.pair, options: ReadingOptions(sheet: "乙"), into: store)
    #expect(report.reading.sheet == "乙")
    #expect(try dump(store, Self.pair) == ["k|0"])
  }

  @Test func mergedCellsAreTold() throws {
    let failure = headerFailure(of: try workbook("title"), schema: Self.wider)
    #expect(failure?.problems == [.missingColumns(["人数"])])
    let optional = RegistrySchema(
      name: "食堂", key: 0,
      fields: [
        canteens.fields[0],
        FieldSchema(name: "信用", kind: canteens.fields[1].kind, isOptional: true),
      ])
    let found = problems(of: try workbook("merged"), schema: optional)
    #expect(found.map(\.reason) == [.mergedCells("B2:B3")])
    #expect(found.first?.field == "信用")
  }

  @Test func filesOfOtherKinds() throws {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let cases: [([UInt8], String, FileFailure)] = [
      (old, "a.xls", .workbook(.oldFormat)),
      ([0xFF, 0xFE, 0x61, 0], "a.csv", .utf16),
      (Array("<html>".utf8), "a.xls", .webPage),
      (Array(" [1]".utf8), "a.json", .jsonArray),
      ([0x50, 0x4B, 0x03, 0x04, 0, 0], "a.xlsx", .workbook(.damaged(part: "zip"))),
    ]
    for (bytes, name, failure) in cases {
      #expect(throws: ImportError.file(failure)) {
        try importing(DataFile(name: name, bytes: bytes))
      }
    }
  }

  /// What is said of a file and does not fit it is not passed over.
  @Test func optionsThatDoNotFit() throws {
    #expect(throws: ImportError.file(.noEncoding)) {
      try importing(workbook("kinds"), options: ReadingOptions(encoding: .gb18030))
    }
    #expect(throws: ImportError.file(.noSheets)) {
      try importing(
        DataFile(name: "x.csv", bytes: Array(columns.utf8)), options: ReadingOptions(sheet: "甲"))
    }
    #expect(throws: ImportError.file(.workbook(.damaged(part: "zip")))) {
      try importing(
        DataFile(name: "x.csv", bytes: Array(columns.utf8)), options: ReadingOptions(format: .xlsx))
    }
  }
}

/// Workbooks with a sheet of any content, packed by the writer of archives.
enum Parts {
  static func workbook(
    sheet: String, strings: String? = nil, others: [(name: String, bytes: [UInt8])] = []
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var zip = ZipWriter { (part) throws(ReadFailure) in bytes += part }
    try zip.add(
      "xl/workbook.xml", "<workbook><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>")
    try zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    )
    if let strings { try zip.add("xl/sharedStrings.xml", strings) }
    for other in others {
      try zip.begin(other.name)
      try zip.write(other.bytes)
      try zip.end()
    }
    try zip.add("xl/worksheets/sheet1.xml", sheet)
    try zip.finish()
    return bytes
  }
}
