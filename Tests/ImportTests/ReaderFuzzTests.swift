import Import
import Store
import TestSupport
import Testing

/// A short, repeatable fuzz of the three readers; `scripts/fuzz` has the long one.
@Suite struct ReaderFuzzTests {
  /// A workbook that ends anywhere, or has other bytes anywhere, is read to an end: as rows or as an
  /// error.
  @Test(.timeLimit(.minutes(2))) func damagedAnywhere() throws {
    var random = SplitMix64(seed: 3)
    for name in ["kinds", "days-from-1904"] {
      let bytes = try Fixtures.file("import/\(name).xlsx").bytes
      for count in stride(from: 0, to: bytes.count, by: 97) {
        _ = try? importing(DataFile(name: "x", bytes: Array(bytes[..<count])))
      }
      for _ in 0..<400 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let place = Int.random(in: changed.indices, using: &random)
          changed[place] = UInt8.random(in: 0...255, using: &random)
        }
        _ = try? importing(DataFile(name: "x", bytes: changed))
      }
    }
  }

  /// The parts of a sheet in any order and form, so that what checksums protect is reached too.
  @Test(.timeLimit(.minutes(2))) func sheetsOfAnyForm() throws {
    let pieces = [
      "<row>", "</row>", "<row r=\"3\">", "<row r=\"1048577\">", "<row r=\"0\"/>", "<c>", "</c>",
      "<c r=\"B2\" t=\"s\">", "<c r=\"A1\" t=\"inlineStr\">", "<c r=\"ZZZ1\">",
      "<c s=\"99\" t=\"e\">",
      "<v>", "</v>", "<is><t>", "</t></is>", "<f/>", "<rPh>", "1", "-1e999", "&#x4e00;", "&lt;",
      "&x;",
      "<!-- -->", "<![CDATA[a]]>", "<!DOCTYPE x>", "<?x?>", "<a b='c'>",
      "<mergeCell ref=\"A1:B9\"/>",
      "</sheetData>", "代码", "信用", "甲级", "_x0041_", "<",
    ]
    var random = SplitMix64(seed: 5)
    var read = 0
    for _ in 0..<1_500 {
      let body = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      let header =
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>代码</t></is></c><c t=\"inlineStr\"><is><t>信用</t></is></c></row>"
      let bytes = try Parts.workbook(sheet: "<worksheet><sheetData>" + header + body)
      if (try? importing(DataFile(name: "x", bytes: bytes), schema: WorkbookTests.pair)) != nil {
        read += 1
      }
    }
    #expect(read > 0)
  }

  /// Text files with bytes changed, doubled, cut out and exchanged: each is read to an end, and what
  /// is stored and what is set aside are all the rows.
  @Test(.timeLimit(.minutes(2)), arguments: [FileFormat.csv, .jsonLines])
  func textFilesOfAnyForm(_ format: FileFormat) throws {
    let pieces =
      [
        "\"", "\"\"", ",", "\n", "\r\n", "\r", "\u{FEFF}", "\\", "\\u4e2d", "\\ud800", "{", "}",
        "[", ":",
        "null", "true", "1e5", "2026/3/1", "5%", "'", "'=", "=1+1", "\t", "\u{0}", "甲级", "，",
      ].map { Array($0.utf8) } + [
        [0xFF], [0xB0, 0xA1], [0xC0], [0x81, 0x30, 0x81, 0x30], [0xE4, 0xB8],
      ]
    let seed =
      format == .csv
      ? ImportTests.good
      : """
      {"代码":"a","信用":"甲级","人数":1,"上次":"2026-03-01","面积":1.5,"占比":0.05,"在业":true,"备注":"x"}
      {"备注":"\\u4e2d\\n","代码":"b","信用":"乙级","人数":-2,"上次":null,"其他":[{"a":[]}]}

      """
    var random = SplitMix64(seed: 9)
    var read = 0
    for round in 0..<1_200 {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2 where place < bytes.count:
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        default:
          bytes.insert(
            contentsOf: pieces[Int.random(in: pieces.indices, using: &random)], at: place)
        }
      }
      var options = ReadingOptions(format: format)
      if round % 3 == 0 { options.encoding = round % 2 == 0 ? .gb18030 : .utf8 }
      var setAside = 0
      let size = Int.random(in: 1...64, using: &random)
      let report = try? importing(
        DataFile(name: "x", source: inParts(bytes, of: size)), options: options,
        mode: .rejects(as: .asRead) { (_) throws(ReadFailure) in setAside += 1 })
      guard let report else { continue }
      read += 1
      #expect(report.version.rowCount + report.rowsRejected == report.rowsRead)
      #expect((setAside > 0) == (report.rowsRejected > 0))
    }
    #expect(read > 100)
  }
}
