import Source
import Syntax

/// Plans that are based on others: which clauses hold.
extension Checker {
  /// The clauses of a plan, changed by those of another that is based on it.
  func changed(_ inherited: [PlanClause], by item: PlanItem) -> ComposedPlan {
    var clauses = inherited
    var pointless: [(change: Span, base: Span)] = []
    func position(of kind: SingleClause) -> Int? {
      clauses.firstIndex { SingleClause($0.kind) == kind }
    }
    for clause in item.clauses {
      if let same = clauses.first(where: { saysSame($0.span, clause.span) }) {
        pointless.append((clause.span, same.span))
        continue
      }
      switch clause.kind {
      case .sample(let sample) where sample.isChange:
        guard let index = position(of: .sample), case .sample(let base) = clauses[index].kind else {
          clauses.append(clause)
          continue
        }
        let changed = self.changed(base, by: sample, &pointless)
        clauses[index] = PlanClause(
          .sample(changed), keywordSpan: clauses[index].keywordSpan, span: clauses[index].span)
      case .over(let registry, nil):
        // Another registry leaves the condition as it is.
        guard let index = position(of: .over), case .over(_, let condition) = clauses[index].kind
        else {
          clauses.append(clause)
          continue
        }
        clauses[index] = PlanClause(
          .over(registry: registry, condition: condition), keywordSpan: clause.keywordSpan,
          span: clause.span)
      case .participants(let names):
        let known = clauses.flatMap { clause -> [Name] in
          if case .participants(let names) = clause.kind { names } else { [] }
        }
        var added: [Name] = []
        for name in names {
          let isDescribed = clause.roles.contains { $0.department.text == name.text }
          if isDescribed, let id = declaredDepartment(name) {
            // What it says of a department takes the place of what was said.
            for index in clauses.indices {
              clauses[index].roles.removeAll { declaredDepartment($0.department) == id }
            }
            if !known.contains(where: { declaredDepartment($0) == id }) { added.append(name) }
          } else if let id = declaredDepartment(name),
            let same = known.first(where: { declaredDepartment($0) == id })
          {
            pointless.append((name.span, same.span))
          } else {
            added.append(name)
          }
        }
        if added.isEmpty, clause.roles.isEmpty { continue }
        var addition = PlanClause(
          .participants(added), keywordSpan: clause.keywordSpan, span: clause.span)
        addition.roles = clause.roles
        clauses.append(addition)
      default:
        if let kind = SingleClause(clause.kind), let index = position(of: kind) {
          clauses[index] = clause
        } else {
          clauses.append(clause)
        }
      }
    }
    var changed = item
    changed.clauses = clauses
    return ComposedPlan(item: changed, pointless: pointless)
  }

  /// Arms with the patterns of an arm take its place, others come first; what there is once takes
  /// the place of what there was; conditions are added.
  private func changed(
    _ base: SampleSyntax, by change: SampleSyntax,
    _ pointless: inout [(change: Span, base: Span)]
  ) -> SampleSyntax {
    var result = base
    var first = 0
    var bounds: [Span] = []
    for clause in change.clauses {
      if let same = base.clauses.first(where: { saysSame($0.span, clause.span) }) {
        pointless.append((clause.span, same.span))
        continue
      }
      switch clause.kind {
      case .arm(let patterns, let amount):
        if result.single != nil, patterns.count == 1, clause.takesAll {
          result.single = amount
        } else if let index = result.clauses.firstIndex(where: { hasPatterns($0, of: clause) }) {
          result.clauses[index] = clause
        } else {
          result.clauses.insert(clause, at: first)
          first += 1
        }
      case .overall:
        // The bounds of the base give way to all those of the change.
        result.clauses.removeAll { old in
          if case .overall = old.kind { !bounds.contains(old.span) } else { false }
        }
        bounds.append(clause.span)
        result.clauses.append(clause)
      default: result.clauses.append(clause)
      }
    }
    return result
  }

  private func hasPatterns(_ old: SampleClause, of new: SampleClause) -> Bool {
    guard case .arm(let a, _) = old.kind, case .arm(let b, _) = new.kind, a.count == b.count else {
      return false
    }
    return zip(a, b).allSatisfy { saysSame($0.span, $1.span) }
  }

  /// Whether two places have the same words, blanks and comments aside.
  private func saysSame(_ a: Span, _ b: Span) -> Bool {
    tokens(in: a).elementsEqual(tokens(in: b)) { $0.kind == $1.kind && $0.value == $1.value }
  }

  private func tokens(in span: Span) -> ArraySlice<Token> {
    let all = modules[module(of: span)].tree.tokens
    let first = all.partitioningIndex { $0.start >= span.start }
    let last = all.partitioningIndex { $0.start >= span.end }
    return all[first..<max(first, last)]
  }

  private func declaredDepartment(_ name: Name) -> DepartmentID? {
    guard case .department(let id)? = modules[module(of: name.span)].visible[name.text]?.entity
    else { return nil }
    return id
  }
}

extension [Token] {
  /// The first index for which a condition holds that holds from there on. O(log n).
  fileprivate func partitioningIndex(where holds: (Token) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
