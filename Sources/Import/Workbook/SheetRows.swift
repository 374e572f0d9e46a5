/// The rows of a sheet. Rows without any value are passed over; cells that the sheet leaves out are
/// empty.
///
/// Memory holds the shared texts, one row and a part of the sheet.
struct SheetRows: RowSource {
  private(set) var cells: [SourceCell] = []
  private(set) var scratch: [UInt8] = []
  private(set) var line = 0

  private var scanner: XMLScanner
  private let strings: SharedStrings
  private let styles: [NumberStyle]
  /// Nil while the header is being read, which may be as wide as it likes.
  private var width: Int?
  private var isAtEnd = false
  private var lastRow = 0
  private var merged: [CellRange] = []
  /// The column of the cell that is being read.
  private var column = 0
  private var number: [UInt8] = []

  /// Merged ranges that are kept.
  private static let mostMerged = 100_000

  private static let mostOfRow = CSVLimits().record

  private let reader: ZipEntryReader
  private let part: String
  private let budget: UnpackingBudget

  init(
    _ reader: ZipEntryReader, part: String, strings: SharedStrings, styles: [NumberStyle],
    budget: UnpackingBudget
  ) {
    self.reader = reader
    self.part = part
    self.budget = budget
    scanner = XMLScanner(part: part, reader.next)
    self.strings = strings
    self.styles = styles
  }

  var position: Int? { reader.position }

  var buffer: [UInt8] { [] }
  var faults: [RowFault] { [] }
  var hasFixedWidth: Bool { false }
  var raw: Range<Int>? { nil }
  var prefix: [UInt8] { [] }
  var encoding: TextEncoding { .utf8 }

  func fileOffset(_ offset: Int) -> Int { offset }

  mutating func setWidth(_ width: Int) { self.width = width }

  mutating func next() throws(FileFailure) -> Bool {
    while !isAtEnd {
      switch try scanner.next() {
      case .nothing: isAtEnd = true
      case .start where scanner.isNamed("row"):
        try startRow()
        if try readRow() { return true }
      case .empty where scanner.isNamed("row"): try startRow()
      case .start where scanner.isNamed("mergeCell"), .empty where scanner.isNamed("mergeCell"):
        guard let range = scanner.attribute("ref").flatMap({ CellRange($0) }) else { continue }
        guard merged.count < Self.mostMerged else { throw scanner.tooLarge }
        merged.append(range)
      default: continue
      }
    }
    return false
  }

  mutating func mergedRanges(touching row: Int) throws(FileFailure) -> [String] {
    while try next() {}
    return merged.filter { $0.rows.contains(row) }.prefix(10).map(\.name)
  }

  func mergedCells(below row: Int, columns: Set<Int>) -> [MergedCells] {
    merged.compactMap { range in
      guard range.rows.upperBound > row else { return nil }
      let hidden = columns.map { $0 + 1 }.filter { column in
        // The first cell is not hidden.
        range.columns.contains(column)
          && (column > range.columns.lowerBound || range.rows.count > 1)
      }
      guard let column = hidden.min() else { return nil }
      return MergedCells(row: range.rows.lowerBound, column: column, name: range.name)
    }
  }

  private mutating func startRow() throws(FileFailure) {
    line = lastRow + 1
    if let text = scanner.attribute("r") {
      guard let number = Int(text), number > lastRow else { throw scanner.damaged }
      line = number
    }
    guard line <= CellReference.lastRow else {
      throw .workbook(.tooManyRows(limit: CellReference.lastRow))
    }
    lastRow = line
  }

