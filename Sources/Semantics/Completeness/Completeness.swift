package import Source
import Syntax

/// The six respects in which the supervision of one thing is to be complete (六个全).
///
/// Source: the pilot schemes of 综合监管“一件事” (Shanghai 2021, Shandong 2022). The conditions are
/// listed in docs/language.md.
package enum Completeness: String, Hashable, Sendable, CaseIterable {
  /// 监管对象全覆盖
  case objects
  /// 监管内容全要素
  case content
  /// 监管流程全闭环
  case process
  /// 监管执法全协同
  case coordination
  /// 监管数据全共享
  case data
  /// 监管结果全公开
  case publicity

  package var words: Words {
    switch self {
    case .objects: Words(zh: "对象全覆盖", en: "all objects")
    case .content: Words(zh: "内容全要素", en: "all elements")
    case .process: Words(zh: "流程全闭环", en: "closed loops")
    case .coordination: Words(zh: "执法全协同", en: "joint enforcement")
    case .data: Words(zh: "数据全共享", en: "shared data")
    case .publicity: Words(zh: "结果全公开", en: "public results")
    }
  }

  /// The error of a plan that says it is complete.
  package var code: DiagnosticCode {
    switch self {
    case .objects: .objectsIncomplete
    case .content: .contentIncomplete
    case .process: .processIncomplete
    case .coordination: .coordinationIncomplete
    case .data: .dataIncomplete
    case .publicity: .publicityIncomplete
    }
  }
}

/// Something that a plan lacks, and where it is to be added.
package struct CompletenessGap: Sendable {
  package let respect: Completeness
  package let message: Message
  /// What is incomplete; nil where it is the plan as a whole.
  package let place: Span?
}

extension Program {
  /// What a plan lacks, by respect. O(fields, items and departments of the plan).
  package func gaps(of plan: PlanDeclaration) -> [CompletenessGap] {
    var finder = GapFinder(program: self, plan: plan)
    finder.run()
    return finder.gaps
  }

  /// An error for each respect in which a plan that says it is complete (`六个全`) is not.
  package func incompleteness(of plan: PlanDeclaration) -> [Diagnostic] {
    let gaps = gaps(of: plan)
    return Completeness.allCases.compactMap { respect in
      diagnostic(plan, respect, gaps.filter { $0.respect == respect }, asError: true)
    }
  }

  /// A warning for each respect in which plans are not complete. What plans have in common (a place,
  /// or what is missing in a plan that others are based on) is told once, at the first of them, and
  /// the others are named.
  package func incompleteness(of plans: [PlanDeclaration]) -> [Diagnostic] {
    let gaps = plans.map(gaps)
    // Of each gap, the plan at which it is told.
    let tellers = plans.indices.map { index in gaps[index].map { teller($0, index, plans, gaps) } }
    return plans.indices.flatMap { index in
      Completeness.allCases.compactMap { respect -> Diagnostic? in
        let own = zip(gaps[index], tellers[index])
          .filter { $0.0.respect == respect && $0.1 == index }.map(\.0)
        guard var diagnostic = diagnostic(plans[index], respect, own, asError: false) else {
          return nil
        }
        var others: [(count: Int, names: [String])] = []
        for other in plans.indices where other != index {
          let count = zip(gaps[other], tellers[other])
            .count { $0.0.respect == respect && $0.1 == index }
          guard count > 0 else { continue }
          let name = plans[other].name.text
          if let known = others.firstIndex(where: { $0.count == count }) {
            others[known].names.append(name)
          } else {
            others.append((count, [name]))
          }
        }
        diagnostic.notes += others.map { count, names in
          let all = Words(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
          return Message(.alsoInPlans, [.words(all), .number(count)])
        }
        return diagnostic
      }
    }
  }

  /// The first of the plans that lack the same: in the same place of the text; or, of what is nowhere,
  /// the one that all the others are based on.
  private func teller(
    _ gap: CompletenessGap, _ index: Int, _ plans: [PlanDeclaration], _ gaps: [[CompletenessGap]]
  ) -> Int {
    if gap.place != nil {
      let sharing = plans.indices.filter { gaps[$0].contains { $0.isSame(as: gap) } }
      let names = sharing.map { plans[$0].name.span }
      // Nobody's heir first.
      return sharing.first { plans[$0].base.map { !names.contains($0) } ?? true } ?? index
    }
    var found = index
    while let base = plans[found].base,
      let next = plans.firstIndex(where: { $0.name.span == base }), next != index,
      gaps[next].contains(where: { $0.isSame(as: gap) })
    {
      found = next
    }
    return found
  }

  private func diagnostic(
    _ plan: PlanDeclaration, _ respect: Completeness, _ gaps: [CompletenessGap], asError: Bool
  ) -> Diagnostic? {
    if gaps.isEmpty { return nil }
    let name: MessageArgument = .text(plan.name.text)
    return Diagnostic(
      asError ? respect.code : .planIncomplete, at: plan.completeSpan ?? plan.name.span,
      asError ? [name] : [name, .words(respect.words)],
      related: gaps.compactMap { gap in gap.place.map { Label($0, gap.message) } },
      notes: gaps.filter { $0.place == nil }.map(\.message))
  }
}

extension CompletenessGap {
  fileprivate func isSame(as other: CompletenessGap) -> Bool {
    respect == other.respect && place == other.place && message == other.message
  }
}

extension Checker {
  mutating func reportIncompleteness(of plan: PlanDeclaration) {
    if plan.completeSpan != nil { report(program.incompleteness(of: plan)) }
  }
}
