import Quantities
import Source
import Syntax

/// What a sample says of earlier draws.
extension Checker {
  mutating func exclusion(_ syntax: DrawnExclusionSyntax) -> HistoryRules.Exclusion? {
    let window = window(syntax.duration)
    var names: [String] = []
    for plan in syntax.plans {
      switch plan {
      case .text(let name): names.append(name)
      case .name(let name):
        guard let declared = declared(name.text) else {
          reportUndefined(name, among: .plans)
          return nil
        }
        // What it drew earlier is data: two plans that spare each other's objects are no circle.
        mention(declared)
        guard case .plan = declared.entity else {
          report(wrongKind(name, declared, wanted: Words(zh: "计划", en: "a plan")))
          return nil
        }
        names.append(name.text)
      }
    }
    return window.map { HistoryRules.Exclusion(window: $0, plans: names) }
  }

  mutating func cap(_ syntax: CapSyntax) -> HistoryRules.Cap? {
    let count = wholeNumber(syntax.count, syntax.countSpan)
    switch syntax.window {
    case .rolling(let length):
      guard let window = window(length), let count else { return nil }
      return HistoryRules.Cap(
        count: count, within: .rolling(window), span: syntax.countSpan.joined(length.span))
    case .dates(let from, let to):
      let (first, last) = (date(from), date(to))
      guard let count, !first.type.isUnknown, !last.type.isUnknown else { return nil }
      return HistoryRules.Cap(
        count: count, within: .dates(first, last), span: syntax.countSpan.joined(to.span))
    }
  }

  /// The objects that a clause about earlier draws is not for.
  mutating func spared(_ clause: SampleClause) -> TypedExpression? {
    clause.except.map { check($0, as: .bool) }
  }

  /// A date of the row, which may be absent.
  private mutating func date(_ syntax: Expression) -> TypedExpression {
    let value = infer(syntax, hint: .date)
    if value.type.isUnknown || value.type.unwrapped == .date { return value }
    return convert(value, to: .date, syntax)
  }

  /// The months of a rotation.
  mutating func rotation(_ syntax: Expression) -> Int64? {
    guard let window = window(syntax) else { return nil }
    if case .months(let months) = window { return months }
    report(badWindow(syntax.span, .monthsWanted))
    return nil
  }

  /// A constant length of time.
  private mutating func window(_ syntax: Expression) -> HistoryRules.Window? {
    let rows = scope.rows
    scope.rows = []
    defer { scope.rows = rows }
    let value = infer(syntax)
    if value.type.isUnknown { return nil }
    guard case .duration(let unit) = value.type, unit == .months || unit == .naturalDays else {
      report(badWindow(syntax.span, .monthsOrDaysWanted))
      return nil
    }
    guard case .integer(let length)? = constant(value, .amount) else { return nil }
    if length < 1 {
      report(countTooSmall(syntax.span))
      return nil
    }
    return unit == .months ? .months(length) : .days(length)
  }
}

/// Earlier draws that a test gives.
extension Checker {
  /// A sample that was drawn above, as an earlier draw for what follows.
  mutating func givenSample(
    _ name: Name, among statements: [TestDeclaration.Statement]
  ) -> TestDeclaration.Statement? {
    let value = infer(Expression(.name(name), name.span))
    if value.type.isUnknown { return nil }
    if case .local(let local) = value.kind {
      for case .constant(local, let sample) in statements {
        // What is part of a sample only is no draw.
        guard case .draw(let plan, let arguments) = sample.kind, arguments.layer == nil,
          arguments.stage == 1
        else { continue }
        return .givenSample(value, plan, arguments)
      }
    }
    report(notASample(name))
    return nil
  }

  mutating func givenDrawn(_ syntax: GivenDrawnStatement) -> TestDeclaration.Statement? {
    guard let id = registry(syntax.registry) else { return nil }
    let registry = program.registries[id.index]
    guard registryFields[id.index][syntax.key.text] == registry.key else {
      report(columnsMissing(syntax.registry, [registry.fields[registry.key].name.text]))
      return nil
    }
    var rows: [TestDeclaration.DrawnRow] = []
    let width = syntax.hasPlans ? 3 : 2
    for row in syntax.rows {
      guard let first = row.first, let last = row.last else { continue }
      guard row.count == width else {
        report(givenCellCount(row.count, width, first.span.joined(last.span)))
        continue
      }
      let key = check(first, as: registry.fields[registry.key].type)
      let date = check(row[1], as: .date)
      var plan: String?
      if syntax.hasPlans {
        guard case .text(let name)? = constant(check(row[2], as: .text), .given) else { continue }
        plan = name
      }
      guard case .text(let key)? = constant(key, .given),
        case .date(let date)? = constant(date, .given)
      else { continue }
      rows.append(TestDeclaration.DrawnRow(key: key, on: date, plan: plan))
    }
    return .givenDrawn(id, rows)
  }
}

extension PlanDeclaration {
  /// The same with the ratios that its rotations come to: the share of one round, or of a year.
  func withRotations() -> PlanDeclaration {
    var plan = self
    for index in plan.sampling.strata.indices {
      fix(&plan.sampling.strata[index].quantity)
    }
    for index in plan.sampling.overall.indices { fix(&plan.sampling.overall[index]) }
    for index in plan.sampling.areas.indices { fix(&plan.sampling.areas[index].quantity) }
    return plan
  }

  private func fix(_ quantity: inout Quantity) {
    guard let months = quantity.rotation else { return }
    let (over, under) = quantity.isYearTotal ? (Int128(months), 12) : rounds(inMonths: months)
    // Rounded down so far behind that rounding up to whole objects gives what the fraction gives.
    let share = try? Decimal(Int64(clamping: under)).dividedRounded(
      by: Decimal(Int64(clamping: over)), places: 24, rounding: .down)
    quantity.bound = .exactly(.ratio(min(.one, share ?? .one)))
  }
}
