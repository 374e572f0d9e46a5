public import Store

/// What kind of file rows come from.
public enum FileFormat: String, Sendable, CaseIterable {
  /// Comma-separated values, RFC 4180.
  case csv
  /// A workbook of spreadsheets, ECMA-376.
  case xlsx
  /// One JSON object a line.
  case jsonLines = "jsonl"
}

/// How the characters of a text file are written.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// GB 18030, of which GBK and GB 2312 are parts.
  case gb18030
}

/// What to take a file for, instead of looking.
public struct ReadingOptions: Hashable, Sendable {
  public var format: FileFormat?
  public var encoding: TextEncoding?
  /// The sheet of a workbook, which need not be named if only one has cells.
  public var sheet: String?

  /// Nothing is said: everything is found out.
  public init(format: FileFormat? = nil, encoding: TextEncoding? = nil, sheet: String? = nil) {
    self.format = format
    self.encoding = encoding
    self.sheet = sheet
  }
}

/// What a file was taken for.
public struct FileReading: Hashable, Sendable {
  public let format: FileFormat
  /// Of a text file; a workbook has none that matters.
  public internal(set) var encoding: TextEncoding?
  /// Of a workbook.
  public internal(set) var sheet: String?
  /// The line or row that names the columns, where others stand above it.
  public internal(set) var headerLine: Int?

  package init(format: FileFormat, encoding: TextEncoding? = nil, sheet: String? = nil) {
    self.format = format
    self.encoding = encoding
    self.sheet = sheet
  }
}

extension FileReading {
  /// What the record calls the file: a sheet stands behind its name, `名录.xlsx!食堂`.
  func origin(_ file: String) -> String { sheet.map { file + "!" + $0 } ?? file }
}

extension ImportOrigin {
  /// The sheet behind the name of a workbook; whether the file is one must be known.
  package var sheet: String? {
    parted.map { String(name[name.index(after: $0)...]) }
  }

  /// The name of the file, without the sheet of a workbook.
  public var file: String {
    guard let parted, name[..<parted].lowercased().hasSuffix(".xlsx") else { return name }
    return String(name[..<parted])
  }

  /// The mark before the sheet: the first behind the ending of a workbook, else the first.
  private var parted: String.Index? {
    let marks = name.indices.filter { name[$0] == "!" }
    return marks.first { name[..<$0].lowercased().hasSuffix(".xlsx") } ?? marks.first
  }
}
