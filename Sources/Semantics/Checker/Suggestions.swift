import Source
import Syntax

/// What kind of thing an undefined name was looked for among.
enum NameSort {
  case values, types, callables, departments, registries, plans
  case laws, calendars, matters, checklists

  func suits(_ entity: Entity) -> Bool {
    switch (self, entity) {
    case (.values, .constant), (.values, .registry), (.values, .tasks),
      (.types, .enumeration), (.types, .record),
      (.callables, .function), (.callables, .table), (.callables, .record),
      (.departments, .department), (.registries, .registry), (.plans, .plan),
      (.laws, .law),
      (.calendars, .calendar),
      (.matters, .matter), (.checklists, .checklist):
      true
    default: false
    }
  }
}

extension Checker {
  /// Reports a name that nothing in sight has; once in a file. Where a text is wanted, it may be
  /// one without its quotes.
  mutating func reportUndefined(_ name: Name, among sort: NameSort, isText: Bool = false) {
    guard !name.text.isEmpty, !modules[module].lacksModule,
      undefined[module].insert(name.text).inserted
    else {
      countToldError()
      return
    }
    var suggestion = suggestion(for: name.text, among: sort)
    var diagnostic: Diagnostic
    if sort == .types, suggestion == nil {
      suggestion = BuiltinType.calledElsewhere(name.text)?.spelling(in: language)
      diagnostic = undefinedName(name, suggestion: suggestion)
      let types = BuiltinType.offered.map { keyword in
        keyword.spelling(in: language)
          + (keyword == .listType || keyword == .setType ? "[…]" : "")
      }
      diagnostic.notes = [Message(.typesAre, [.text(types.joined(separator: ", "))])]
    } else {
      diagnostic = undefinedName(name, suggestion: suggestion)
    }
    if isText { diagnostic.fixIts.append(quoted(name)) }
    report(diagnostic)
  }

  private func suggestion(for name: String, among sort: NameSort) -> String? {
    var candidates = modules[module].visible.values
      .filter { sort.suits($0.entity) }.map(\.name.text)
    switch sort {
    case .values:
      candidates += scope.locals.map(\.name.text)
      candidates += scope.rows.flatMap { fields(of: $0).map(\.name.text) }
      candidates += modules[module].members.keys
    case .types: candidates += BuiltinType.keywords.map { $0.spelling(in: language) }
    case .callables:
      candidates += Keyword.builtinFunctions.map { $0.spelling(in: language) }
    case .departments, .registries, .plans, .laws, .calendars, .matters, .checklists: break
    }
    return closest(to: name, among: candidates)
  }

  /// The candidate that few changes turn into the name; the first in code-point order of several.
  func closest(to name: String, among candidates: [String]) -> String? {
    let scalars = Array(name.unicodeScalars)
    // One change in a name of two characters, more in longer ones.
    let limit = scalars.count < 2 ? 0 : max(1, scalars.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let distance = editDistance(scalars, Array(candidate.unicodeScalars), limit: limit)
      guard let distance, distance < candidate.unicodeScalars.count else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }
}
