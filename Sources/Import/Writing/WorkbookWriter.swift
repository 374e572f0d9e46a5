import Quantities

/// Writes a workbook of one sheet (ECMA-376, SpreadsheetML): texts as texts, whatever they begin with;
/// numbers of up to 15 digits, percentages and dates as what they are; the header in bold and fixed.
///
/// The bytes depend on the rows alone (and on the version of zlib): there is no time and no author.
/// Memory holds a part of the sheet.
public struct WorkbookWriter: TableWriter {
  private var zip: ZipWriter
  private let sheet: String
  private var row = 0
  private var pending = ""

  private static let partSize = 1 << 16

  /// - Parameter sheet: its name; what names of sheets may not have is left out.
  public init(sheet: String, _ sink: @escaping ByteSink) {
    zip = ZipWriter(sink)
    self.sheet = Self.sheetName(sheet)
  }

  public mutating func start(_ header: [TableCell]) throws(ReadFailure) {
    try zip.add("[Content_Types].xml", Self.contentTypes)
    try zip.add("_rels/.rels", Self.packageRelations)
    try zip.add("xl/workbook.xml", Self.workbook(sheet))
    try zip.add("xl/_rels/workbook.xml.rels", Self.workbookRelations)
    try zip.add("xl/styles.xml", Self.styles)
    try zip.begin("xl/worksheets/sheet1.xml")
    pending = Self.sheetStart
    try add(header, isHeader: true)
  }

  public mutating func add(_ row: [TableCell]) throws(ReadFailure) {
    try add(row, isHeader: false)
  }

  public mutating func finish() throws(ReadFailure) {
    pending += "</sheetData></worksheet>"
    try zip.write(Array(pending.utf8))
    try zip.end()
    try zip.finish()
  }

  private mutating func add(_ cells: [TableCell], isHeader: Bool) throws(ReadFailure) {
    row += 1
    guard row <= CellReference.lastRow else {
      throw ReadFailure("a sheet has at most \(CellReference.lastRow) rows")
    }
    pending += "<row r=\"\(row)\">"
    for (index, cell) in cells.enumerated() {
      let place = CellReference(row: row, column: index + 1).name
      pending += Self.xml(cell, at: place, isHeader: isHeader)
    }
    pending += "</row>"
    if pending.utf8.count >= Self.partSize {
      try zip.write(Array(pending.utf8))
      pending = ""
    }
  }

  /// The cell's style is a position in `styles`.
  private static func xml(_ cell: TableCell, at place: String, isHeader: Bool) -> String {
    func text(_ text: String) -> String {
      "<c r=\"\(place)\" s=\"\(isHeader ? 1 : 2)\" t=\"inlineStr\"><is>"
        + "<t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    }
    func number(_ value: Decimal, style: Int, else words: String) -> String {
      guard value.coefficient.magnitude < 1_000_000_000_000_000 else { return text(words) }
      return "<c r=\"\(place)\" s=\"\(style)\"><v>\(value)</v></c>"
    }
    switch cell {
    case .empty: return ""
    case .text(let words): return text(words)
    case .integer(let value): return number(Decimal(value), style: 0, else: String(value))
    case .decimal(let value): return number(value, style: 0, else: value.description)
    case .percent(let value): return number(value, style: 4, else: CSVWriter.percent(value))
    case .date(let date):
      // Before 1900-03-01 the numbers of days are not the calendar's.
      guard date.dayNumber >= -25_508 else { return text(date.description) }
      return "<c r=\"\(place)\" s=\"3\"><v>\(date.dayNumber + 25_569)</v></c>"
    case .bool(let value): return "<c r=\"\(place)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
    }
  }

  /// XML has no control characters: they stand as `_x0007_`, and a text that looks so as `_x005F_x…`.
  static func escaped(_ text: String) -> String {
    var result = ""
    let bytes = Array(text.utf8)
    for (index, scalar) in Swift.zip(text.utf8Offsets, text.unicodeScalars) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "_" where isEscape(bytes, index): result += "_x005F_"
      case "\u{0}"..<"\u{20}" where scalar != "\n" && scalar != "\t", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a text reads like an escape from a place on.
  private static func isEscape(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 7 <= bytes.count, bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[start + 2..<start + 6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// At most 31 characters (counted as UTF-16), none of `: \ / ? * [ ]`, no apostrophe at an end.
  static func sheetName(_ name: String) -> String {
    var kept = ""
    for character in name where !":\\/?*[]".contains(character) && !character.isNewline {
      guard (kept + String(character)).utf16.count <= 31 else { break }
      kept.append(character)
    }
    while kept.hasPrefix("'") { kept.removeFirst() }
    while kept.hasSuffix("'") { kept.removeLast() }
    return kept.isEmpty ? "Sheet1" : kept
  }
}

extension String {
  /// Where each scalar begins.
  fileprivate var utf8Offsets: [Int] {
    var offset = 0
    return unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return offset
    }
  }
}

// MARK: Fixed parts

extension WorkbookWriter {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let spreadsheet =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let contentTypes = """
    \(head)<Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(spreadsheet).sheet.main+xml"/>\
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(spreadsheet).worksheet+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(spreadsheet).styles+xml"/></Types>
    """

  private static let packageRelations = """
    \(head)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
    Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """

  private static let workbookRelations = """
    \(head)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
    Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
    Type="\(relations)/styles" Target="styles.xml"/></Relationships>
    """

  private static func workbook(_ sheet: String) -> String {
    let name = escaped(sheet).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "&quot;")
    return """
      \(head)<workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets>\
      <sheet name="\(name)" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
  }

  /// Plain, header, text, date, percent.
  private static let styles = """
    \(head)<styleSheet xmlns="\(main)"><numFmts count="1">\
    <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """

  private static let sheetStart = """
    \(head)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
    <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
    <sheetFormatPr defaultRowHeight="15"/><sheetData>
    """
}
