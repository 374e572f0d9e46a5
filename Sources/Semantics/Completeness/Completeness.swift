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

  /// A diagnostic for each respect in which a plan is not complete: errors where the plan says that
  /// it is (`六个全`), else warnings that name the respect.
  package func incompleteness(of plan: PlanDeclaration, asErrors: Bool) -> [Diagnostic] {
    let gaps = gaps(of: plan)
    return Completeness.allCases.compactMap { respect in
      let own = gaps.filter { $0.respect == respect }
      if own.isEmpty { return nil }
      let name: MessageArgument = .text(plan.name.text)
      return Diagnostic(
        asErrors ? respect.code : .planIncomplete, at: plan.completeSpan ?? plan.name.span,
        asErrors ? [name] : [name, .words(respect.words)],
        related: own.compactMap { gap in gap.place.map { Label($0, gap.message) } },
        notes: own.filter { $0.place == nil }.map(\.message))
    }
  }
}

extension Checker {
  mutating func reportIncompleteness(of plan: PlanDeclaration) {
    if plan.completeSpan != nil { report(program.incompleteness(of: plan, asErrors: true)) }
  }
}
