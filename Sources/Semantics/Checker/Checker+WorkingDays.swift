import Quantities
import Source
import Syntax

/// Questions to a working-day calendar: `日期 + 20工作日`, `加工作日`, `工作日数`, `是工作日`.
extension Checker {
  /// A call, with `历: 名` behind the arguments where the calendar is not the only one in sight.
  mutating func calendar(
    _ question: CalendarQuestion, _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    var given = arguments[...]
    var named: CallArgument?
    if case .keyword(.calendarLabel, _)? = given.last?.label { named = given.popLast() }
    for argument in given {
      if let label = argument.label { report(wrongLabel(label, wanted: nil)) }
    }
    guard given.count == question.parameters.count else {
      report(
        argumentCount(
          question.keyword.spelling(in: language), keywordSpan, found: given.count,
          wanted: question.parameters.count))
      return .unknown(at: span, question.result)
    }
    let values = zip(given, question.parameters).map { check($0.value, as: $1) }
    let calendar =
      if let named { calendar(named: named.value) } else { theCalendar(for: keywordSpan) }
    return ask(question, calendar, values, span)
  }

  /// `d + 20工作日`, `d - 20工作日`.
  mutating func moved(
    _ date: TypedExpression, by days: TypedExpression, backwards: Bool, _ span: Span
  ) -> TypedExpression {
    let calendar = theCalendar(for: days.span)
    let signed = backwards ? TypedExpression(.negate(days), days.type, days.span) : days
    return ask(.addWorkingDays, calendar, [date, signed], span)
  }

  private mutating func ask(
    _ question: CalendarQuestion, _ id: CalendarID?, _ values: [TypedExpression], _ span: Span
  ) -> TypedExpression {
    guard let id, let days = program.calendars[id.index].days,
      !values.contains(where: \.type.isUnknown)
    else { return .unknown(at: span, question.result) }
    let asked = TypedExpression(.calendar(question, id, values), question.result, span)
    do throws(NotConstant) {
      // What is constant is known to have an answer, and which years the answer is about.
      let answer = try self.answer(to: asked)
      let assumed = days.assumedYears(from: answer.first, to: answer.last)
      if !assumed.isEmpty { report(assumedYears(assumed, id, span)) }
    } catch {
      if case .fails(let fault, let place) = error {
        report(constantFails(fault, place))
        return .unknown(at: span, question.result)
      }
      let assumed = days.assumedYears
      if !assumed.isEmpty { report(assumedYears(assumed, id, span)) }
    }
    return asked
  }

  /// The calendar that is meant without naming one: the only one in sight, where a calendar that
  /// another in sight adds to does not count. Reports where there is none, or are several.
  mutating func theCalendar(for span: Span) -> CalendarID? {
    let found = calendarsInSight()
    guard let first = found.first else {
      if !modules[module].lacksModule {
        report(noCalendar(span))
      } else {
        countToldError()
      }
      return nil
    }
    guard found.count == 1 else {
      report(severalCalendars(found.map(\.declared.name), span))
      return nil
    }
    refer(to: first.declared, at: span)
    return first.id
  }

  private func calendarsInSight() -> [(declared: Declared, id: CalendarID)] {
    var found: [(declared: Declared, id: CalendarID)] = []
    for declared in modules[module].visible.values {
      if case .calendar(let id) = declared.entity { found.append((declared, id)) }
    }
    let bases = Set(found.flatMap { allBases(of: $0.id) })
    return found.filter { !bases.contains($0.id) }.sorted { $0.id.index < $1.id.index }
  }

  /// The only calendar in sight; says nothing where there is none, or are several.
  mutating func onlyCalendar(at span: Span) -> CalendarID? {
    let found = calendarsInSight()
    guard found.count == 1, let only = found.first else { return nil }
    refer(to: only.declared, at: span)
    return only.id
  }

  private func allBases(of id: CalendarID) -> [CalendarID] {
    var bases: [CalendarID] = []
    var next = program.calendars[id.index].base
    while let base = next, !bases.contains(base) {
      bases.append(base)
      next = program.calendars[base.index].base
    }
    return bases
  }

  private mutating func calendar(named expression: Expression) -> CalendarID? {
    guard case .name(let name) = expression.kind else {
      if case .missing = expression.kind { return nil }
      report(notAName(expression.span, Entity.calendarWords))
      return nil
    }
    return calendar(name)
  }
}

extension Entity {
  static let calendarWords = Words(zh: "日历", en: "a calendar")
}

extension CalendarQuestion {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .addWorkingDays: self = .addWorkingDays
    case .workingDaysBetween: self = .workingDaysBetween
    case .isWorkingDay: self = .isWorkingDay
    default: return nil
    }
  }

  var keyword: Keyword {
    switch self {
    case .addWorkingDays: .addWorkingDays
    case .workingDaysBetween: .workingDaysBetween
    case .isWorkingDay: .isWorkingDay
    }
  }

  var parameters: [Type] {
    switch self {
    case .addWorkingDays: [.date, .duration(.workingDays)]
    case .workingDaysBetween: [.date, .date]
    case .isWorkingDay: [.date]
    }
  }

  var result: Type {
    switch self {
    case .addWorkingDays: .date
    case .workingDaysBetween: .duration(.workingDays)
    case .isWorkingDay: .bool
    }
  }
}
