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
      let value = check(line.days, as: .duration(.workingDays))
      guard case .integer(let days)? = constant(value, .amount) else { continue }
      if days < 0 {
        report(negativeAmount(line.days.span))
        continue
      }
      let stated = PlanDeclaration.Capacity.Days(days: days, span: line.days.span)
      switch line.keyword {
      case .statutoryDays: capacity.statutory = stated
      case .otherEnforcement: capacity.otherEnforcement = stated
      case .nonEnforcement: capacity.nonEnforcement = stated
      case .supervision: capacity.supervision = stated
      default: capacity.perObject = stated
      }
    }
    guard errorCount == before else { return }
    reportBalance(capacity)
    for line in lines { checkShare(line, capacity) }
  }

  /// 总法定工作日 − 其他执法 − 非执法 = 监督检查
  private mutating func reportBalance(_ capacity: PlanDeclaration.Capacity) {
    guard let statutory = capacity.statutory, let other = capacity.otherEnforcement,
      let non = capacity.nonEnforcement, let supervision = capacity.supervision
    else { return }
    let left = statutory.days - other.days - non.days
    if left == supervision.days { return }
    report(
      capacityUnbalanced(
        supervision.span,
        "\(statutory.days) − \(other.days) − \(non.days) = \(left) ≠ \(supervision.days)",
        correction: left < 0 ? nil : (supervision.span, days(left))))
  }

  /// Working days of the calendar in sight × inspectors = 总法定工作日, for a period within a year.
  mutating func reportStatutoryDays(_ draft: PlanDraft) {
    guard let period = draft.period, period.from.year == period.to.year else { return }
    let year = period.from.year
    for capacity in draft.capacities {
      guard let statutory = capacity.statutory,
        let id = reading(capacity.span, { $0.onlyCalendar(at: statutory.span) }),
        let calendar = program.calendars[id.index].days,
        let days = calendar.workingDays(inYear: year)
      else { continue }
      let (product, overflow) = capacity.persons.multipliedReportingOverflow(by: Int64(days))
      if overflow || product == statutory.days { continue }
      var diagnostic = capacityUnbalanced(
        statutory.span, "\(days) × \(capacity.persons) = \(product) ≠ \(statutory.days)",
        correction: (statutory.span, self.days(product)))
      diagnostic.notes = [
        Message(
          .workingDaysOfYear,
          [.text(program.calendars[id.index].name.text), .number(year), .number(days)])
      ]
      report(diagnostic)
      if calendar.assumedYears.contains(year) {
        report(assumedYears([year], id, statutory.span))
      }
    }
  }

  /// Each share is right to the digits that are printed.
  private mutating func checkShare(
    _ line: CapacitySyntax.Line, _ capacity: PlanDeclaration.Capacity
  ) {
    guard let syntax = line.share else { return }
    let share = check(syntax, as: .percent)
    guard case .decimal(let stated)? = constant(share, .amount) else { return }
    let part: PlanDeclaration.Capacity.Days?
    switch line.keyword {
    case .otherEnforcement: part = capacity.otherEnforcement
    case .nonEnforcement: part = capacity.nonEnforcement
    default: part = capacity.supervision
    }
    guard let part, let statutory = capacity.statutory, statutory.days > 0 else {
      report(capacityUnbalanced(syntax.span, "? ÷ \(part?.days ?? 0)", correction: nil))
      return
    }
    let places = min(Checker.printedPlaces(syntax, stated), 20)
    guard
      let exact = try? Decimal(part.days).dividedRounded(
        by: Decimal(statutory.days), places: places + 2, rounding: .halfUp),
      let percent = try? exact.multiplied(by: 100), let written = try? stated.multiplied(by: 100)
    else { return }
    if exact == stated { return }
    report(
      capacityUnbalanced(
        syntax.span, "\(part.days) ÷ \(statutory.days) = \(percent)% ≠ \(written)%",
        correction: (syntax.span, "\(percent)%")))
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
