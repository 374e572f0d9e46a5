import Quantities
import Source
import Syntax

/// Laws, and what rests on them.
extension Checker {
  /// The declarations of laws, then which of them replaces which.
  mutating func resolveLaws() {
    for (index, source) in lawItems.enumerated() {
      let law = elsewhere(module: source.module, owner: .law(LawID(index))) {
        $0.law(source.item)
      }
      program.laws.append(law)
    }
    for (index, source) in lawItems.enumerated() {
      for part in source.item.parts {
        guard case .replaces(let name) = part.kind else { continue }
        let replaced = elsewhere(module: source.module, owner: .law(LawID(index))) {
          $0.lawNamed(name)
        }
        guard let replaced else { continue }
        program.laws[replaced.index].successor = LawID(index)
        if program.laws[replaced.index].lapses == nil {
          program.laws[replaced.index].lapses = program.laws[index].effective
        }
      }
    }
    for (index, source) in lawItems.enumerated() { reportDates(of: LawID(index), source.item) }
  }

  private mutating func law(_ item: LawItem) -> LawDeclaration {
    var title: String?
    var number: String?
    var effective: CivilDate?
    var lapses: CivilDate?
    var first: [Keyword: Span] = [:]
    for part in item.parts {
      if let earlier = first[part.keyword] {
        report(clauseTwice(part.keyword, part.span, earlier))
        continue
      }
      // A text may come into force in place of several others.
      if part.keyword != .replaces { first[part.keyword] = part.span }
      switch part.kind {
      case .title(let text, let behind):
        title = text
        number = number ?? behind
      case .number(let text): number = text
      case .effective(let day): effective = constantDate(day)
      case .lapses(let day): lapses = constantDate(day)
      case .replaces: break
      }
    }
    return LawDeclaration(
      name: item.name, title: title ?? item.name.text, number: number, effective: effective,
      lapses: lapses)
  }

  mutating func constantDate(_ expression: Expression) -> CivilDate? {
    let day = check(expression, as: .date)
    guard case .date(let date)? = constant(day, .period) else { return nil }
    return date
  }

  private mutating func reportDates(of id: LawID, _ item: LawItem) {
    let law = program.laws[id.index]
    guard let from = law.effective, let to = law.lapses, to <= from else { return }
    let days = item.parts.compactMap { part in
      switch part.kind {
      case .effective(let day), .lapses(let day): day.span
      default: nil
      }
    }
    // The day may also be that on which its successor takes effect.
    report(lapsesTooEarly(law, days.last ?? item.name.span))
  }

  // MARK: Citations

  /// What a citation refers to. A title that no visible law has is taken as it stands.
  mutating func basis(_ citation: CitationSyntax) -> Basis? {
    switch citation.document {
    case .name(let name):
      guard let id = lawNamed(name) else { return nil }
      let law = program.laws[id.index]
      return Basis(
        law: id, title: law.title, number: law.number, article: citation.article,
        span: citation.span)
    case .title(let title, let number):
      let id = law(titled: title, number: number, citation.span)
      return Basis(
        law: id, title: title, number: number, article: citation.article, span: citation.span)
    }
  }

  /// The visible law of this title and number; without a number the one that nothing replaces.
  private mutating func law(titled title: String, number: String?, _ span: Span) -> LawID? {
    let known = modules[module].visible.values
      .compactMap { declared -> (id: LawID, module: Int)? in
        guard case .law(let id) = declared.entity else { return nil }
        return program.laws[id.index].isTitled(title) ? (id, declared.module) : nil
      }
      .sorted { $0.id.index < $1.id.index }
    guard !known.isEmpty else { return nil }
    let found: (id: LawID, module: Int)?
    if let number {
      found = known.first { program.laws[$0.id.index].isNumbered(number) }
      let isOpen = known.contains { program.laws[$0.id.index].number == nil }
      if found == nil, !isOpen { report(unknownNumber(number, known.map(\.id), span)) }
    } else {
      found = known.last { program.laws[$0.id.index].successor == nil } ?? known.last
    }
    guard let found else { return nil }
    used.insert(.law(found.id))
    if found.module != module { usedImports.insert(Import(from: module, to: found.module)) }
    return found.id
  }

  /// Warns where a basis is not in force during the whole of a period.
  ///
  /// - Parameter place: where the plan names what rests on it, if that is written elsewhere.
  mutating func reportValidity(
    of basis: Basis, in period: (from: CivilDate, to: CivilDate), at place: Span?
  ) {
    guard let id = basis.law else { return }
    let law = program.laws[id.index]
    if let day = law.lapses, day <= period.to {
      report(basisLapses(basis, law, day, period, successor(of: id, at: period.from), place))
    } else if let day = law.effective, day > period.from {
      report(basisNotYetInForce(basis, law, day, period, place))
    }
  }

  /// What stands in the place of a law on a day. Replacing may go round in a circle.
  private func successor(of id: LawID, at day: CivilDate) -> LawDeclaration? {
    var current = program.laws[id.index].successor
    for _ in program.laws.indices {
      guard let next = current else { return nil }
      let law = program.laws[next.index]
      if law.lapses.map({ $0 > day }) ?? true { return law }
      current = law.successor
    }
    return nil
  }
}

extension LawDeclaration {
  /// Whether it is cited by a title: with or without the state's name, spaces aside.
  func isTitled(_ other: String) -> Bool { Self.plain(title) == Self.plain(other) }

  private static func plain(_ title: String) -> String {
    let text = letters(title)
    let state = "中华人民共和国"
    return text.hasPrefix(state) ? String(text.dropFirst(state.count)) : text
  }

  /// Whether a number is its number, whatever the width of brackets and digits.
  func isNumbered(_ other: String) -> Bool {
    number.map { Self.letters($0) == Self.letters(other) } ?? false
  }

  private static func letters(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: view.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3014: view.append("[")
      case 0x3015: view.append("]")
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
