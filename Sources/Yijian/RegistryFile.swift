public import Quantities
public import Runtime

/// Rows of the embedding program as the CSV file that a registry is imported from.
///
/// A draw can be verified only with the file of the registry it was drawn from: keep or publish
/// these bytes.
public struct RegistryFile: Sendable {
  /// What the rows' origin is called in the store and in messages.
  public let name: String
  /// The whole file; CSV whose first record is the header, if it was made from rows.
  public let bytes: [UInt8]
  /// The day that the rows show, for plans that want it.
  public var asAt: CivilDate?

  /// A file that is there already: CSV, a workbook or JSON Lines.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// - Parameters:
  ///   - fields: the header: what the columns of the registry's fields are called, in any order; that
  ///     is the field's name, unless the script gives the column another.
  ///   - rows: a value for each field; an enum member is the text of its name, absence is `.none`, a
  ///     percentage a ratio up to 1, or a text such as `150%`.
  public init(
    name: String, fields: [String], rows: some Sequence<[Value]>
  ) {
    self.name = name
    var bytes = Self.line(fields.map { Self.quoted($0) })
    for row in rows { bytes += Self.line(row.map(Self.cell)) }
    self.bytes = bytes
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    Array((cells.joined(separator: ",") + "\n").utf8)
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .date(let value): value.description
    case .text(let text): quoted(text)
    // An absent value; lists and the like fit no field, which the import says.
    case .none: ""
    case .member, .record, .group, .list, .set: quoted("\(value)")
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
