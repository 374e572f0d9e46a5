import Quantities
import TestSupport
import Testing

/// Against counting day by day, on random calendars.
@Suite struct WorkingDayCalendarTests {
  private static func random(_ random: inout SplitMix64) throws -> WorkingDayCalendar {
    let first = Int.random(in: 1...9_990, using: &random)
    let years = try (first...first + Int.random(in: 0...3, using: &random)).map { number in
      var year = WorkingDayCalendar.Year(number: number, isAssumed: Bool.random(using: &random))
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let month = Int.random(in: 1...12, using: &random)
        let day = try #require(
          CivilDate(year: number, month: month, day: Int.random(in: 1...28, using: &random)))
        year.changed[day] = Bool.random(using: &random)
      }
      return year
    }
    return try #require(WorkingDayCalendar(years: years))
  }

  @Test(arguments: UInt64(0)..<60)
  func agreesWithCounting(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let calendar = try Self.random(&random)
    let length = calendar.firstDay.days(to: calendar.lastDay)
    for _ in 0..<40 {
      let offset = Int.random(in: -2...length + 2, using: &random)
      guard let day = calendar.firstDay.adding(days: offset) else { continue }
      #expect((calendar.isWorkingDay(day) == nil) == !(0...length).contains(offset))
      for count in [0, 1, 2, 20, 300, -1, -2, -20, -300, .max, .min] {
        let target = calendar.adding(workingDays: count, to: day)
        #expect(target == counted(count, from: day, calendar), "\(count) from \(day)")
        guard let target else { continue }
        #expect(calendar.workingDays(from: day, to: target) == count)
        if count != 0 { #expect(calendar.isWorkingDay(target) == true) }
      }
    }
  }

  private func counted(
    _ count: Int, from day: CivilDate, _ calendar: WorkingDayCalendar
  ) -> CivilDate? {
    if count == 0 { return calendar.isWorkingDay(day) == nil ? nil : day }
    var (here, left) = (day, count)
    while left != 0 {
      guard let next = here.adding(days: count.signum()),
        let isWorked = calendar.isWorkingDay(next)
      else { return nil }
      here = next
      if isWorked { left -= count.signum() }
    }
    return here
  }

  @Test func weekdays() throws {
    let year = WorkingDayCalendar.Year(number: 2026, isAssumed: true)
    let calendar = try #require(WorkingDayCalendar(years: [year]))
    #expect(calendar.workingDays(inYear: 2026) == 261)
    #expect(calendar.workingDays(inYear: 2025) == nil)
    #expect(calendar.assumedYears == [2026])
    #expect(CivilDate("2026-02-14")?.isWeekend == true)
    #expect(CivilDate("1969-12-28")?.isWeekend == true)
    #expect(CivilDate("1969-12-29")?.isWeekend == false)
  }

  @Test func yearsFollowEachOther() {
    let years = [2025, 2027].map { WorkingDayCalendar.Year(number: $0, isAssumed: false) }
    #expect(WorkingDayCalendar(years: years) == nil)
    #expect(WorkingDayCalendar(years: []) == nil)
  }
}
