import Quantities
import Source
import Syntax

/// `力量`: how many inspectors and working days there are, and whether the sums are right.
extension Checker {
  /// Reads all of them before the other clauses, whose quantities may count inspectors.
  mutating func capacities(_ item: PlanItem, _ draft: inout PlanDraft) {
    inspectorCount = nil
    var lead: DepartmentID?
    for clause in item.clauses {
      if case .lead(let syntax) = clause.kind {
        lead = syntax.names.first.flatMap { departmentID($0) }
      }
    }
    var earlier: [DepartmentID: Name] = [:]
    for clause in item.clauses {
      guard case .capacity(let syntax) = clause.kind else { continue }
      let name = syntax.department
      let capacity = reading(clause.span) { $0.capacity(syntax, clause.span) }
      guard let capacity else { continue }
      let id = capacity.department
      if let earlier = earlier[id] {
        report(departmentTwice(name, earlier))
        continue
      }
      earlier[id] = name
      draft.capacities.append(capacity)
      if id == lead || earlier.count == 1 {
        inspectorCount = .number(capacity.persons)
      } else if lead.map({ earlier[$0] == nil }) ?? true {
        inspectorCount = .ambiguous
      }
    }
  }

  private mutating func capacity(
    _ syntax: CapacitySyntax, _ span: Span
  ) -> PlanDeclaration.Capacity? {
    let name = syntax.department
    guard let department = department(name), let persons = wholeNumber(syntax.persons, name.span)
    else { return nil }
    var capacity = PlanDeclaration.Capacity(
      department: department, persons: persons, span: span)
    readLines(syntax.lines, &capacity)
    return capacity
  }

  private mutating func readLines(
    _ lines: [CapacitySyntax.Line], _ capacity: inout PlanDeclaration.Capacity
  ) {
    let before = errorCount
    var seen: [Keyword: CapacitySyntax.Line] = [:]
    for line in lines {
      if let earlier = seen[line.keyword] {
        report(clauseTwice(line.keyword, line.keywordSpan, earlier.keywordSpan))
        continue
      }
      seen[line.keyword] = line
      guard let written = line.days else { continue }
      let value = check(written, as: .duration(.workingDays))
      guard case .integer(let days)? = constant(value, .amount) else { continue }
      if days < 0 {
        report(negativeAmount(written.span))
        continue
      }
      let stated = PlanDeclaration.Capacity.Days(days: days, span: written.span)
      switch line.keyword {
      case .statutoryDays: capacity.statutory = stated
      case .otherEnforcement: capacity.otherEnforcement = stated
      case .nonEnforcement: capacity.nonEnforcement = stated
      case .supervision: capacity.supervision = stated
      default: capacity.perObject = stated
      }
    }
    for line in lines {
      guard let syntax = line.share else { continue }
      let value = check(syntax, as: .percent)
      guard case .decimal(let share)? = constant(value, .amount) else { continue }
      capacity.shares.append(
        PlanDeclaration.Capacity.Share(
          part: .init(line.keyword), share: share,
          places: min(Checker.printedPlaces(syntax, share), 20), hasDays: line.days != nil,
          span: syntax.span))
    }
    capacity.isSound = errorCount == before
  }

  /// What the shares and sums of all capacities come to, once the period is known. What has a mistake
  /// is corrected before it is counted with, so that all corrections together come out.
  mutating func settleCapacities(_ draft: inout PlanDraft) {
    for index in draft.capacities.indices where draft.capacities[index].isSound {
      let span = draft.capacities[index].span
      let before = errorCount
      let counted = reading(span) { $0.workingDays(of: draft.capacities[index], draft) }
      var corrected = draft.capacities[index]
      if let counted {
        if draft.capacities[index].statutory == nil, !draft.capacities[index].shares.isEmpty {
          draft.capacities[index].statutory = PlanDeclaration.Capacity.Days(
            days: counted.days, span: span)
          corrected = draft.capacities[index]
        } else if let days = reading(span, { $0.reportStatutoryDays(corrected, counted) }) {
          corrected.statutory?.days = days
        }
      }
      reading(span) { checker in
        if let days = checker.reportBalance(corrected) { corrected.supervision?.days = days }
        for share in corrected.shares { checker.checkShare(share, corrected) }
      }
      guard errorCount == before else { continue }
      draft.capacities[index].deriveDays()
    }
  }

