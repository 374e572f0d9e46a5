/// Where in the script an operation stands: an index into a table of spans that the caller keeps.
public struct Site: Hashable, Sendable {
  /// The position in the caller's table, from 0.
  public let index: Int32

  /// The site at a position of the caller's table.
  public init(_ index: Int32) { self.index = index }
}

/// An operation that has no value for some row.
public struct Fault: Error, Hashable, Sendable {
  /// What is wrong with the operation.
  public enum Kind: Hashable, Sendable {
    /// A result that an integer of 64 bits or a decimal of 38 digits cannot hold.
    case overflow
    case divisionByZero
    /// A quotient that no decimal of 38 digits holds, where no rounding is named.
    case inexactDivision
    /// A date outside the years 0001 to 9999.
    case dateOutOfRange
    /// A number of places outside 0…38.
    case placesOutOfRange
    /// A day of which a working-day calendar knows nothing.
    case outsideCalendar
  }

  /// What is wrong with the operation.
  public let kind: Kind
  /// Which operation it is.
  public let site: Site
  /// The row of the table.
  public let row: Int

  /// The operation at `site` has no value for `row`.
  public init(kind: Kind, site: Site, row: Int) {
    self.kind = kind
    self.site = site
    self.row = row
  }
}
