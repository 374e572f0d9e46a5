import Quantities
import Source
import Syntax

/// Matters and checklists, before any plan uses them.
extension Checker {
  mutating func resolveMatters() {
    for (index, source) in matterItems.enumerated() {
      let matter = elsewhere(module: source.module, owner: .matter(MatterID(index))) {
        $0.matter(source.item)
      }
      program.matters.append(matter)
    }
    for (index, source) in checklistItems.enumerated() {
      let checklist = elsewhere(module: source.module, owner: .checklist(ChecklistID(index))) {
        $0.checklist(source.item)
      }
      program.checklists.append(checklist)
    }
  }

  private mutating func matter(_ item: MatterItem) -> MatterDeclaration {
    var body: DepartmentID?
    var code: String?
    var category: MatterDeclaration.Category?
    var over: RegistryID?
    var methods: [InspectionMethod] = []
    var basis: [Basis] = []
    reportRepeatedParts(item.parts.map { ($0.keyword, $0.span) }, mayRepeat: [.basis, .methods])
    for part in item.parts {
      switch part.kind {
      case .body(let name): body = department(name)
      case .code(let text, let span):
        code = text
        if let fault = CodeKind.matter.fault(in: text.utf8.span) {
          report(notCode(text, fault, span))
        }
      case .category(let keyword): category = keyword == .keyMatter ? .key : .general
      case .over(let name): over = registry(name)
      case .methods(let words): methods += words.map(\.method)
      case .basis(let citations): basis += citations.compactMap { self.basis($0) }
      }
    }
    if !parserReported(inside: item.span) {
      let parts = Set(item.parts.map(\.keyword))
      if !parts.contains(.body) { report(partsMissing(item.name, .body)) }
      if !parts.contains(.basis) { report(matterWithoutBasis(item.name)) }
    }
    return MatterDeclaration(
      name: item.name, body: body, code: code, category: category, registry: over,
      methods: methods, basis: basis)
  }

  /// Parts that stand once in their block.
  mutating func reportRepeatedParts(
    _ parts: [(keyword: Keyword, span: Span)], mayRepeat: Set<Keyword> = []
  ) {
    var first: [Keyword: Span] = [:]
    for part in parts where !mayRepeat.contains(part.keyword) {
      if let earlier = first[part.keyword] {
        report(clauseTwice(part.keyword, part.span, earlier))
      } else {
        first[part.keyword] = part.span
      }
    }
  }

  private mutating func checklist(_ item: ChecklistItem) -> ChecklistDeclaration {
    reportRepeatedParts(item.elements.map { ($0.keyword, $0.keywordSpan) })
    reportRepeated(item.elements.flatMap { $0.entries.map(\.name) })
    var items: [ChecklistDeclaration.Item] = []
    var inapplicable: [(element: ChecklistDeclaration.Element, reason: String)] = []
    var texts: [String: Name] = [:]
    for element in item.elements {
      guard let kind = ChecklistDeclaration.Element(element.keyword) else { continue }
      if let reason = element.inapplicable { inapplicable.append((kind, reason)) }
      for entry in element.entries {
        if let earlier = texts[entry.text] {
          if earlier.text != entry.name.text { report(itemTwice(entry.name, earlier)) }
        } else {
          texts[entry.text] = entry.name
        }
        items.append(self.entry(entry, kind))
      }
    }
    return ChecklistDeclaration(name: item.name, items: items, inapplicable: inapplicable)
  }

  private mutating func entry(
    _ entry: ChecklistEntry, _ element: ChecklistDeclaration.Element
  ) -> ChecklistDeclaration.Item {
    var own: (id: DepartmentID, name: Name)?
    var matter: MatterID?
    var basis: [Basis] = []
    var methods: [MethodSyntax] = []
    var result = ChecklistDeclaration.Result.conformity
    var condition: Expression?
    reportRepeatedParts(entry.parts.map { ($0.keyword, $0.span) }, mayRepeat: [.basis, .methods])
    for part in entry.parts {
      switch part.kind {
      case .department(let name): own = department(name).map { ($0, name) }
      case .matter(let name): matter = self.matter(named: name)
      case .basis(let citations): basis += citations.compactMap { self.basis($0) }
      case .methods(let words): methods += words
      case .conformity: result = .conformity
      case .score(let digits): result = wholeNumber(digits, part.span).map { .score($0) } ?? result
      case .condition(let expression): condition = expression
      }
    }
    // Only now, because the parts may stand in any order.
    if let matter { reportMethods(methods, of: matter) }
    let declared = matter.map { program.matters[$0.index] }
    if let own, let body = declared?.body, body != own.id, let matter {
      report(matterOfOther(own.name, matter, body))
    }
    let department = declared?.body ?? own?.id
    if department == nil, declared == nil,
      !entry.parts.contains(where: { $0.kind.namesDepartment }),
      !parserReported(inside: entry.span)
    {
      report(partsMissing(entry.name, .responsibleBy))
    }
    return ChecklistDeclaration.Item(
      name: entry.name, text: entry.text, element: element, department: department,
      matter: matter, basis: basis.isEmpty ? declared?.basis ?? [] : basis,
      methods: methods.isEmpty ? declared?.methods ?? [] : methods.map(\.method), result: result,
      condition: condition)
  }

  /// A list's item is inspected in a way that its matter provides for, if that says how.
  private mutating func reportMethods(_ words: [MethodSyntax], of id: MatterID) {
    let matter = program.matters[id.index]
    guard !matter.methods.isEmpty else { return }
    for word in words where !matter.methods.contains(word.method) {
      report(methodOutside(word, matter.name, matter.methods))
    }
  }
}

extension ChecklistEntry.PartKind {
  /// Whether it says, by itself or by a matter, who checks.
  fileprivate var namesDepartment: Bool {
    switch self {
    case .department, .matter: true
    default: false
    }
  }
}
