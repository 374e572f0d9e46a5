import Engine
import Import
import Quantities
import Store

/// Whatever the bytes are: an import stores every good row and refuses the rest, and ends. The first
/// byte says what the file is taken for, and whether a workbook is an archive or the sheet in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let schema = RegistrySchema(
    name: "r", key: 0,
    fields: [
      FieldSchema(name: "k", kind: .text, isOptional: false),
      FieldSchema(name: "n", kind: .integer, isOptional: true),
      FieldSchema(name: "d", kind: .date, isOptional: true),
      FieldSchema(name: "p", kind: .percent, isOptional: true),
      FieldSchema(name: "x", kind: .decimal, isOptional: true),
      FieldSchema(name: "e", kind: .enumeration(members: ["A", "B"]), isOptional: true),
    ])
  let store = MemoryStore()
  var request = ImportRequest(schema)
  request.mode = .rejects(as: .asRead) { (_) throws(ReadFailure) in }
  var file = Array(bytes.dropFirst())
  switch bytes.first.map({ $0 % 6 }) {
  case 0: request.options.format = .jsonLines
  case 1: request.options.format = .xlsx
  case 2: file = workbook(sheet: header + file)
  case 3:
    file = Array("k,n,d,p,x,e\n".utf8) + file
    request.options.encoding = .gb18030
  case 4: file = Array("k,n,d,p,x,e\n".utf8) + file
  default: break
  }
  if let report = try? importRegistry(DataFile(name: "f", bytes: file), request, into: store) {
    precondition(report.version.rowCount + report.rowsRejected == report.rowsRead)
    precondition(
      report.quality.columns.allSatisfy { $0.missing + $0.unreadable <= report.rowsRead })
  }
  return 0
}

/// A sheet with the names of the columns in its first row.
private let header = Array(
  ("<worksheet><sheetData><row>"
    + ["k", "n", "d", "p", "x", "e"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>")
    .utf8)

private func workbook(sheet: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  var zip = ZipWriter { (part) throws(ReadFailure) in bytes += part }
  do {
    try zip.add(
      "xl/workbook.xml", "<workbook><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>")
    try zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/>"
        + "</Relationships>")
    try zip.begin("xl/worksheets/s.xml")
    try zip.write(sheet)
    try zip.end()
    try zip.finish()
  } catch {}
  return bytes
}
