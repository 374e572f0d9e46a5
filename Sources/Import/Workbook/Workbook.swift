/// A workbook of spreadsheets (ECMA-376, SpreadsheetML): its sheets, styles and shared texts.
///
/// Read by a scanner of our own: rows stream, nothing is expanded, and no C code sees the bytes but
/// zlib (docs/decisions/0005).
struct Workbook {
  struct Sheet: Hashable {
    let name: String
    let isHidden: Bool
    /// The part of the archive.
    let part: String
  }

  let sheets: [Sheet]
  private let archive: ZipArchive
  private let styles: [NumberStyle]
  private let sharedStringsPart: String?

  /// Bytes of a part that is held as a whole.
  private static let smallPart = 64 << 20

  init(_ access: RandomAccess) throws(FileFailure) {
    archive = try ZipArchive(access)
    let package = try Self.relations(archive, of: "")
    let main = package.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard archive[main] != nil else { throw .workbook(.notWorkbook) }
    let relations = try Self.relations(archive, of: main)
    let (found, from1904) = try Self.sheets(archive, main, relations)
    sheets = found
    let part = relations.first { $0.kind == "styles" }?.target
    if let part {
      styles = try Self.styles(archive, part, from1904: from1904)
    } else {
      styles = []
    }
    sharedStringsPart = relations.first { $0.kind == "sharedStrings" }?.target
  }

  /// The sheet of a name; without one the only sheet that has cells.
  func sheet(_ name: String?) throws(FileFailure) -> Sheet {
    if let name {
      guard let sheet = sheets.first(where: { $0.name == name }) else {
        throw .workbook(.noSuchSheet(name, found: Self.some(sheets)))
      }
      return sheet
    }
    var filled: [Sheet] = []
    for sheet in sheets where !sheet.isHidden {
      if try hasCells(sheet) { filled.append(sheet) }
    }
    if filled.count > 1 { throw .workbook(.severalSheets(Self.some(filled))) }
    guard let sheet = filled.first ?? sheets.first else { throw .workbook(.notWorkbook) }
    return sheet
  }

  /// As many names as somebody reads.
  private static func some(_ sheets: [Sheet]) -> [String] {
    sheets.prefix(30).map(\.name) + (sheets.count > 30 ? ["…"] : [])
  }

  func rows(of sheet: Sheet) throws(FileFailure) -> SheetRows {
    var strings = SharedStrings()
    if let part = sharedStringsPart, archive[part] != nil {
      strings = try SharedStrings(Self.scanner(archive, part), part: part)
    }
    return SheetRows(
      try Self.reader(archive, sheet.part), part: sheet.part, strings: strings, styles: styles,
      budget: archive.budget)
  }

  private func hasCells(_ sheet: Sheet) throws(FileFailure) -> Bool {
    var scanner = try Self.scanner(archive, sheet.part)
    while true {
      switch try scanner.next() {
      case .nothing: return false
      // Cells that only have a format are empty tags.
      case .start where scanner.isNamed("v") || scanner.isNamed("is") || scanner.isNamed("f"):
        return true
      case .end where scanner.isNamed("sheetData"): return false
      default: continue
      }
    }
  }

  private static func scanner(
    _ archive: ZipArchive, _ part: String
  ) throws(FileFailure) -> XMLScanner {
    XMLScanner(part: part, try reader(archive, part).next)
  }

  private static func reader(
    _ archive: ZipArchive, _ part: String
  ) throws(FileFailure) -> ZipEntryReader {
    guard let entry = archive[part] else { throw .workbook(.damaged(part: part)) }
    return try ZipEntryReader(archive, entry)
  }

  /// A scanner over a part that is small in every workbook.
  private static func smallScanner(
    _ archive: ZipArchive, _ part: String
  ) throws(FileFailure) -> XMLScanner {
    if let entry = archive[part], entry.size > smallPart {
      throw .workbook(.tooLarge(part: part))
    }
    return try scanner(archive, part)
  }
}

// MARK: Parts

extension Workbook {
  private struct Relation {
    let id: String
    /// The last word of its type.
    let kind: String
    let target: String
  }

  /// The parts that a part refers to; none where it says nothing. `""` is the whole package.
  private static func relations(
    _ archive: ZipArchive, of part: String
  ) throws(FileFailure) -> [Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard archive[name] != nil else { return [] }
    var scanner = try smallScanner(archive, name)
    var relations: [Relation] = []
    while true {
      let piece = try scanner.next()
      if piece == .nothing { return relations }
      guard piece == .start || piece == .empty, scanner.isNamed("Relationship"),
        let id = scanner.attribute("Id"), let type = scanner.attribute("Type"),
        let target = scanner.attribute("Target")
      else { continue }
      relations.append(
        Relation(
          id: id, kind: type.split(separator: "/").last.map(String.init) ?? type,
          target: resolved(target, in: folder)))
    }
  }

  /// A target relative to a folder, or from the root.
  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func sheets(
    _ archive: ZipArchive, _ part: String, _ relations: [Relation]
  ) throws(FileFailure) -> ([Sheet], from1904: Bool) {
    var scanner = try smallScanner(archive, part)
    var targets: [String: String] = [:]
    for relation in relations where relation.kind == "worksheet" {
      targets[relation.id] = relation.target
    }
    var sheets: [Sheet] = []
    var from1904 = false
    while true {
      let piece = try scanner.next()
      if piece == .nothing { return (sheets, from1904) }
      guard piece == .start || piece == .empty else { continue }
      if scanner.isNamed("workbookPr") {
        from1904 = ["1", "true"].contains(scanner.attribute("date1904"))
      }
      // Sheets of charts and macros have relations of other kinds.
      guard scanner.isNamed("sheet"), let name = scanner.attribute("name"),
        let target = scanner.attribute("id").flatMap({ targets[$0] })
      else { continue }
      let state = scanner.attribute("state") ?? "visible"
      sheets.append(Sheet(name: name, isHidden: state != "visible", part: target))
    }
  }

  /// How cells of each style show numbers.
  private static func styles(
    _ archive: ZipArchive, _ part: String, from1904: Bool
  ) throws(FileFailure) -> [NumberStyle] {
    guard archive[part] != nil else { return [] }
    var scanner = try smallScanner(archive, part)
    var own: [Int: NumberStyle] = [:]
    var styles: [NumberStyle] = []
    var isInCellFormats = false
    while true {
      switch try scanner.next() {
      case .nothing: return styles
      case .end where scanner.isNamed("cellXfs"): isInCellFormats = false
      case .start where scanner.isNamed("cellXfs"): isInCellFormats = true
      case .start, .empty:
        if scanner.isNamed("numFmt"), let id = scanner.attribute("numFmtId").flatMap({ Int($0) }) {
          own[id] = scanner.attribute("formatCode").map {
            NumberStyle(code: $0, from1904: from1904)
          }
        } else if isInCellFormats, scanner.isNamed("xf") {
          let id = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
          styles.append(own[id] ?? NumberStyle(formatID: id, from1904: from1904))
        }
      default: continue
      }
    }
  }
}
