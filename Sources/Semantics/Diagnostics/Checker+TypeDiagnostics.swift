import Quantities
import Source
import Syntax

/// Mistakes with types and operators.
extension Checker {
  func words(_ type: Type) -> MessageArgument { .words(program.words(for: type)) }

  func typeMismatch(_ value: TypedExpression, _ wanted: Type) -> Diagnostic {
    Diagnostic(.typeMismatch, at: value.span, [words(wanted), words(value.type)])
  }

  func differentUnits(_ span: Span, _ found: Type, _ wanted: Type) -> Diagnostic {
    Diagnostic(.differentUnits, at: span, [words(found), words(wanted)])
  }

  func differentDurations(_ span: Span, _ found: Type, _ wanted: Type) -> Diagnostic {
    Diagnostic(.differentDurations, at: span, [words(found), words(wanted)])
  }

  /// A number that is written out is offered as a percentage.
  func percentAgainstNumber(
    _ span: Span, _ a: Type, _ b: Type, _ sides: [Branch]
  ) -> Diagnostic {
    var diagnostic = Diagnostic(.percentAgainstNumber, at: span, [words(a), words(b)])
    for side in sides {
      let readings: [String]
      switch side.syntax.kind {
      // 5 may be 5 % or 500 %, 0.05 only 5 %.
      case .literal(.integer(let digits)): readings = [digits, digits + "00"]
      case .literal(.decimal(let digits)):
        readings = [(try? Decimal(digits)?.multiplied(by: 100))?.description].compactMap(\.self)
      default: continue
      }
      diagnostic.fixIts += readings.map { reading in
        FixIt(
          Message(.asPercent, [.text(reading + "%")]),
          [FixIt.Edit(side.syntax.span, reading + "%")])
      }
    }
    return diagnostic
  }

  func cannotNegate(_ value: TypedExpression) -> Diagnostic {
    Diagnostic(.typeMismatch, at: value.span, [words(.decimal), words(value.type)])
  }

  /// The most telling diagnostic for two sides that an arithmetic operator does not join.
  func noSuchArithmetic(
    _ operation: TypedExpression.Arithmetic, _ operatorSpan: Span, _ left: Branch, _ right: Branch,
    _ whole: Expression
  ) -> Diagnostic {
    let (a, b) = (left.value.type, right.value.type)
    let isSum = operation == .add || operation == .subtract
    if isSum, let units = unitMistake(operatorSpan, left, right) { return units }
    var diagnostic = Diagnostic(
      .noSuchArithmetic, at: operatorSpan, [.text(operation.sign), words(a), words(b)],
      related: sides(left.value, right.value))
    guard isSum, a == .date else { return diagnostic }
    switch b {
    case .duration(.months):
      diagnostic.notes = [Message(.monthsOnDates, [spelled(.addMonths), .text(unitText(.months))])]
    case .integer where right.syntax.isBareNumber:
      let text = written(right.syntax.span) + unitText(.naturalDays)
      diagnostic.fixIts = [
        FixIt(
          Message(.dateNeedsUnit, [.text(text)]), [FixIt.Edit(right.syntax.span, text)])
      ]
    default: break
    }
    return diagnostic
  }

  /// A unit as it stands behind a number.
  private func unitText(_ keyword: Keyword) -> String {
    (language == .english ? " " : "") + keyword.spelling(in: language)
  }

  func cannotCompare(_ operatorSpan: Span, _ left: Branch, _ right: Branch) -> Diagnostic {
    if let units = unitMistake(operatorSpan, left, right) { return units }
    let (a, b) = (left.value.type, right.value.type)
    return Diagnostic(
      .cannotCompare, at: operatorSpan, [words(a), words(b)],
      related: sides(left.value, right.value))
  }

  /// Numbers that differ by their units only.
  private func unitMistake(
    _ operatorSpan: Span, _ left: Branch, _ right: Branch
  ) -> Diagnostic? {
    let (a, b) = (left.value.type, right.value.type)
    var diagnostic: Diagnostic
    switch (a, b) {
    case (.count, .count), (.count, .integer), (.integer, .count), (.count, .decimal),
      (.decimal, .count):
      diagnostic = differentUnits(operatorSpan, a, b)
    case (.duration, .duration): diagnostic = differentDurations(operatorSpan, a, b)
    case (.percent, .decimal), (.percent, .integer):
      diagnostic = percentAgainstNumber(operatorSpan, a, b, [right])
    case (.decimal, .percent), (.integer, .percent):
      diagnostic = percentAgainstNumber(operatorSpan, a, b, [left])
    default: return nil
    }
    diagnostic.related = sides(left.value, right.value)
    return diagnostic
  }

  /// What each side of an operator is.
  private func sides(_ left: TypedExpression, _ right: TypedExpression) -> [Label] {
    [left, right].map { Label($0.span, Message(.itIs, [words($0.type)])) }
  }

  func noOrder(_ span: Span, _ type: Type) -> Diagnostic {
    var diagnostic = Diagnostic(.noOrder, at: span, [words(type)])
    if case .enumeration(let id) = type {
      let name = program.enumerations[id.index].name
      diagnostic.related = [
        Label(name.span, Message(.enumerationIsHere, [.text(name.text)]))
      ]
      diagnostic.notes = [Message(.declareOrdered, [spelled(.ordered)])]
    }
    return diagnostic
  }

  func noEquality(_ span: Span, _ type: Type) -> Diagnostic {
    Diagnostic(.noEquality, at: span, [words(type)])
  }

  func notACollection(_ value: TypedExpression) -> Diagnostic {
    Diagnostic(.notACollection, at: value.span, [words(value.type), spelled(.in)])
  }

  // MARK: Absence and branches

  func mayBeAbsent(_ value: TypedExpression) -> Diagnostic {
    Diagnostic(
      .mayBeAbsent, at: value.span, label: Message(.itIs, [words(value.type)]),
      notes: scope.place(of: value) == nil
        ? []
        : [
          Message(
            .narrowFirst, [.text(written(value.span)), spelled(.none), spelled(.and)])
        ])
  }

  func neverAbsent(_ value: TypedExpression) -> Diagnostic {
    var diagnostic = neverAbsent(value.span, value.type)
    if case .unwrap = value.kind { diagnostic.notes = [Message(.absenceRuledOut)] }
    return diagnostic
  }

  func neverAbsent(_ span: Span, _ type: Type) -> Diagnostic {
    Diagnostic(.neverAbsent, at: span, [words(type)])
  }

  func noneNotAllowed(_ span: Span, _ wanted: Type) -> Diagnostic {
    Diagnostic(.noneNotAllowed, at: span, [words(wanted)])
  }

  /// `缺失时 无` of a field whose type, as written, allows no absence.
  func missingNone(_ span: Span, _ wanted: Type, _ type: Span) -> Diagnostic {
    var diagnostic = noneNotAllowed(span, wanted)
    diagnostic.fixIts = [
      FixIt(
        Message(.makeOptional, [.text(written(type) + "?")]), [FixIt.Edit(type.after, "?")])
    ]
    return diagnostic
  }

  func withoutType(_ code: DiagnosticCode, _ span: Span) -> Diagnostic {
    Diagnostic(code, at: span, code == .noneWithoutType ? [spelled(.none)] : [])
  }

  func branchesDiffer(_ first: TypedExpression, _ type: Type, _ other: TypedExpression)
    -> Diagnostic
  {
    Diagnostic(
      .branchesDiffer, at: other.span, [words(type), words(other.type)],
      related: [Label(first.span, Message(.itIs, [words(first.type)]))])
  }
}
