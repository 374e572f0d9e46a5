import Quantities
import Source
import Syntax

/// Mistakes about registries, departments and levels that plans refer to.
extension Checker {
  func keysDiffer(
    _ place: Name, _ own: (String, RegistryDeclaration.Field),
    _ other: (String, RegistryDeclaration.Field)
  ) -> Diagnostic {
    Diagnostic(
      .keysDiffer, at: place.span,
      [
        .text(own.0), .text(own.1.name.text), words(own.1.type), .text(other.0),
        .text(other.1.name.text), words(other.1.type),
      ])
  }

  func exceptsItself(_ name: Name) -> Diagnostic {
    Diagnostic(.exceptsItself, at: name.span, [.text(name.text)])
  }

  func registryAfterPeriod(_ asAt: (date: CivilDate, span: Span), _ end: CivilDate) -> Diagnostic {
    Diagnostic(
      .registryAfterPeriod, at: asAt.span,
      [.text(asAt.date.description), .text(end.description)])
  }

  func outOfPlace(_ span: Span, _ reason: Words) -> Diagnostic {
    Diagnostic(.outOfPlace, at: span, [.text(written(span)), .words(reason)])
  }

  func noSuchStage(_ plan: Name, _ stage: Int64, _ span: Span) -> Diagnostic {
    Diagnostic(.noSuchStage, at: span, [.text(plan.text), .number(Int(stage))])
  }

  func levelAboveParent(
    _ department: Name, _ level: AdministrativeLevel, _ parent: Name, _ above: AdministrativeLevel,
    _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      .levelAboveParent, at: span,
      [.text(department.text), .words(level.words), .text(parent.text), .words(above.words)],
      related: [Label(parent.span, Message(.declaredHere, [.text(parent.text)]))])
  }

  func levelWithoutDepartment(
    _ level: AdministrativeLevel, _ span: Span,
    _ present: [(name: Name, level: AdministrativeLevel?)]
  ) -> Diagnostic {
    let unknown = Words(zh: "没有写级别", en: "no level declared")
    var notes = present.map { department in
      Message(
        .departmentLevel,
        [.text(department.name.text), .words(department.level?.words ?? unknown)])
    }
    if let silent = present.first(where: { $0.level == nil }) {
      let line =
        "\(Keyword.department.spelling(in: language)) \(silent.name.text) { "
        + "\(Keyword.level.spelling(in: language)) \(level.keyword.spelling(in: language)) }"
      notes.append(Message(.declareLevel, [.text(line)]))
    }
    return Diagnostic(
      .levelWithoutDepartment, at: span, [.words(level.words)], notes: notes)
  }
}