  /// Reads the cells up to the end of the row; false if none has a value.
  private mutating func readRow() throws(FileFailure) -> Bool {
    let none = SourceCell(range: 0..<0, isInScratch: true, form: .plain, line: line)
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(none, count: width ?? 0))
    scratch.removeAll(keepingCapacity: true)
    column = 0
    var hasValue = false
    while true {
      switch try scanner.next() {
      case .nothing: throw scanner.damaged
      case .end where scanner.isNamed("row"):
        return hasValue
      case .empty where scanner.isNamed("c"): _ = try startCell()
      case .start where scanner.isNamed("c"):
        let (kind, style) = try startCell()
        let cell = try readCell(kind, style)
        if scratch.count > Self.mostOfRow {
          throw .recordTooLong(line: line, limit: Self.mostOfRow)
        }
        guard !cell.range.isEmpty || cell.form == .formula else { continue }
        hasValue = true
        if column <= cells.count {
          cells[column - 1] = cell
        } else if width == nil {
          cells.append(contentsOf: repeatElement(none, count: column - cells.count - 1))
          cells.append(cell)
        }
      default: continue
      }
    }
  }

  private enum Kind { case number, shared, inline, formulaText, truth, error, day }

  /// Reads the attributes of a cell, and moves to its column.
  private mutating func startCell() throws(FileFailure) -> (Kind, NumberStyle) {
    var reference: Range<Int>?
    var kind = Kind.number
    var style = 0
    let scanner = scanner
    let isWhole = scanner.forEachAttribute { name, value in
      if scanner.isEqual(name, "r") {
        reference = value
      } else if scanner.isEqual(name, "s") {
        style = Self.integer(scanner.buffer[value]) ?? 0
      } else if scanner.isEqual(name, "t") {
        if scanner.isEqual(value, "s") { kind = .shared }
        if scanner.isEqual(value, "inlineStr") { kind = .inline }
        if scanner.isEqual(value, "str") { kind = .formulaText }
        if scanner.isEqual(value, "b") { kind = .truth }
        if scanner.isEqual(value, "e") { kind = .error }
        if scanner.isEqual(value, "d") { kind = .day }
      }
    }
    guard isWhole else { throw scanner.damaged }
    if let reference {
      guard let place = CellReference(scanner.buffer[reference]), place.column > column else {
        throw scanner.damaged
      }
      column = place.column
    } else {
      column += 1
      guard column <= CellReference.lastColumn else {
        throw .tooManyColumns(line: line, limit: CellReference.lastColumn)
      }
    }
    return (kind, styles.indices.contains(style) ? styles[style] : .general)
  }

  /// Reads a cell to its end tag.
  private mutating func readCell(
    _ kind: Kind, _ style: NumberStyle
  ) throws(FileFailure) -> SourceCell {
    let start = scratch.count
    var hasFormula = false
    var isValue = false
    var isFormula = false
    number.removeAll(keepingCapacity: true)
    loop: while true {
      switch try scanner.next() {
      case .nothing: throw scanner.damaged
      case .start:
        isValue = scanner.isNamed("v")
        isFormula = scanner.isNamed("f")
        hasFormula = hasFormula || isFormula
        if scanner.isNamed("is") { try scanner.appendRichText(until: "is", to: &scratch) }
      case .empty: hasFormula = hasFormula || scanner.isNamed("f")
      case .text:
        if isValue { try scanner.appendText(to: &number) }
        if number.count > XMLScanner.longest { throw scanner.tooLarge }
      case .end:
        isValue = false
        if scanner.isNamed("c") { break loop }
      }
    }
    let form = try finish(kind, style, hasFormula: hasFormula)
    return SourceCell(range: start..<scratch.count, isInScratch: true, form: form, line: line)
  }

  /// Puts the cell's text behind the others.
  private mutating func finish(
    _ kind: Kind, _ style: NumberStyle, hasFormula: Bool
  ) throws(FileFailure) -> CellForm {
    switch kind {
    case .shared:
      if number.isEmpty { return .plain }
      guard let index = Self.integer(number[...]), let range = strings.range(index) else {
        throw scanner.damaged
      }
      try budget.share(range.count, in: part)
      scratch += strings.bytes[range]
      return .plain
    case .inline: return .plain
    case .formulaText:
      let start = scratch.count
      scratch += number
      removeEscapes(from: start, &scratch)
      return .plain
    case .truth, .error, .number, .day:
      if number.isEmpty { return hasFormula ? .formula : .plain }
      scratch += number
      return kind == .truth
        ? .truth : kind == .error ? .error : kind == .day ? .plain : .number(style)
    }
  }

  /// ASCII digits; nil for anything else.
  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 12 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
