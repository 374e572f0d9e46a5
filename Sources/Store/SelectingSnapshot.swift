public import Engine

/// A snapshot whose engine can leave rows out, count and draw by itself, so that fewer rows have to
/// come out of it. A store need not have it: who uses it asks by a cast, and does the same work over
/// plain scans where it is not there.
///
/// What it answers is exactly what the same work over `scan` would give; `StoreConformance` checks
/// that with random filters. Every call but `canTest` throws `.invalidRows` for a filter that cannot
/// be tested, and for fields that do not exist. The meter is charged a step for each row that the
/// engine hands over, is asked now and then whether to go on, and stops the call with `.limit`.
public protocol SelectingSnapshot: StoreSnapshot {
  /// How many rows a registry has before it pays to let the engine select, rather than to read what a
  /// draw looks at: a matter of time and memory alone.
  var worthwhileRowCount: Int { get }

  /// Whether the engine tests this filter with the meaning that `RowFilter` states.
  func canTest(_ filter: RowFilter, in schema: RegistrySchema) -> Bool

  /// `StoreSnapshot.scan` over the rows that meet the filter.
  func scan(
    _ registry: String, fields: [Int], where filter: RowFilter, batchSize: Int, meter: Meter,
    _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError)

  /// How many of the rows that meet the filter have each combination of values.
  func counts(
    _ registry: String, where filter: RowFilter, by fields: [Int], meter: Meter
  ) throws(StoreError) -> GroupedCounts

  /// The rows that meet the filter and have the smallest tickets of their classes.
  func select(
    _ registry: String, where filter: RowFilter, fields: [Int], _ selection: TicketSelection,
    meter: Meter
  ) throws(StoreError) -> SelectedRows
}

extension SelectingSnapshot {
  /// Any registry.
  public var worthwhileRowCount: Int { 0 }
}

/// How many rows have each combination of values.
public struct GroupedCounts: Sendable {
  /// The combinations that occur, a column for each field, in ascending order of their values:
  /// absence first, members by position, texts by their UTF-8 bytes. Without fields one combination,
  /// also where no row is.
  public let groups: Table
  /// How many rows have each.
  public let counts: [Int]

  /// The caller sees to it that there is a count for each row of the table.
  public init(groups: Table, counts: [Int]) {
    self.groups = groups
    self.counts = counts
  }
}

/// Which rows to draw. A row's ticket is SHA-256(root ‖ key), and the smallest of a class are drawn.
public struct TicketSelection: Hashable, Sendable {
  /// Rows that are drawn together.
  public struct Class: Hashable, Sendable {
    /// The values of `fields` that the rows of the class have; nil is absence.
    public let tuples: [[RowValue?]]
    /// How many rows are drawn, or all if the class has fewer.
    public let count: Int

    /// - Parameter tuples: each with a value for each of the selection's fields.
    public init(tuples: [[RowValue?]], count: Int) {
      self.tuples = tuples
      self.count = count
    }
  }

  /// What is hashed before each key.
  public let root: [UInt8]
  /// The fields whose values tell the class of a row; without any, a class with the empty tuple has
  /// all rows.
  public let fields: [Int]
  /// No tuple is in two classes; a row whose tuple is in none is not drawn.
  public let classes: [Class]

  /// A root, and who is drawn how often.
  public init(root: [UInt8], by fields: [Int], classes: [Class]) {
    self.root = root
    self.fields = fields
    self.classes = classes
  }

  /// Whether fields and values are of the schema and no tuple is in two classes.
  public func fits(_ schema: RegistrySchema) -> Bool {
    guard fields.allSatisfy(schema.fields.indices.contains) else { return false }
    var seen: Set<[RowValue?]> = []
    for tuple in classes.flatMap(\.tuples) {
      guard tuple.count == fields.count, seen.insert(tuple).inserted else { return false }
      for (field, value) in zip(fields, tuple) {
        if let value, !value.fits(schema.fields[field].kind) { return false }
      }
    }
    return true
  }
}

/// Drawn rows in the order of their tickets; of the same ticket, which will not be met, in the order
/// of their keys' bytes.
public struct SelectedRows: Sendable {
  /// A column for each field that was asked for.
  public let rows: Table
  /// The 32 bytes of each row's ticket.
  public let tickets: [[UInt8]]
  /// The index of each row's class.
  public let classes: [Int]

  /// The caller sees to it that there is a ticket and a class for each row.
  public init(rows: Table, tickets: [[UInt8]], classes: [Int]) {
    self.rows = rows
    self.tickets = tickets
    self.classes = classes
  }
}
