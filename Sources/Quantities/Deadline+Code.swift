/// A deadline as a number, so that it can stand in a column. From the lowest bits: the date (22),
/// the kind (4), then either day (5), month (4) and year (14), or a span's count (16), unit (2) and
/// calendar (8) and the event (3).
extension Deadline {
  /// The number of a deadline that nothing ends.
  public static let openEndedCode: Int64 = 0

  /// What is added to a day number to give the part of the code that is a date.
  public static let dateOffset = 1 - Int64(CivilDate.minimum.dayNumber)

  /// The code of `date(d)` without the part for `d`.
  public static let upToCode = packed(8, 0)

  /// The code of `afterDate(d, span)` without the part for `d`.
  public static func afterCode(_ span: Span) -> Int64 { packed(9, packed(span, event: 0)) }

  /// The number that stands for it. Equal deadlines have equal numbers.
  public var code: Int64 {
    switch kind {
    case .openEnded: Deadline.openEndedCode
    case .month(let year, let month, let part):
      Deadline.packed(1, Deadline.packed(year, month, Int(part.rawValue)))
    case .day(let year, let month, let day):
      Deadline.packed(2, Deadline.packed(year, month, day))
    case .year(let year): Deadline.packed(3, Deadline.packed(year, 0, 0))
    case .everyMonth(let day): Deadline.packed(4, Deadline.packed(nil, 0, day))
    case .everyMonthEnd: Deadline.packed(5, 0)
    case .everyQuarterEnd: Deadline.packed(6, 0)
    case .after(let event, let span):
      Deadline.packed(7, Deadline.packed(span, event: Int64(event.rawValue)))
    case .date(let date): Deadline.upToCode + Int64(date.dayNumber) + Deadline.dateOffset
    case .afterDate(let date, let span):
      Deadline.afterCode(span) + Int64(date.dayNumber) + Deadline.dateOffset
    }
  }

  /// The deadline that a number stands for; nil for any other number.
  public init?(code: Int64) {
    let payload = code >> 26
    let (year, month, day) = (
      Int(payload >> 9 & 0x3FFF), Int(payload >> 5 & 0xF), Int(payload & 0x1F)
    )
    let writtenYear = year == 0 ? nil : year
    let date = CivilDate(dayNumber: Int(code & 0x3F_FFFF) - Int(Deadline.dateOffset))
    let span = Deadline.span(payload)
    let found: Kind? =
      switch code >> 22 & 0xF {
      case 0: .openEnded
      case 1: Part(rawValue: UInt8(day)).map { .month(year: writtenYear, month: month, $0) }
      case 2: .day(year: writtenYear, month: month, day: day)
      case 3: .year(writtenYear)
      case 4: .everyMonth(day: day)
      case 5: .everyMonthEnd
      case 6: .everyQuarterEnd
      case 7:
        if let span, let event = Event(rawValue: UInt8(payload >> 26 & 0x7)) {
          .after(event, span)
        } else {
          nil
        }
      case 8: date.map { .date($0) }
      case 9: if let date, let span { .afterDate(date, span) } else { nil }
      default: nil
      }
    guard let found else { return nil }
    self.init(found)
    guard self.code == code else { return nil }
  }

  private static func packed(_ kind: Int64, _ payload: Int64) -> Int64 {
    (payload << 4 | kind) << 22
  }

  private static func packed(_ year: Int?, _ month: Int, _ day: Int) -> Int64 {
    Int64(year ?? 0) << 9 | Int64(month) << 5 | Int64(day)
  }

  private static func packed(_ span: Span, event: Int64) -> Int64 {
    ((event << 8 | Int64(span.calendar)) << 2 | Int64(span.unit.rawValue)) << 16
      | Int64(span.count)
  }

  private static func span(_ payload: Int64) -> Span? {
    Unit(rawValue: UInt8(payload >> 16 & 0x3)).map {
      Span(count: Int(payload & 0xFFFF), unit: $0, calendar: Int(payload >> 18 & 0xFF))
    }
  }
}
