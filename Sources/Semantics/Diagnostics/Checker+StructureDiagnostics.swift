import Quantities
import Source
import Syntax

/// Mistakes in matters, checklists and what the departments of a plan do.
extension Checker {
  func partsMissing(_ name: Name, _ keyword: Keyword) -> Diagnostic {
    Diagnostic(.partsMissing, at: name.span, [.text(name.text), spelled(keyword)])
  }

  func matterWithoutBasis(_ name: Name) -> Diagnostic {
    Diagnostic(.matterWithoutBasis, at: name.span, [.text(name.text), spelled(.basis)])
  }

  func itemTwice(_ name: Name, _ earlier: Name) -> Diagnostic {
    Diagnostic(
      .itemTwice, at: name.span, [.text(name.text), .text(earlier.text)],
      related: [Label(earlier.span, Message(.usedHereFirst))])
  }

  func matterOfOther(_ name: Name, _ id: MatterID, _ body: DepartmentID) -> Diagnostic {
    let matter = program.matters[id.index]
    return Diagnostic(
      .matterOfOther, at: name.span,
      [.text(matter.name.text), .text(program.departments[body.index].name.text)],
      related: [declaredHere(matter.name)])
  }

  func methodOutside(
    _ word: MethodSyntax, _ matter: Name, _ methods: [InspectionMethod]
  ) -> Diagnostic {
    Diagnostic(
      .methodOutside, at: word.span, [spelled(word.keyword), .text(matter.text)],
      related: [declaredHere(matter)],
      notes: [
        Message(
          .itHas, [.text(methods.map { $0.keyword.spelling(in: language) }.joined(separator: ", "))]
        )
      ])
  }

  func checklistFields(_ name: Name, _ fields: [Name], _ registry: Name) -> Diagnostic {
    let all = fields.map(\.text)
    return Diagnostic(
      .checklistFields, at: name.span,
      [
        .text(name.text), .text(registry.text),
        .words(.list(all)),
      ],
      related: fields.map { Label($0.span, Message(.neededHere, [.text($0.text)])) }
        + [declaredHere(registry)])
  }

  func agreedTooLate(
    _ role: PlanDeclaration.Role, _ agreed: (on: CivilDate, record: String?, span: Span),
    _ start: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      .agreedTooLate, at: agreed.span,
      [
        .text(program.departments[role.department.index].name.text), .text("\(agreed.on)"),
        .text("\(start)"),
      ])
  }

  func itemOutsidePlan(
    _ item: ChecklistDeclaration.Item, _ checklist: ChecklistDeclaration, _ id: DepartmentID,
    _ plan: PlanDeclaration, _ span: Span
  ) -> Diagnostic {
    let department = program.departments[id.index].name.text
    return Diagnostic(
      .itemOutsidePlan, at: span,
      [
        .text(checklist.name.text), .text(item.name.text), .text(department),
        .text(plan.name.text),
      ],
      related: [Label(item.name.span, Message(.itemIsHere, [.text(item.name.text)]))],
      notes: [Message(.letTakePart, [spelled(.participants), .text(department)])])
  }

  func itemNotInspectable(
    _ item: ChecklistDeclaration.Item, _ plan: PlanDeclaration, _ span: Span
  ) -> Diagnostic {
    let methods = item.methods.map { $0.keyword.spelling(in: language) }
    return Diagnostic(
      .itemNotInspectable, at: span,
      [
        .text(item.name.text),
        .words(.list(methods)),
        .text(plan.name.text),
      ],
      related: [Label(item.name.span, Message(.itemIsHere, [.text(item.name.text)]))])
  }

  func matterNotListed(
    _ item: ChecklistDeclaration.Item, _ id: MatterID, _ department: DepartmentID,
    _ plan: PlanDeclaration, _ span: Span
  ) -> Diagnostic {
    let matter = program.matters[id.index].name.text
    let name = program.departments[department.index].name.text
    return Diagnostic(
      .matterNotListed, at: span,
      [.text(item.name.text), .text(matter), .text(name), .text(plan.name.text)],
      related: [Label(item.name.span, Message(.itemIsHere, [.text(item.name.text)]))],
      notes: [
        Message(
          .listTheMatter, [.text("\(name) { \(Keyword.matters.spelling(in: language)) \(matter) }")]
        )
      ])
  }

  func matterOverOther(
    _ matter: MatterDeclaration, _ registry: RegistryID, _ plan: PlanDeclaration, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      .matterOverOther, at: span,
      [
        .text(matter.name.text), .text(program.registries[registry.index].name.text),
        .text(program.registries[plan.registry.index].name.text),
      ],
      related: [declaredHere(matter.name)])
  }

  func situationTwice(_ situation: String, _ span: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .situationTwice, at: span, [.text(situation)],
      related: [Label(earlier, Message(.usedHereFirst))])
  }

  func situationsMissing(_ members: [Name], _ span: Span) -> Diagnostic {
    let names = members.map(\.text)
    return Diagnostic(
      .situationsMissing, at: span,
      [
        .words(.list(names))
      ])
  }

  func situationOfOtherKind(_ text: String, _ span: Span, isText: Bool) -> Diagnostic {
    let by = Keyword.by.spelling(in: language)
    return Diagnostic(
      .situationOfOtherKind, at: span,
      [
        .text(text),
        .words(
          isText
            ? Words(zh: "枚举的成员", en: "a member of the enumeration")
            : Words(zh: "引号中的文本，或先写“\(by) 枚举”", en: "a text, or `\(by)` and an enumeration first")),
      ])
  }

  func noRowHere(_ span: Span) -> Diagnostic {
    Diagnostic(.noRowHere, at: span, [spelled(.dueItems)])
  }

  private func declaredHere(_ name: Name) -> Label {
    Label(name.span, Message(.declaredHere, [.text(name.text)]))
  }
}
