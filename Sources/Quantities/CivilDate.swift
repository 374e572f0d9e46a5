/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32
}
