import Foundation
import Quantities
import Runtime
import Semantics
import TestSupport
import Testing

/// The calendar of the standard library, day by day against published data.
@Suite struct WorkingDayCorpusTests {
  private struct Published: Decodable {
    struct Day: Decodable {
      let date: String
      let isOffDay: Bool
    }

    let days: [Day]
  }

  private static let isThere = Fixtures.shared("corpora/working-days/2026.json") != nil

  @Test(
    .enabled(if: isThere, "shared/corpora/working-days is not beside the repository"),
    arguments: [2023, 2024, 2025, 2026],
    [("标准.日历.中国", "使用"), ("std.calendar.china", "use")])
  func agrees(_ year: Int, _ module: (path: String, use: String)) throws {
    let bench = Bench("\(module.use) \(module.path)\n")
    let calendar = try #require(bench.script.program.calendars.first?.days)
    var changed: [CivilDate: Bool] = [:]
    // Days of late December stand in the data of the year after.
    for number in [year, year + 1] {
      guard let file = Fixtures.shared("corpora/working-days/\(number).json") else { continue }
      let data = try JSONDecoder().decode(Published.self, from: Data(try file.bytes))
      for day in data.days {
        let date = try #require(CivilDate(day.date))
        if date.year == year { changed[date] = !day.isOffDay }
      }
    }
    var day = try #require(CivilDate(year: year, month: 1, day: 1))
    var different: [CivilDate] = []
    while day.year == year {
      if calendar.isWorkingDay(day) != changed[day] ?? !day.isWeekend { different.append(day) }
      day = try #require(day.adding(days: 1))
    }
    #expect(different == [])
  }
}
