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
        clauses[index].kind = .sample(changed)
      case .over(let over) where over.isRegistryAlone:
        // Another registry leaves the condition, the day and the exceptions as they are.
        guard let index = position(of: .over), case .over(let base) = clauses[index].kind else {
          clauses.append(clause)
          continue
        }
        clauses[index] = clause
        clauses[index].kind = .over(base.replacing(registry: over.registry))
      case .participants(let names):
        var added = clause
        added.kind = .participants(
          names.filter { joins($0, clause, &clauses, &pointless) })
        if case .participants([]) = added.kind { continue }
        clauses.append(added)
      case .parameter(let own):
        let index = clauses.firstIndex { earlier in
          if case .parameter(let base) = earlier.kind {
            base.name.text == own.name.text
          } else {
            false
          }
        }
        guard let index, case .parameter(let base) = clauses[index].kind else {
          clauses.append(clause)
          continue
        }
        // A value alone leaves type and range as they are.
        if own.type != nil {
          clauses[index] = clause
        } else {
          clauses[index].kind = .parameter(base.with(own.value))
        }
      case .capacity(let capacity):
        let department = declaredDepartment(capacity.department)
        let index = clauses.firstIndex { old in
          guard case .capacity(let old) = old.kind, let department else { return false }
          return declaredDepartment(old.department) == department
        }
        if let index { clauses[index] = clause } else { clauses.append(clause) }
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

  /// Whether a department that a change names takes part anew: it was not there, or it has duties
  /// of its own now, for which it goes out of the inherited clauses.
  private func joins(
    _ name: Name, _ clause: PlanClause, _ clauses: inout [PlanClause],
    _ pointless: inout [(change: Span, base: Span)]
  ) -> Bool {
    guard let id = declaredDepartment(name) else { return true }
    for index in clauses.indices {
      guard case .participants(let known) = clauses[index].kind,
        let same = known.first(where: { declaredDepartment($0) == id })
      else { continue }
      guard clause.roles.contains(where: { $0.department.text == name.text }) else {
        pointless.append((name.span, same.span))
        return false
      }
      clauses[index].kind = .participants(known.filter { declaredDepartment($0) != id })
      clauses[index].roles.removeAll { declaredDepartment($0.department) == id }
    }
    return true
  }

  /// A sample with changes of its own.
  func changedSample(_ base: SampleSyntax, by change: SampleSyntax) -> SampleSyntax {
    var pointless: [(change: Span, base: Span)] = []
    return changed(base, by: change, &pointless)
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
      case .overall(_, let each):
        // The bounds of the base give way to all those of the change, whose areas to its areas.
        result.clauses.removeAll { old in
          if case .overall(_, let area) = old.kind {
            (area == nil) == (each == nil) && !bounds.contains(old.span)
          } else {
            false
          }
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