  /// 总法定工作日 − 其他执法 − 非执法 = 监督检查; of shares without days, as far as their digits go.
  ///
  /// - Returns: the days for supervision that make it right; nil if it is, or none do.
  private mutating func reportBalance(_ capacity: PlanDeclaration.Capacity) -> Int64? {
    guard let statutory = capacity.statutory else { return nil }
    if let other = capacity.otherEnforcement, let non = capacity.nonEnforcement,
      let supervision = capacity.supervision
    {
      let left = statutory.days - other.days - non.days
      if left == supervision.days { return nil }
      report(
        capacityUnbalanced(
          supervision.span,
          "\(statutory.days) − \(other.days) − \(non.days) = \(left) ≠ \(supervision.days)",
          correction: left < 0 ? nil : (supervision.span, days(left))))
      return left < 0 ? nil : left
    }
    let parts = PlanDeclaration.Capacity.Part.allCases.compactMap { capacity.exactDays(of: $0) }
    guard parts.count == 3, let last = capacity.shares.last,
      let sum = try? parts[0].days.adding(parts[1].days).adding(parts[2].days),
      let slack = try? parts[0].slack.adding(parts[1].slack).adding(parts[2].slack),
      let gap = try? sum.subtracting(Decimal(statutory.days)),
      slack < gap.magnitude
    else { return nil }
    let terms = parts.map { "\($0.days)" }.joined(separator: " + ")
    report(
      capacityUnbalanced(
        last.span, "\(terms) = \(sum) ≠ \(statutory.days)", correction: nil))
    return nil
  }

  /// The working days of the calendar in sight in the one year of the plan, times the inspectors.
  private mutating func workingDays(
    of capacity: PlanDeclaration.Capacity, _ draft: PlanDraft
  ) -> (days: Int64, calendar: CalendarID, year: Int, each: Int)? {
    guard let period = draft.period, period.from.year == period.to.year,
      capacity.statutory != nil || !capacity.shares.isEmpty,
      let id = onlyCalendar(at: capacity.statutory?.span ?? capacity.span),
      let calendar = program.calendars[id.index].days,
      let each = calendar.workingDays(inYear: period.from.year)
    else { return nil }
    let (days, overflow) = capacity.persons.multipliedReportingOverflow(by: Int64(each))
    if overflow { return nil }
    if capacity.statutory == nil, calendar.assumedYears.contains(period.from.year) {
      report(assumedYears([period.from.year], id, capacity.span))
    }
    return (days, id, period.from.year, each)
  }

  /// Working days of the calendar in sight × inspectors = 总法定工作日, for a period within a year.
  ///
  /// - Returns: the number that makes it right; nil if it is right.
  private mutating func reportStatutoryDays(
    _ capacity: PlanDeclaration.Capacity,
    _ counted: (days: Int64, calendar: CalendarID, year: Int, each: Int)
  ) -> Int64? {
    guard let statutory = capacity.statutory, counted.days != statutory.days else { return nil }
    let calendar = program.calendars[counted.calendar.index]
    var diagnostic = capacityUnbalanced(
      statutory.span,
      "\(counted.each) × \(capacity.persons) = \(counted.days) ≠ \(statutory.days)",
      correction: (statutory.span, self.days(counted.days)))
    diagnostic.notes = [
      Message(
        .workingDaysOfYear,
        [.text(calendar.name.text), .number(counted.year), .number(counted.each)])
    ]
    report(diagnostic)
    if calendar.days?.assumedYears.contains(counted.year) ?? false {
      report(assumedYears([counted.year], counted.calendar, statutory.span))
    }
    return counted.days
  }

  /// Each share beside days is right to the digits that are printed; every share is one of something.
  private mutating func checkShare(
    _ share: PlanDeclaration.Capacity.Share, _ capacity: PlanDeclaration.Capacity
  ) {
    guard let written = try? share.share.multiplied(by: 100) else { return }
    let part = share.hasDays ? capacity.days(of: share.part) : nil
    guard let statutory = capacity.statutory, statutory.days > 0 else {
      var diagnostic = capacityUnbalanced(
        share.span, part.map { "? ÷ \($0.days)" } ?? "? × \(written)%", correction: nil)
      diagnostic.notes = [Message(.statutoryNeeded)]
      report(diagnostic)
      return
    }
    guard let part,
      let exact = try? Decimal(part.days).dividedRounded(
        by: Decimal(statutory.days), places: share.places + 2, rounding: .halfUp),
      let percent = try? exact.multiplied(by: 100), exact != share.share
    else { return }
    let right = Checker.printed(percent, places: share.places)
    let stated = Checker.printed(written, places: share.places)
    report(
      capacityUnbalanced(
        share.span, "\(part.days) ÷ \(statutory.days) = \(right) ≠ \(stated)",
        correction: (share.span, right)))
  }

  /// With so many places behind the point, as plans print it: `51.0%`.
  private static func printed(_ number: Decimal, places: Int) -> String {
    let text = number.description
    let own = text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
    guard own < places else { return text + "%" }
    return text + (own == 0 ? "." : "") + String(repeating: "0", count: places - own) + "%"
  }

  /// The places behind the point of a percentage as it is written.
  private static func printedPlaces(_ syntax: Expression, _ value: Decimal) -> Int {
    guard case .literal(.percent(let digits)) = syntax.kind else { return max(0, value.places - 2) }
    guard let point = digits.firstIndex(of: ".") else { return 0 }
    return digits[point...].count - 1
  }

  private func days(_ number: Int64) -> String {
    let unit = Keyword.workingDays.spelling(in: language)
    return "\(number)" + (language == .chinese ? "" : " ") + unit
  }
}
