import FuzzImport
import Import

/// The parts of a workbook, packed as they should be: a sheet, its shared texts and its styles, with a
/// byte FF between them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false)
    .map { Array($0) }
  fuzzImport(workbook(header + parts[0], parts.dropFirst()), ReadingOptions(format: .xlsx))
  return 0
}

/// A sheet with the names of the columns in its first row.
private let header = Array(
  ("<worksheet><sheetData><row>"
    + fuzzedFields.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>").utf8)

private func workbook(_ sheet: [UInt8], _ others: ArraySlice<[UInt8]>) -> [UInt8] {
  var bytes: [UInt8] = []
  var zip = ZipWriter { (part) throws(ReadFailure) in bytes += part }
  let kinds = ["worksheet", "sharedStrings", "styles"]
  do {
    try zip.add(
      "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"s\" r:id=\"worksheet\"/></sheets></workbook>")
    try zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships>"
        + kinds.map { "<Relationship Id=\"\($0)\" Type=\"x/\($0)\" Target=\"\($0).xml\"/>" }
        .joined() + "</Relationships>")
    for (kind, part) in Swift.zip(kinds, [sheet] + others) {
      try zip.begin("xl/\(kind).xml")
      try zip.write(part)
      try zip.end()
    }
    try zip.finish()
  } catch {}
  return bytes
}
