/// Where in the script an operation stands: an index into a table of spans that the caller keeps.
public struct Site: Hashable, Sendable {
  public let index: Int32

  public init(_ index: Int32) { self.index = index }
}

/// An operation that has no value for some row.
public struct Fault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case overflow
    case divisionByZero
    /// A quotient that no decimal of 38 digits holds, where no rounding is named.
    case inexactDivision
    /// A date outside the years 0001 to 9999.
    case dateOutOfRange
    /// A number of places outside 0…38.
    case placesOutOfRange
  }

  public let kind: Kind
  public let site: Site
  /// The row of the table.
  public let row: Int

  public init(kind: Kind, site: Site, row: Int) {
    self.kind = kind
    self.site = site
    self.row = row
  }
}
