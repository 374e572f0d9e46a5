import Quantities
package import Source
import Syntax

extension PlanCompany {
  func plannedBeside(
    _ plan: PlanOutline, _ exclusive: PlanOutline, _ departments: [String]
  ) -> Diagnostic {
    let year = max(plan.years.lowerBound, exclusive.years.lowerBound)
    let all = Words.list(departments)
    return Diagnostic(
      .plannedBesideExclusive, at: plan.name.span,
      [.text(plan.name.text), .text(exclusive.name.text)],
      related: (exclusive.plan.exclusive.map { [Label($0, Message(.exclusiveHere))] }) ?? [],
      notes: [
        Message(
          .sharedBetweenPlans, [.words(all), .text(plan.registry), .text(String(year))]),
        Message(.mergeOrSeparate, [.text(plan.name.text), .text(exclusive.name.text)]),
      ])
  }

  func visitsAboveCap(
    _ plan: PlanOutline, _ cap: VisitCapOutline, _ year: Int, _ visits: Int64, _ limit: Int64
  ) -> Diagnostic {
    Diagnostic(
      .frequencyAboveCap, at: plan.name.span, [.text(plan.name.text), .text(cap.cap.name.text)],
      related: [Label(cap.cap.name.span, Message(.capIsHere))],
      notes: [
        Message(
          .visitsAboveLimit, [.text(String(year)), .number(Int(visits)), .number(Int(limit))])
      ])
  }
}

extension JointDeclaration {
  /// A bound that is not met: above it or below it, by the plans' shares and their sum.
  func missed(
    _ bound: Bound, _ program: Program, _ shares: [Decimal], _ sum: Decimal, _ limit: Decimal
  ) -> Diagnostic {
    typealias Amount = PlanDeclaration.Quantity.Amount
    let isBelow = sum < limit
    var notes: [Message] = []
    // A sum of shares of different objects is no share of anything.
    if !isBelow, bound.measure == .sum, haveNoObjectsInCommon(program) {
      notes = [Message(.coverageForParts)]
    }
    let amounts = shares.map { Amount.ratio($0).argument }
    let terms = amounts.map { $0.text(in: .english) }.joined(separator: " + ")
    return Diagnostic(
      .jointMissed, at: bound.quantity.span,
      [.words(bound.words)],
      related: zip(plans, amounts).map { plan, amount in
        Label(
          program.plans[plan.index].name.span,
          Message(isBelow ? .planDrawsAtMost : .planDrawsAtLeast, [amount]))
      },
      notes: [
        Message(
          isBelow ? .plansDrawAtMost : .plansDrawAtLeast,
          [.text(terms), Amount.ratio(sum).argument, Amount.ratio(limit).argument])
      ] + notes)
  }

  /// Whether two of the plans are about one registry and certainly about different objects.
  private func haveNoObjectsInCommon(_ program: Program) -> Bool {
    let all = plans.map { program.plans[$0.index] }
    return all.indices.contains { index in
      all[(index + 1)...].contains { other in
        other.registry == all[index].registry
          && TypedExpression.excludeEachOther(all[index].scope, other.scope)
      }
    }
  }
}

extension JointDeclaration.Bound {
  /// What is wanted: `合计不少于 20%`.
  package var words: Words {
    let measure =
      switch measure {
      case .sum: Words(zh: "合计", en: "sum")
      case .coverage: Words(zh: "覆盖", en: "coverage")
      }
    let wanted = quantity.bound.words
    return Words(
      zh: measure.chinese + wanted.chinese, en: measure.english + " " + wanted.english)
  }
}

extension PlanDeclaration.Quantity.Bound {
  /// The bound in words: `不少于 20%`.
  var words: Words {
    func both(_ chinese: String, _ english: String, _ amounts: [PlanDeclaration.Quantity.Amount])
      -> Words
    {
      let zh = amounts.map { $0.argument.text(in: .chinese) }.joined(separator: "..")
      let en = amounts.map { $0.argument.text(in: .english) }.joined(separator: "..")
      return Words(
        zh: chinese.isEmpty ? zh : chinese + " " + zh, en: english.isEmpty ? en : english + " " + en
      )
    }
    return switch self {
    case .all: Words(zh: "全部", en: "all")
    case .exactly(let amount): both("", "", [amount])
    case .atLeast(let amount): both("不少于", "at least", [amount])
    case .atMost(let amount): both("不超过", "at most", [amount])
    case .range(let low, let high): both("", "", [low, high])
    }
  }
}
