import Quantities
import Testing

@Suite struct CivilDateTests {
  /// Counts days one by one: both ends of the range, and a whole cycle of 400 years.
  @Test(arguments: [(1, 5), (1799, 2201), (9990, 9999)])
  func everyDay(from first: Int, through last: Int) throws {
    var (year, month, day) = (first, 1, 1)
    let start = try #require(CivilDate(year: first, month: 1, day: 1))
    let end = try #require(CivilDate(year: last, month: 12, day: 31))
    for number in start.dayNumber...end.dayNumber {
      guard let date = CivilDate(dayNumber: Int(number)), date.components == (year, month, day),
        CivilDate(year: year, month: month, day: day) == date
      else {
        Issue.record("\(number) is not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if CivilDate(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (last + 1, 1, 1))
  }

  @Test func range() {
    #expect(CivilDate.minimum.description == "0001-01-01")
    #expect(CivilDate.maximum.description == "9999-12-31")
    #expect(CivilDate(dayNumber: Int(CivilDate.minimum.dayNumber) - 1) == nil)
    #expect(CivilDate(dayNumber: Int(CivilDate.maximum.dayNumber) + 1) == nil)
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-03-01", 20_513), ("1969-12-31", -1),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
      ("2026-02-29", nil), ("1900-02-29", nil), ("2026-13-01", nil), ("2026-00-01", nil),
      ("2026-01-00", nil), ("2026-04-31", nil), ("0000-01-01", nil), ("2026-3-01", nil),
      ("2026/03/01", nil), ("2026-03-1", nil), ("2026-03-011", nil), ("-026-03-01", nil), ("", nil),
      ("２026-03-01", nil),
    ] as [(String, Int32?)])
  func reading(_ text: String, dayNumber: Int32?) {
    let date = CivilDate(text)
    #expect(date?.dayNumber == dayNumber)
    if let date { #expect(date.description == text) }
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"),
      ("2026-03-15", -15, "2024-12-15"), ("2026-03-15", 0, "2026-03-15"),
      ("0001-01-15", -1, nil), ("9999-12-15", 1, nil), ("2026-01-01", Int.max, nil),
      ("2026-01-01", Int.min, nil),
    ] as [(String, Int, String?)])
  func months(_ text: String, _ months: Int, _ expected: String?) throws {
    let date = try #require(CivilDate(text))
    #expect(date.adding(months: months)?.description == expected)
  }

  @Test func daysAndQuarters() throws {
    let date = try #require(CivilDate("2026-03-01"))
    let end = try #require(CivilDate("2026-11-30"))
    #expect(date.adding(days: 274) == end)
    #expect(date.days(to: end) == 274)
    #expect(end.days(to: date) == -274)
    #expect(date.adding(days: .max) == nil)
    #expect(CivilDate.maximum.adding(days: 1) == nil)
    #expect(CivilDate.minimum.adding(days: -1) == nil)
    #expect(date < end)
    let quarters = (1...12).compactMap { CivilDate(year: 2026, month: $0, day: 1)?.quarter }
    #expect(quarters == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
  }
}
