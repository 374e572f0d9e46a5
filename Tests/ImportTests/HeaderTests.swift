import Import
import Store
import TestSupport
import Testing

/// Why a file has no header that fits.
func headerFailure(
  of file: DataFile, schema: RegistrySchema = WorkbookTests.pair
) -> HeaderFailure? {
  let error = #expect(throws: ImportError.self) { try importing(file, schema: schema) }
  guard case .header(let failure)? = error else {
    Issue.record("\(String(describing: error))")
    return nil
  }
  return failure
}

/// The row that names the columns, wherever people put it.
@Suite struct HeaderTests {
  static let pair = WorkbookTests.pair

  struct Table: Sendable, CustomTestStringConvertible {
    let text: String
    /// The line that is told; nil where the header is where it belongs.
    let line: Int?
    var rows = ["k|0"]
    var testDescription: String { text.debugDescription }
  }

  static let tables = [
    Table(text: "代码,信用\nk,甲级\n", line: nil),
    Table(text: "某区食堂名录,\n代码,信用\nk,甲级\n", line: 2),
    Table(text: "某区食堂名录\n\n填报单位：教育局,,,\n,序号,代码,信用\n,1,k,甲级\n", line: 4),
    Table(text: "\"名录\n二\"\n代码,信用\nk,甲级\n", line: 3),
    // Names that were broken into lines, or have blanks around them.
    Table(text: "\"代\n码\", 信用　\nk,甲级\n", line: nil),
    // Two rows that name the columns together.
    Table(text: "代码,监管,\n,信用,次数\nk,甲级,1\n", line: 2),
    Table(text: "名录\n代码,监管,\n,信用,次数\nk,甲级,1\n", line: 3),
    // A row below the header that looks like one is a row.
    Table(text: "代码,信用\n信用,甲级\n", line: nil, rows: ["信用|0"]),
    // Rows of commas alone are none.
    Table(text: ",,\n代码,信用,\n,,\nk,甲级,\n,,\n,,,,\n", line: nil),
  ]

  @Test(arguments: tables) func found(_ table: Table) throws {
    for size in [1, 7, 100] {
      let store = MemoryStore()
      let report = try importing(table.text, parts: size, schema: Self.pair, into: store)
      #expect(report.reading.headerLine == table.line)
      #expect(try dump(store, Self.pair) == table.rows)
      #expect(report.rowsRead == table.rows.count)
    }
  }

  @Test func notFound() throws {
    let cases: [(String, [HeaderProblem], line: Int)] = [
      ("", [.emptyFile], 1),
      ("\n,,\n", [.emptyFile], 1),
      ("名录\n代码,等级\nk,甲级\n", [.missingColumns(["信用"])], 2),
      ("甲,乙\n丙,丁\n", [.missingColumns(["代码", "信用"])], 1),
      ("代码,代码,信用\n", [.duplicateColumns(["代码"])], 1),
      ("名录\n代码,代 码,信用\n", [.duplicateColumns(["代码"])], 2),
      ("代码\t信用\nk\t甲级\n", [.otherSeparator("\t")], 1),
      ("名录\n\"代码\";\"信用\";x\nk;甲级;\n", [.otherSeparator(";")], 2),
      // Twenty rows are looked at, and no more.
      (String(repeating: "x\n", count: 20) + "代码,信用\nk,甲级\n", [.missingColumns(["代码", "信用"])], 1),
    ]
    for (text, problems, line) in cases {
      let failure = headerFailure(of: DataFile(name: "x.csv", bytes: Array(text.utf8)))
      #expect(failure?.problems == problems && failure?.line == line, "\(text)")
    }
  }

  /// Titles across the table in merged cells, an empty row, a header whose cells are merged in pairs:
  /// the usual outside of a form. The sheet is kept for the place of a mistake.
  @Test func formsInWorkbooks() throws {
    func sheet(_ rows: [String], merged: String) throws -> DataFile {
      let cells = rows.enumerated().map { number, row in
        "<row r=\"\(number + 1)\">"
          + row.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
            $1.isEmpty
              ? ""
              : "<c r=\"\(CellReference(row: number + 1, column: $0 + 1).name)\" t=\"str\"><v>\($1)</v></c>"
          }.joined() + "</row>"
      }
      let merges = merged.split(separator: " ").map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      return DataFile(
        name: "f.xlsx",
        bytes: try Parts.workbook(
          sheet: "<worksheet><sheetData>" + cells.joined() + "</sheetData>" + merges))
    }
    let store = MemoryStore()
    let form = try sheet(
      ["某区食堂名录", "", "代码,监管信息,,备注", ",信用,次数", "k,甲级,3,好"],
      merged: "A1:D1 A3:A4 B3:C3 D3:D4")
    let report = try importing(form, schema: Self.pair, into: store)
    #expect(report.reading.headerLine == 4 && report.unusedColumns == ["次数", "备注"])
    #expect(try dump(store, Self.pair) == ["k|0"])
    let wrong = headerFailure(
      of: try sheet(["某区食堂名录", "代码,监管信息", ",等级", "k,甲级"], merged: "A1:B1 A2:A3"))
    #expect(wrong?.problems == [.missingColumns(["信用"]), .mergedCells(["A2:A3"])])
    #expect(wrong?.reading?.sheet == "s" && wrong?.line == 2)
  }

  /// Rejects have a header of their own, in one row, and are read like any file.
  @Test func rejectsOfTwoHeaderRows() throws {
    var rejected: [UInt8] = []
    let store = MemoryStore()
    let report = try importing(
      DataFile(
        name: "x.csv", bytes: Array("名录\n代码,监管,\n,信用,\"次,数\"\nk,甲级,1\nl,丁,2\n".utf8)),
      schema: Self.pair, into: store,
      mode: .rejects(as: .asRead) { (row) throws(ReadFailure) in rejected += row })
    #expect(report.rowsRejected == 1)
    #expect(String(decoding: rejected, as: UTF8.self) == "代码,信用,\"次,数\"\r\nl,丁,2\n")
  }
}
