import Quantities
import Source
import Syntax

/// What follows from what is found, publication, and where the data come from.
extension Checker {
  mutating func followUp(
    _ syntax: FollowUpSyntax, _ clause: PlanClause
  ) -> PlanDeclaration.FollowUp {
    let results = syntax.by.flatMap { enumeration($0) }
    if !syntax.columns.isEmpty {
      for column in [Keyword.situation, .measure] where !syntax.columns.contains(column) {
        let name = Name(written(clause.keywordSpan), clause.keywordSpan)
        report(partsMissing(name, column))
      }
    }
    var rows: [PlanDeclaration.FollowUp.Row] = []
    var members: [Int: Span] = [:]
    var texts: [String: Span] = [:]
    var takesRest = false
    for row in syntax.rows {
      guard
        let situation = row.situation.flatMap({
          self.situation($0, results, hasEnumeration: syntax.by != nil)
        })
      else { continue }
      switch situation {
      case .text(let text):
        let words = row.situation?.spans.first ?? row.span
        if let earlier = texts.updateValue(words, forKey: text) {
          report(situationTwice(text, words, earlier))
        }
      case .members(let indices):
        for index in indices {
          guard let results else { continue }
          let name = program.enumerations[results.index].members[index].text
          let words = row.situation?.span(of: name) ?? row.span
          if let earlier = members.updateValue(words, forKey: index) {
            report(situationTwice(name, words, earlier))
          }
        }
      case .otherwise: takesRest = true
      }
      var typed = PlanDeclaration.FollowUp.Row(
        situation: situation, label: label(of: row.situation), measure: row.measure,
        responsible: row.responsible.compactMap { department($0) },
        deadline: row.deadline.flatMap { followUpDue($0) }, span: row.span)
      if case .by(let deadline)? = typed.deadline?.kind, let due = typed.deadline,
        case .after(.expiry, _) = deadline.kind
      {
        typed.awaited = rows.lastIndex { $0.deadline?.isTerm ?? false }
        if typed.awaited == nil { report(outOfPlace(due.span, Phrase.termAbove.words)) }
      }
      rows.append(typed)
    }
    if let results, !takesRest {
      let missing = program.enumerations[results.index].members.enumerated()
        .filter { members[$0.offset] == nil }.map(\.element)
      if !missing.isEmpty, !parserReported(inside: clause.span) {
        report(situationsMissing(missing, clause.keywordSpan))
      }
    }
    return PlanDeclaration.FollowUp(rows: rows, span: clause.span)
  }

  /// A length of time is counted from the finding, which no draw knows of.
  private mutating func followUpDue(_ syntax: FollowUpSyntax.Term) -> PlanDeclaration.Due? {
    switch syntax {
    case .immediately(let span):
      return PlanDeclaration.Due(.immediately, words: written(span), span: span)
    case .time(let time, nil):
      guard var due = due(time) else { return nil }
      if case .by(let deadline) = due.kind { due.deadline = deadline }
      return due
    case .time(let time, let bound?):
      let value = infer(time, hint: .duration(.workingDays))
      if value.type == .deadline {
        report(typeMismatch(value, .duration(.workingDays)))
        return nil
      }
      guard case .within(let term)? = due(time)?.kind else { return nil }
      let span = bound.joined(time.span)
      var due = PlanDeclaration.Due(.within(term), words: written(span), span: span)
      due.isAtMost = true
      return due
    }
  }

  /// A situation as people read it.
  private func label(of situation: FollowUpSyntax.Situation?) -> String {
    switch situation {
    case nil: ""
    case .text(let text, _): text
    case .members(let names): names.map(\.text).joined(separator: "、")
    case .otherwise(let span): written(span)
    }
  }

  private mutating func situation(
    _ syntax: FollowUpSyntax.Situation, _ results: EnumerationID?, hasEnumeration: Bool
  ) -> PlanDeclaration.FollowUp.Situation? {
    switch syntax {
    case .otherwise: return .otherwise
    case .text(let text, let span):
      if hasEnumeration {
        report(situationOfOtherKind(text, span, isText: true))
        return nil
      }
      return .text(text)
    case .members(let names):
      guard hasEnumeration else {
        if let name = names.first, !name.isMissing {
          report(situationOfOtherKind(name.text, name.span, isText: false))
        }
        return nil
      }
      guard let results else { return nil }
      let members = program.enumerations[results.index].members
      return .members(
        names.compactMap { name in
          if name.isMissing { return nil }
          if let index = members.firstIndex(where: { $0.text == name.text }) { return index }
          if !parserReported(inside: name.span) {
            report(unknownMember(name, of: .enumeration(results)))
          }
          return nil
        })
    }
  }

  mutating func publication(
    _ syntax: PublicationSyntax, _ clause: PlanClause
  ) -> PlanDeclaration.Publication {
    var months: Int64?
    if let kept = syntax.kept, let count = wholeNumber(kept.count, kept.span) {
      let (product, overflow) = count.multipliedReportingOverflow(by: kept.unit == .years ? 12 : 1)
      if overflow { report(integerTooLarge(kept.count, kept.span)) } else { months = product }
    }
    return PlanDeclaration.Publication(
      deadline: due(syntax.deadline),
      exceptions: syntax.exceptions.map { exception in
        PlanDeclaration.Publication.Exception(
          reason: exception.reason, basis: exception.basis.compactMap { basis($0) },
          span: exception.span)
      }, keptMonths: months, span: clause.span)
  }

  mutating func grounds(_ syntax: GroundsSyntax) -> PlanDeclaration.Grounds {
    PlanDeclaration.Grounds(reason: syntax.reason, basis: syntax.basis.compactMap { basis($0) })
  }

  /// Which departments the data of registries come from.
  mutating func resolveSources() {
    for (index, source) in registryItems.enumerated() {
      let sources = elsewhere(module: source.module, owner: .registry(RegistryID(index))) {
        checker -> RegistryDeclaration.Sources in
        let whole = source.item.source.flatMap { checker.department($0) }
        let fields = source.item.fields.map { field in
          field.source.map { checker.department($0) } ?? whole
        }
        return RegistryDeclaration.Sources(whole: whole, fields: fields)
      }
      program.registries[index].sources = sources
    }
  }

  /// Departments that a table of findings names and that take no part.
  mutating func reportFollowUp(_ item: PlanItem, taking: Set<DepartmentID>) {
    for clause in item.clauses {
      guard case .findings(let table) = clause.kind else { continue }
      for name in table.rows.flatMap(\.responsible) {
        guard let id = departmentID(name), !taking.contains(id) else { continue }
        report(departmentOutside(name, item.name))
      }
    }
  }
}

extension PlanDeclaration.Due {
  /// Whether it is a term that can end.
  fileprivate var isTerm: Bool {
    switch kind {
    case .within: true
    case .immediately: false
    case .by(let deadline):
      switch deadline.kind {
      case .openEnded, .after(.expiry, _): false
      default: true
      }
    }
  }
}
