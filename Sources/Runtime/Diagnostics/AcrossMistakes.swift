import Quantities
import Semantics
import Source
import Syntax

/// Mistakes of plans together that the objects show.
extension VisitCapOutline {
  func mistakes(_ finding: PortfolioReview.Cap) -> [Diagnostic] {
    var notes = finding.examples.map { example in
      let terms = example.terms.map { "\($0.plan) \($0.visits)" }.joined(separator: " + ")
      let sum =
        example.terms.count > 1 ? "\(terms) = \(example.visits)" : terms
      return Message(
        .visitsOfObject,
        [.text(example.key), .text(sum), .text("\(example.limit)"), example.bodyArgument])
    }
    if !finding.exceptions.isEmpty {
      let all = Words.list(finding.exceptions)
      notes.append(Message(.exceptionsNotCounted, [.words(all)]))
    }
    if !cap.basis.isEmpty {
      let all = cap.basis.map(\.text).joined(separator: "; ")
      notes.append(Message(.capRestsOn, [.text(all)]))
    }
    notes.append(Message(.fewerVisitsWaysOut))
    let name: [MessageArgument] = [.text(cap.name.text), .text(String(finding.year))]
    var mistakes: [Diagnostic] = []
    if finding.over > 0 {
      mistakes.append(
        Diagnostic(
          .objectsOverCap, at: cap.name.span, name + [.number(finding.over)], notes: notes))
    }
    if finding.mayBeOver > 0 {
      mistakes.append(
        Diagnostic(
          .objectsMayExceedCap, at: cap.name.span,
          name + [.number(finding.mayBeOver), .text(finding.expectedOver.text)],
          notes: finding.over > 0 ? [] : notes))
    }
    return mistakes
  }
}

extension PortfolioReview.Expected {
  /// With one decimal where it is no whole number.
  public var text: String {
    tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

func planLeftOut(_ plan: PlanOutline, _ reasons: [Diagnostic]) -> Diagnostic {
  var notes = reasons.map { reason in
    Message(
      .reasonIs,
      [.words(Words(zh: reason.message(in: .chinese), en: reason.message(in: .english)))])
  }
  if reasons.contains(where: { $0.code == .parametersUnbound }) {
    let unbound = plan.plan.parameters.first { $0.value == nil }
    notes.append(
      Message(.bindParameters, [.text(plan.name.text), .text(unbound?.name.text ?? "")]))
  }
  return Diagnostic(
    .planLeftOut, at: plan.name.span, [.text(plan.name.text)], notes: notes)
}

func jointMissed(
  _ joint: JointDeclaration, _ bound: JointDeclaration.Bound, _ found: PortfolioReview.Joint
) -> Diagnostic {
  let terms = found.parts.map { "\($0.plan) \($0.drawn)/\($0.population)" }
  let share = "\(found.thousandths / 10).\(found.thousandths % 10)%"
  return Diagnostic(
    .jointMissedByData, at: bound.quantity.span, [.text(joint.name.text), .words(found.bound)],
    notes: [
      Message(.sharesAre, [.text(terms.joined(separator: " + ")), .text(share)])
    ])
}

extension PortfolioReview.Overrun {
  /// Whose limit it is.
  fileprivate var bodyArgument: MessageArgument {
    .words(body ?? Words(zh: "合计", en: "all together"))
  }
}

/// Points at the later plan.
///
/// - Parameter shared: the objects that both visit.
func inspectedTwice(
  _ first: PlanOutline, _ second: PlanOutline,
  _ subjects: [(subject: PlanOutline.Subject, by: PlanOutline.Department)], _ year: Int,
  _ shared: PortfolioReview.Expected, isExpected: Bool
) -> Diagnostic {
  Diagnostic(
    .inspectedTwice, at: second.name.span,
    [
      .text(first.name.text), .text(second.name.text), .text(String(year)), .text(shared.text),
      .number(subjects.count),
      .words(isExpected ? Words(zh: "预计", en: "an expected ") : Words(zh: "", en: "")),
    ],
    related: [Label(first.name.span, Message(.theOtherPlan))],
    notes: subjects.prefix(3).map { subject, other in
      Message(
        .bothInspect,
        [.text(subject.name), .text(subject.department.name), .text(other.name)])
    } + [Message(.inspectOnce)])
}

/// - Parameter span: where the days that there are stand.
func departmentOverloaded(_ load: PortfolioReview.Load, at span: Span) -> Diagnostic {
  let terms = load.parts.map { "\($0.plan) \($0.days)" }.joined(separator: " + ")
  let (needed, available) = (String(load.needed), String(load.available))
  return Diagnostic(
    .departmentOverloaded, at: span,
    [.text(load.department), .text(String(load.year)), .text(needed), .text(available)],
    notes: [
      Message(.daysOfPlans, [.text(terms), .text(needed), .text(available)]),
      Message(.lessenPlans),
    ])
}
