import Import
import Store
import TestSupport
import Testing

/// Files that were made to exhaust, deceive or break their reader. Each ends soon, as an error that
/// says what is wrong.
@Suite struct HostileFileTests {
  static let sheet = "xl/worksheets/sheet1.xml"
  static let header =
    "<worksheet><sheetData><row><c t=\"str\"><v>代码</v></c><c t=\"str\"><v>信用</v></c></row>"

  func failure(_ bytes: [UInt8], name: String = "x") -> ImportError? {
    #expect(throws: ImportError.self) {
      try importing(DataFile(name: name, bytes: bytes), schema: WorkbookTests.pair)
    }
  }

  @Test func unpackingHasAnEnd() throws {
    // 80 MB of spaces in 80 kB.
    let spaces = try Parts.workbook(
      sheet: "<worksheet><sheetData>" + String(repeating: " ", count: 80 << 20))
    #expect(spaces.count < 1 << 20)
    #expect(failure(spaces) == .file(.workbook(.tooLarge(part: Self.sheet))))
    // An archive in the archive is a part that nobody opens.
    let nested = try Parts.workbook(sheet: Self.header, others: [("xl/media/inner.xlsx", spaces)])
    let report = try importing(DataFile(name: "x", bytes: nested), schema: WorkbookTests.pair)
    #expect(report.rowsRead == 0)
  }

  /// A thousand sheets that are all the same bytes: each may unpack to 60 MB, all together not.
  @Test func overlappingParts() throws {
    let names = (0..<1_000).map { "s\($0)" }
    var archive = RawArchive()
    archive.add(
      "xl/workbook.xml",
      "<workbook><sheets>"
        + names.map { "<sheet name=\"\($0)\" r:id=\"\($0)\"/>" }.joined()
        + "</sheets></workbook>")
    archive.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships>"
        + names.map { "<Relationship Id=\"\($0)\" Type=\"x/worksheet\" Target=\"\($0).xml\"/>" }
        .joined() + "</Relationships>")
    try archive.addPacked(
      names.map { "xl/\($0).xml" }, "<worksheet>" + String(repeating: " ", count: 20 << 20))
    guard case .file(.workbook(.tooLarge))? = failure(archive.bytes()) else {
      Issue.record("every sheet was unpacked")
      return
    }
  }

  @Test func sizesThatLie() throws {
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 5_000)
    let good = try Parts.workbook(sheet: Self.header + rows)
    for (place, value) in [
      (24, 100), (24, 10_000_000), (20, 10), (20, 1 << 30), (16, 12_345), (42, 1 << 30), (42, 3),
      (24, 0xFFFF_FFFF), (20, 0xFFFF_FFFF),
    ] {
      var bytes = good
      RawArchive.setDirectory(&bytes, Self.sheet, place, value)
      guard case .file(.workbook(let wrong))? = failure(bytes) else {
        Issue.record("byte \(place) of the directory is not looked at")
        continue
      }
      switch wrong {
      case .damaged, .tooLarge: break
      default: Issue.record("\(wrong)")
      }
    }
    // Bit 0 of the flags: a password.
    var locked = good
    RawArchive.setDirectory(&locked, Self.sheet, 8, 0x0809, bytes: 2)
    #expect(failure(locked) == .file(.workbook(.oldFormat)))
    // A method that is not deflate.
    var bzip = good
    RawArchive.setDirectory(&bzip, Self.sheet, 10, 12, bytes: 2)
    #expect(failure(bzip) == .file(.workbook(.notWorkbook)))
  }

  /// A packed stream whose last bytes unpack to more than there was room for at once.
  @Test func packedBytesThatOutlastTheInput() throws {
    for size in 262_146...262_150 {
      let sheet = "<worksheet>" + String(repeating: " ", count: size - 11)
      let found = headerFailure(
        of: DataFile(name: "x", bytes: try Parts.workbook(sheet: sheet)))
      #expect(found?.problems == [.emptyFile])
    }
  }

  @Test func placesThatNoSheetHas() throws {
    func sheet(_ rows: String) throws -> ImportError? {
      failure(try Parts.workbook(sheet: "<worksheet><sheetData>" + rows))
    }
    let damaged = ImportError.file(.workbook(.damaged(part: Self.sheet)))
    let wide = "<row>" + String(repeating: "<c><v>1</v></c>", count: 16_385) + "</row>"
    #expect(try sheet(wide) == .file(.tooManyColumns(line: 1, limit: 16_384)))
    #expect(
      try sheet("<row r=\"1048577\"/>") == .file(.workbook(.tooManyRows(limit: 1_048_576))))
    for cell in ["A99999999999", "XFE1", "ZZZZZZZZZZZZZ1", "1A", "A", "A0", ""] {
      #expect(try sheet("<row><c r=\"\(cell)\"><v>1</v></c></row>") == damaged, "\(cell)")
    }
    for row in ["99999999999999999999", "0", "-1", "x", ""] {
      #expect(try sheet("<row r=\"\(row)\"><c><v>1</v></c></row>") == damaged, "\(row)")
    }
    // The last cell of all is a cell like any other.
    #expect(
      headerFailure(
        of: DataFile(
          name: "x",
          bytes: try Parts.workbook(
            sheet: "<worksheet><sheetData><row r=\"1048576\">"
              + "<c r=\"XFD1048576\"><v>1</v></c></row>")))?.line == 1_048_576)
  }

  @Test func markupThatGrows() throws {
    let damaged = ImportError.file(.workbook(.damaged(part: Self.sheet)))
    let entities =
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><worksheet>&c;"
    for text in [entities, Self.header + "<row><c t=\"str\"><v>&b;</v></c></row>", "<!ELEMENT a>"] {
      #expect(failure(try Parts.workbook(sheet: text)) == damaged, "\(text)")
    }
    // Depth costs nothing.
    let deep = String(repeating: "<a>", count: 300_000)
    let flat = try importing(
      DataFile(name: "x", bytes: try Parts.workbook(sheet: Self.header + deep)),
      schema: WorkbookTests.pair)
    #expect(flat.rowsRead == 0)
    for endless in ["<c r=\"", "<!-- ", "<"] {
      let sheet = Self.header + endless + String(repeating: "x", count: 17 << 20)
      guard case .file(.workbook)? = failure(try Parts.workbook(sheet: sheet)) else {
        Issue.record("\(endless)")
        return
      }
    }
  }

  /// A text of a megabyte that every cell shares: the file is small, its rows are not.
  @Test func sharedTextsThatGrow() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let strings = "<sst><si><t>\(text)</t></si></sst>"
    let cell = "<c t=\"s\"><v>0</v></c>"
    let wide = Self.header + "<row>" + String(repeating: cell, count: 100) + "</row>"
    #expect(
      failure(try Parts.workbook(sheet: wide, strings: strings))
        == .file(.recordTooLong(line: 2, limit: 64 << 20)))
    let long = Self.header + String(repeating: "<row>\(cell)\(cell)</row>", count: 200)
    #expect(
      failure(try Parts.workbook(sheet: long, strings: strings))
        == .file(.workbook(.tooLarge(part: Self.sheet))))
    #expect(
      failure(try Parts.workbook(sheet: Self.header + "<row>\(cell)</row>", strings: "<sst/>"))
        == .file(.workbook(.damaged(part: Self.sheet))))
  }

  /// Parts lead nowhere but into the archive, and nothing is ever written where a part says.
  @Test func pathsStayInside() throws {
    for target in ["../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "file:///etc/passwd", ""] {
      var archive = RawArchive()
      archive.add(
        "xl/workbook.xml", "<workbook><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>")
      archive.add(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"\(target)\"/>"
          + "</Relationships>")
      archive.add("../../tmp/evil.xml", "x")
      guard case .file(.workbook(.damaged))? = failure(archive.bytes()) else {
        Issue.record("\(target)")
        continue
      }
    }
  }

  @Test func textFilesWithoutEnd() {
    func failure(_ text: String, _ name: String = "x.csv") -> ImportError? {
      self.failure(Array(text.utf8), name: name)
    }
    let commas = String(repeating: ",", count: 1_000_000)
    #expect(failure(commas) == .file(.tooManyColumns(line: 1, limit: 10_000)))
    #expect(
      failure("代码,信用\n" + commas) == .file(.tooManyColumns(line: 2, limit: 10_000)))
    let long = String(repeating: "x", count: (16 << 20) + 1)
    #expect(failure(long) == .file(.fieldTooLong(line: 1, column: 1, limit: 16 << 20)))
    let members = (0..<100_000).map { "\"m\($0)\":1" }.joined(separator: ",")
    guard case .rows? = failure("{\(members)}", "x.jsonl") else {
      Issue.record("the members are too many")
      return
    }
    let deep = String(repeating: "[", count: 1_000_000)
    guard case .rows(let problems)? = failure("{\"a\":\(deep)", "x.jsonl") else {
      Issue.record("the depth has no bound")
      return
    }
    #expect(problems.first.map(\.reason) == [.notObject(byte: 106)])
  }

  /// Characters that a text cannot have, in a text that is there.
  @Test func controlCharacters() throws {
    let cells = "<row><c t=\"str\"><v>k_x000A_</v></c><c t=\"str\"><v>甲级_x0000_</v></c></row>"
    let found = problems(
      of: DataFile(name: "x", bytes: try Parts.workbook(sheet: Self.header + cells)),
      schema: WorkbookTests.pair)
    #expect(
      found.map(\.reason) == [
        .controlCharacterInKey, .notMember(nearest: "甲级", members: grades),
      ])
  }
}
