import Quantities
import TestSupport
import Testing

@Suite struct DeadlineTests {
  private static func random(_ random: inout SplitMix64) -> Deadline {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func pick<T>(_ all: [T]) -> T { all[number(0...all.count - 1)] }
    let year = number(0...1) == 0 ? nil : number(1...9999)
    let date =
      CivilDate(
        dayNumber: number(
          Int(CivilDate.minimum.dayNumber)...Int(CivilDate.maximum.dayNumber))) ?? .minimum
    let span = Deadline.Span(
      count: number(0...65_535), unit: pick(Deadline.Unit.allCases), calendar: number(0...255))
    let kinds: [Deadline.Kind] = [
      .openEnded, .month(year: year, month: number(1...12), pick(Deadline.Part.allCases)),
      .day(year: year, month: number(1...12), day: number(1...31)), .year(year),
      .everyMonth(day: number(1...31)), .everyMonthEnd, .everyQuarterEnd,
      .after(pick(Deadline.Event.allCases), span), .date(date), .afterDate(date, span),
    ]
    return Deadline(pick(kinds))
  }

  @Test func codesAreReadBack() {
    var random = SplitMix64(seed: 5)
    var codes: [Int64: Deadline] = [:]
    for _ in 0..<20_000 {
      let deadline = Self.random(&random)
      #expect(Deadline(code: deadline.code) == deadline)
      if let earlier = codes[deadline.code] { #expect(earlier == deadline) }
      codes[deadline.code] = deadline
    }
    for _ in 0..<20_000 {
      let code = Int64.random(in: .min ... .max, using: &random)
      if let deadline = Deadline(code: code) { #expect(deadline.code == code) }
    }
  }

  private static let after = Deadline.Span(count: 20, unit: .workingDays)

  @Test(arguments: [
    (Deadline.Kind.month(year: nil, month: 11, .end), "2026-03-01", "2026-11-30"),
    (.month(year: 2027, month: 2, .end), "2026-03-01", "2027-02-28"),
    (.month(year: nil, month: 6, .first), "2026-07-01", "2026-06-10"),
    (.month(year: nil, month: 6, .start), "2026-03-01", "2026-06-10"),
    (.month(year: nil, month: 9, .middle), "2022-03-01", "2022-09-20"),
    (.month(year: nil, month: 2, .last), "2024-03-01", "2024-02-29"),
    (.day(year: nil, month: 10, day: 15), "2026-03-01", "2026-10-15"),
    (.year(nil), "2026-03-01", "2026-12-31"),
    (.everyMonth(day: 5), "2026-03-05", "2026-03-05"),
    (.everyMonth(day: 5), "2026-12-06", "2027-01-05"),
    (.everyMonth(day: 31), "2026-02-03", "2026-02-28"),
    (.everyMonthEnd, "2026-02-28", "2026-02-28"),
    (.everyQuarterEnd, "2026-08-09", "2026-09-30"),
    (.after(.completion, after), "2026-03-02", "2026-03-30"),
    (.after(.draw, .init(count: 3, unit: .months)), "2026-11-30", "2027-02-28"),
    (.afterDate(.minimum, .init(count: 30, unit: .naturalDays)), "2026-03-02", "0001-01-31"),
  ])
  func due(_ kind: Deadline.Kind, from start: String, is expected: String) throws {
    let calendar = try #require(
      WorkingDayCalendar(years: [.init(number: 2026, isAssumed: false)]))
    let start = try #require(CivilDate(start))
    #expect(
      try Deadline(kind).due(from: start, calendars: [calendar])?.description == expected)
  }

  @Test func faults() throws {
    let calendar = try #require(
      WorkingDayCalendar(years: [.init(number: 2026, isAssumed: false)]))
    let start = try #require(CivilDate("2026-12-30"))
    let late = Deadline(.after(.completion, Self.after))
    #expect(throws: DeadlineFault.outsideCalendar) {
      try late.due(from: start, calendars: [calendar])
    }
    #expect(throws: DeadlineFault.outsideCalendar) { try late.due(from: start, calendars: [nil]) }
    let far = Deadline(.after(.draw, .init(count: 1, unit: .months)))
    #expect(throws: DeadlineFault.dateOutOfRange) {
      try far.due(from: .maximum, calendars: [])
    }
    #expect(try Deadline(.openEnded).due(from: start, calendars: []) == nil)
  }
}
