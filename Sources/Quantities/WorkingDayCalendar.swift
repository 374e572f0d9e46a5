/// Which days are worked, in some consecutive years: weekdays, but for the days that a notice makes
/// days off or working days.
///
/// Every question is answered from counts made beforehand, in O(1). Of days outside its years the
/// calendar knows nothing, and says so.
public struct WorkingDayCalendar: Hashable, Sendable {
  /// A year, with the days that a notice changes.
  public struct Year: Hashable, Sendable {
    /// 1…9999
    public let number: Int
    /// No notice has been published: its weekends are assumed to be its only days off, but for what
    /// is written.
    public let isAssumed: Bool
    /// Days of this year that are not what their weekday says: true for a working day.
    public var changed: [CivilDate: Bool]

    /// A year with the days of it that are not what their weekday says.
    public init(number: Int, isAssumed: Bool, changed: [CivilDate: Bool] = [:]) {
      self.number = number
      self.isAssumed = isAssumed
      self.changed = changed
    }
  }

  /// Consecutive, ascending.
  public let years: [Year]
  /// The first day of the first year.
  public let firstDay: CivilDate
  /// The last day of the last year.
  public let lastDay: CivilDate
  /// How many of the days before the one at an offset are worked; one more than there are days.
  private let workedBefore: [Int32]
  /// The offsets of the working days.
  private let worked: [Int32]

  /// Nil unless there is a year, and the years follow each other without a gap.
  public init?(years: [Year]) {
    guard let first = years.first, let last = years.last,
      zip(years, years.dropFirst()).allSatisfy({ $1.number == $0.number + 1 }),
      let firstDay = CivilDate(year: first.number, month: 1, day: 1),
      let lastDay = CivilDate(year: last.number, month: 12, day: 31)
    else { return nil }
    self.years = years
    self.firstDay = firstDay
    self.lastDay = lastDay
    var before: [Int32] = []
    var worked: [Int32] = []
    for offset in 0...firstDay.days(to: lastDay) {
      before.append(Int32(worked.count))
      guard let day = firstDay.adding(days: offset) else { return nil }
      let isWorked = years[day.year - first.number].changed[day] ?? !day.isWeekend
      if isWorked { worked.append(Int32(offset)) }
    }
    before.append(Int32(worked.count))
    self.workedBefore = before
    self.worked = worked
  }

  /// Whether a day is worked; nil outside the years.
  public func isWorkingDay(_ day: CivilDate) -> Bool? {
    let offset = firstDay.days(to: day)
    guard offset >= 0, offset < workedBefore.count - 1 else { return nil }
    return workedBefore[offset] != workedBefore[offset + 1]
  }

  /// The day that is so many working days after another, which is not counted itself; before it for
  /// a negative number, the same day for 0. Nil where that lies outside the years.
  public func adding(workingDays count: Int, to day: CivilDate) -> CivilDate? {
    let offset = firstDay.days(to: day)
    guard offset >= -1, offset < workedBefore.count else { return nil }
    if count == 0 { return isWorkingDay(day) == nil ? nil : day }
    let index: (partialValue: Int, overflow: Bool)
    if count > 0 {
      guard offset + 1 < workedBefore.count else { return nil }
      index = (Int(workedBefore[offset + 1]) - 1).addingReportingOverflow(count)
    } else {
      guard offset >= 0 else { return nil }
      index = Int(workedBefore[offset]).addingReportingOverflow(count)
    }
    guard !index.overflow, worked.indices.contains(index.partialValue) else { return nil }
    return firstDay.adding(days: Int(worked[index.partialValue]))
  }

  /// How many working days one has to go from a day to reach another: those after the first, up to
  /// and including the last. Negative where the second is earlier; then those before the first, down
  /// to and including the second. Nil where days outside the years would have to be counted.
  public func workingDays(from first: CivilDate, to last: CivilDate) -> Int? {
    if first == last { return 0 }
    let (start, end) = (firstDay.days(to: first), firstDay.days(to: last))
    return end < start ? workedCount(end..<start).map { -$0 } : workedCount(start + 1..<end + 1)
  }

  /// The working days of a year; nil outside the years.
  public func workingDays(inYear year: Int) -> Int? {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    return workedCount(firstDay.days(to: first)..<firstDay.days(to: last) + 1)
  }

  private func workedCount(_ offsets: Range<Int>) -> Int? {
    guard offsets.lowerBound >= 0, offsets.upperBound < workedBefore.count else { return nil }
    return Int(workedBefore[offsets.upperBound] - workedBefore[offsets.lowerBound])
  }

  /// The years among those from one day to another that are assumed.
  public func assumedYears(from first: CivilDate, to last: CivilDate) -> [Int] {
    let (low, high) = (min(first, last).year, max(first, last).year)
    return years.filter { $0.isAssumed && (low...high).contains($0.number) }.map(\.number)
  }

  /// The years that are assumed.
  public var assumedYears: [Int] { years.filter(\.isAssumed).map(\.number) }
}

extension CivilDate {
  /// Saturday or Sunday.
  public var isWeekend: Bool {
    // 1970-01-01 was a Thursday.
    let weekday = (Int(dayNumber) + 3) % 7
    let monday = weekday < 0 ? weekday + 7 : weekday
    return monday >= 5
  }
}
