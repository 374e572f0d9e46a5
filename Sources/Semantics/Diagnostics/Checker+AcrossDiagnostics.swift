import Source
import Syntax

/// Mistakes in declarations about several plans.
extension Checker {
  func incomplete(_ name: Name, _ missing: [Keyword]) -> Diagnostic {
    let keywords = missing.map { $0.spelling(in: language) }
    let all = Words.list(keywords)
    return Diagnostic(
      .acrossIncomplete, at: name.span, [.text(name.text), .words(all)],
      notes: missing.map { Message(.forExample, [.text(template($0))]) })
  }

  /// A clause to be filled in.
  private func template(_ keyword: Keyword) -> String {
    let word = keyword.spelling(in: language)
    let isChinese = language == .chinese
    switch keyword {
    case .department: return word + (isChinese ? " 部门甲, 部门乙" : " department_a, department_b")
    case .plan: return word + (isChinese ? " 计划甲, 计划乙" : " plan_a, plan_b")
    case .sum: return word + " " + Keyword.atLeast.spelling(in: language) + " 20%"
    default: return word + (isChinese ? " 2次/年" : " 2 times / year")
    }
  }

  func caseWithoutRegistry(_ span: Span) -> Diagnostic {
    Diagnostic(.caseWithoutRegistry, at: span, [spelled(.over), spelled(.when)])
  }

  func departmentWithoutLevel(_ name: Name) -> Diagnostic {
    Diagnostic(
      .departmentWithoutLevel, at: name.span, [.text(name.text), spelled(.eachLevel)],
      notes: [Message(.writeTheLevel, [spelled(.level)])])
  }

  func togetherNeverReached(
    _ span: Span, _ each: Int64, _ departments: Int, _ most: Int64, _ together: Int64
  ) -> Diagnostic {
    Diagnostic(
      .limitNeverReached, at: span, [.text(written(span))],
      notes: [
        Message(
          .productBelow,
          [.number(Int(each)), .number(departments), .number(Int(most)), .number(Int(together))])
      ])
  }

  func eachNeverReached(_ span: Span, _ each: Int64, _ together: Int64) -> Diagnostic {
    Diagnostic(
      .limitNeverReached, at: span, [.text(written(span))],
      notes: [Message(.togetherIsLess, [.number(Int(together)), .number(Int(each))])])
  }

  func jointPlanTwice(_ name: Name, _ earlier: Name) -> Diagnostic {
    Diagnostic(
      .jointPlanTwice, at: name.span, [.text(name.text)],
      related: [Label(earlier.span, Message(.usedHereFirst))])
  }

  func differentObjects(
    _ plan: Name, _ first: Name, _ bound: JointBoundSyntax
  ) -> Diagnostic {
    Diagnostic(
      .differentObjects, at: bound.span, [.text(first.text), .text(plan.text)],
      related: [
        Label(first.span, Message(.aPlanOfThem)), Label(plan.span, Message(.aPlanOfThem)),
      ])
  }
}
