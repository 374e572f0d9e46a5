import Source
import Syntax

/// Mistakes in declarations, tables and given rows.
extension Checker {
  /// Where a type does not fit, for the reason.
  enum TypePlace {
    case inRegistry, inSet, inTable, inMatch, optionalTwice

    var reason: Phrase {
      switch self {
      case .inRegistry: .inRegistryReason
      case .inSet: .inSetReason
      case .inTable: .inTableReason
      case .inMatch: .inMatchReason
      case .optionalTwice: .optionalTwiceReason
      }
    }
  }

  func typeNotAllowed(_ type: Type, _ span: Span, _ place: TypePlace) -> Diagnostic {
    Diagnostic(.typeNotAllowed, at: span, [words(type)], label: Message(place.reason))
  }

  func rowOutsideList(_ name: Name) -> Diagnostic {
    let list = "\(Keyword.listType.spelling(in: language))[\(name.text)]"
    return Diagnostic(
      .rowOutsideList, at: name.span, [.text(name.text)],
      fixIts: [FixIt(Message(.changeTo, [.text(list)]), [FixIt.Edit(name.span, list)])])
  }

  func noMembers(_ name: Name) -> Diagnostic {
    Diagnostic(.emptyDeclaration, at: name.span, [.text(name.text)])
  }

  func noFields(_ name: Name) -> Diagnostic {
    Diagnostic(.emptyDeclaration, at: name.span, [.text(name.text)])
  }

  func noKey(_ name: Name) -> Diagnostic { Diagnostic(.noKey, at: name.span, [.text(name.text)]) }

  func secondKey(_ name: Name, _ first: Name) -> Diagnostic {
    Diagnostic(
      .secondKey, at: name.span, [.text(name.text), .text(first.text)],
      related: [Label(first.span, Message(.firstKeyHere))])
  }

  func keyType(_ type: Type, _ span: Span) -> Diagnostic {
    Diagnostic(.keyType, at: span, [words(type)])
  }

  func keyWithDefault(_ span: Span) -> Diagnostic { Diagnostic(.keyWithDefault, at: span) }

  func sameColumn(_ column: ColumnSyntax, _ field: Name) -> Diagnostic {
    Diagnostic(
      .sameColumn, at: column.span, [.text(column.title), .text(field.text)],
      related: [Label(field.span, Message(.columnTaken))])
  }

  func emptyColumn(_ span: Span) -> Diagnostic { Diagnostic(.emptyColumn, at: span) }

  // MARK: Patterns and tables

  func patternCount(_ found: Int, _ wanted: Int, _ span: Span) -> Diagnostic {
    Diagnostic(.patternCount, at: span, [.number(wanted), .number(found)])
  }

  func headerCount(_ span: Span, _ item: TableItem, _ wanted: [Name]) -> Diagnostic {
    let result = Words(zh: "结果", en: "result").text(in: language)
    let header = (wanted.map(\.text) + [result]).joined(separator: " | ")
    return Diagnostic(
      .headerCount, at: span, [.number(wanted.count + 1), .number(item.header.count)],
      notes: [Message(.headerShouldBe, [.text(header)])])
  }

  func headerName(_ found: Name, _ parameter: Name) -> Diagnostic {
    Diagnostic(
      .headerName, at: found.span, [.text(found.text), .text(parameter.text)],
      related: [Label(parameter.span, Message(.declaredHere, [.text(parameter.text)]))])
  }

  // MARK: Given rows

  func columnsMissing(_ registry: Name, _ fields: [String]) -> Diagnostic {
    Diagnostic(
      .columnsMissing, at: registry.span,
      [.text(registry.text), .text(fields.joined(separator: ", "))])
  }

  func givenCellCount(_ found: Int, _ wanted: Int, _ span: Span) -> Diagnostic {
    Diagnostic(.givenCellCount, at: span, [.number(wanted), .number(found)])
  }

  func givenTwice(_ registry: Name, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .givenTwice, at: registry.span, [.text(registry.text)],
      related: [Label(earlier, Message(.usedHereFirst))])
  }

  func givenTooLate(_ registry: Name, _ other: Span) -> Diagnostic {
    Diagnostic(
      .givenTooLate, at: registry.span, [.text(registry.text)],
      related: [Label(other, Message(.firstStatementHere))])
  }

  func givenKeyTwice(_ span: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .givenKeyTwice, at: span, related: [Label(earlier, Message(.usedHereFirst))])
  }

  func givenCopies(_ span: Span) -> Diagnostic {
    Diagnostic(
      .givenCopies, at: span,
      [.number(Int(TestDeclaration.GivenRow.greatestNumberOfCopies))])
  }
}
