import Source
import Syntax

/// Mistakes with names and modules.
extension Checker {
  func undefinedName(_ name: Name, suggestion: String?) -> Diagnostic {
    var diagnostic = Diagnostic(.undefinedName, at: name.span, [.text(name.text)])
    if let suggestion {
      diagnostic.label = Message(.didYouMean, [.text(suggestion)])
      diagnostic.fixIts = [
        FixIt(Message(.changeTo, [.text(suggestion)]), [FixIt.Edit(name.span, suggestion)])
      ]
    }
    return diagnostic
  }

  /// The way out where a name is a text without its quotes.
  func quoted(_ name: Name) -> FixIt {
    let text = ColumnText.quoted(name.text)
    return FixIt(Message(.writeAsText, [.text(text)]), [FixIt.Edit(name.span, text)])
  }

  func redeclared(_ name: Name, _ earlier: Name) -> Diagnostic {
    Diagnostic(
      .redeclared, at: name.span, [.text(name.text)],
      related: [Label(earlier.span, Message(.declaredHere, [.text(earlier.text)]))])
  }

  /// Shown at the file's own declaration, or at the `使用` line that brings in the second of two.
  func nameConflict(
    _ declared: Declared, _ earlier: Declared, use: (module: Int, path: String, span: Span),
    in index: Int
  ) -> Diagnostic {
    let name: MessageArgument = .text(declared.name.text)
    let other = Label(declared.name.span, Message(.alsoDeclaredHere, [name]))
    let usedHere = Label(use.span, Message(.usesModuleHere, [.text(use.path)]))
    if earlier.module == index {
      return Diagnostic(.nameConflict, at: earlier.name.span, [name], related: [usedHere, other])
    }
    let first = Label(earlier.name.span, Message(.declaredHere, [name]))
    return Diagnostic(.nameConflict, at: use.span, [name], related: [first, other])
  }

  func unknownModule(_ path: String, _ span: Span) -> Diagnostic {
    let known = modules.compactMap(\.path)
    var diagnostic = Diagnostic(.unknownModule, at: span, [.text(path)])
    if let suggestion = closest(to: path, among: known) {
      diagnostic.label = Message(.didYouMean, [.text(suggestion)])
      diagnostic.fixIts = [
        FixIt(Message(.changeTo, [.text(suggestion)]), [FixIt.Edit(span, suggestion)])
      ]
    } else if !known.isEmpty {
      diagnostic.notes = [Message(.knownModules, [.text(known.joined(separator: ", "))])]
    }
    return diagnostic
  }

  func cyclicUse(_ paths: [String], _ path: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .cyclicUse, at: span, [.text((paths + [path]).joined(separator: " → "))])
  }

  func moduleUsedTwice(_ path: String, _ span: Span, earlier: Span) -> Diagnostic {
    Diagnostic(
      .moduleUsedTwice, at: span, [.text(path)],
      related: [Label(earlier, Message(.usedHereFirst))])
  }

  func unusedModule(_ path: String, _ span: Span) -> Diagnostic {
    Diagnostic(.unusedModule, at: span, [.text(path)])
  }

  func unusedBinding(_ name: Name) -> Diagnostic {
    Diagnostic(.unusedBinding, at: name.span, [.text(name.text)])
  }

  func unusedDepartment(_ name: Name) -> Diagnostic {
    Diagnostic(.unusedDepartment, at: name.span, [.text(name.text)])
  }

  func wrongKind(_ name: Name, _ declared: Declared, wanted: Words) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName, at: name.span,
      [.text(name.text), .words(declared.entity.words), .words(wanted)],
      related: [Label(declared.name.span, Message(.declaredHere, [.text(name.text)]))])
  }

  /// A value that is given as drawn, but not the whole of a draw.
  func notASample(_ name: Name) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName, at: name.span,
      [
        .text(name.text), .words(Words(zh: "值", en: "a value")),
        .words(Words(zh: "抽取的样本：设 样本 = 抽取(…)", en: "a sample: let sample = draw(…)")),
      ])
  }

  /// A field or local that is called like a function.
  func notCallable(_ name: Name) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName, at: name.span,
      [
        .text(name.text), .words(Words(zh: "值", en: "a value")),
        .words(Words(zh: "函数", en: "a function")),
      ])
  }

  func unknownMember(_ name: Name, of type: Type) -> Diagnostic {
    let members =
      if case .enumeration(let id) = type {
        program.enumerations[id.index].members.map(\.text)
      } else {
        fields(of: type).map(\.name.text)
      }
    var diagnostic = Diagnostic(
      .unknownMember, at: name.span, [.text(name.text), .words(program.words(for: type))])
    if let suggestion = closest(to: name.text, among: members) {
      diagnostic.label = Message(.didYouMean, [.text(suggestion)])
      diagnostic.fixIts = [
        FixIt(Message(.changeTo, [.text(suggestion)]), [FixIt.Edit(name.span, suggestion)])
      ]
    } else if !members.isEmpty {
      let shown = members.prefix(12).joined(separator: ", ") + (members.count > 12 ? " …" : "")
      diagnostic.notes = [Message(.itHas, [.text(shown)])]
    }
    return diagnostic
  }

  func ambiguousMember(_ name: Name, _ enumerations: [Name]) -> Diagnostic {
    let fixIts = enumerations.map { enumeration in
      let qualified = enumeration.text + "." + name.text
      return FixIt(
        Message(.qualifyWith, [.text(qualified)]), [FixIt.Edit(name.span, qualified)])
    }
    let names = enumerations.map(\.text).joined(separator: ", ")
    return Diagnostic(
      .ambiguousMember, at: name.span, [.text(name.text), .text(names)], fixIts: fixIts)
  }

  func ambiguousField(_ name: Name, of row: Type, _ other: Name) -> Diagnostic {
    Diagnostic(
      .ambiguousField, at: name.span, [.text(name.text), .words(program.words(for: row))],
      related: [Label(other.span, Message(.declaredHere, [.text(other.text)]))])
  }

  /// A cycle of references: from each entity to the next, with where it refers to it.
  func definedByItself(_ cycle: [(entity: Entity, span: Span)]) -> Diagnostic {
    let names = cycle.map { name(of: $0.entity).text }
    let related = cycle.indices.dropFirst().map { index in
      let next = names[(index + 1) % names.count]
      return Label(
        cycle[index].span, Message(.leadsOn, [.text(names[index]), .text(next)]))
    }
    return Diagnostic(
      .definedByItself, at: cycle[0].span,
      [.text((names + [names[0]]).joined(separator: " → "))], related: related)
  }

  func notAName(_ span: Span, _ wanted: Words) -> Diagnostic {
    Diagnostic(.notAName, at: span, [.words(wanted)])
  }
}
