import Quantities

/// Conditions that certainly hold of no row both, or of which one holds wherever the other does. Only
/// plain comparisons of fields are understood; of everything else nothing is said.
extension TypedExpression {
  /// - Parameters: conditions over the rows of one registry; nil holds of every row.
  static func excludeEachOther(_ a: TypedExpression?, _ b: TypedExpression?) -> Bool {
    guard let a, let b else { return false }
    let others = b.atoms
    return a.atoms.contains { atom in
      others.contains { $0.field == atom.field && $0.demand.excludes(atom.demand) }
    }
  }

  /// Whether a condition certainly holds of every row that another holds of.
  static func holds(_ condition: TypedExpression, wherever other: TypedExpression) -> Bool {
    let known = other.atoms
    guard let atoms = condition.allAtoms else { return false }
    return atoms.allSatisfy { atom in
      known.contains { $0.field == atom.field && $0.demand.implies(atom.demand) }
    }
  }

  /// What a condition certainly says of a value, as patterns that all hold of it; none where the value
  /// is no plain field.
  func patterns(of value: TypedExpression) -> [TypedPattern] {
    guard let field = value.plainField else { return [] }
    return atoms.filter { $0.field == field }.map(\.demand.pattern)
  }

  /// The comparisons that a condition consists of; nil if it is more than that.
  private var allAtoms: [Atom]? {
    if case .and(let left, let right) = kind {
      guard let first = left.allAtoms, let second = right.allAtoms else { return nil }
      return first + second
    }
    return atoms.isEmpty ? nil : atoms
  }

  fileprivate struct Atom {
    let field: Int
    let demand: Demand
  }

  /// The comparisons that hold wherever the condition does.
  private var atoms: [Atom] {
    switch kind {
    case .and(let left, let right): left.atoms + right.atoms
    case .field(let field, depth: 0) where type == .bool:
      [Atom(field: field, demand: .oneOf([.bool(true)]))]
    case .not(let inner):
      if case .field(let field, depth: 0) = inner.kind {
        [Atom(field: field, demand: .oneOf([.bool(false)]))]
      } else {
        []
      }
    case .isNone(let value):
      value.plainField.map { [Atom(field: $0, demand: .oneOf([.none]))] } ?? []
    case .contains(let element, let collection):
      if let field = element.plainField, let values = collection.plainElements {
        [Atom(field: field, demand: .oneOf(values))]
      } else {
        []
      }
    case .compare(let comparison, let left, let right):
      if let field = left.plainField, let value = right.plainConstant {
        [Atom(field: field, demand: Demand(comparison, value))]
      } else if let field = right.plainField, let value = left.plainConstant {
        [Atom(field: field, demand: Demand(comparison.turned, value))]
      } else {
        []
      }
    default: []
    }
  }

  private var bare: TypedExpression {
    switch kind {
    case .some(let inner), .unwrap(let inner), .widen(let inner): inner.bare
    default: self
    }
  }

  private var plainField: Int? {
    if case .field(let field, depth: 0) = bare.kind { field } else { nil }
  }

  private var plainConstant: Constant? {
    if case .constant(let value) = bare.kind { value } else { nil }
  }

  private var plainElements: [Constant]? {
    let elements: [TypedExpression]
    switch bare.kind {
    case .list(let listed), .set(let listed): elements = listed
    default: return nil
    }
    let values = elements.compactMap(\.plainConstant)
    return values.count == elements.count ? values : nil
  }
}

/// What a comparison demands of a field.
private enum Demand {
  case oneOf([TypedExpression.Constant])
  case compare(TypedExpression.Comparison, TypedExpression.Constant)

  init(_ comparison: TypedExpression.Comparison, _ value: TypedExpression.Constant) {
    self = comparison == .equal ? .oneOf([value]) : .compare(comparison, value)
  }

  var pattern: TypedPattern {
    switch self {
    case .oneOf(let values): .alternatives(values.map { .equal($0) })
    case .compare(let comparison, let value): .compare(comparison, value)
    }
  }

  /// Whether every value that meets this one meets the other.
  func implies(_ other: Demand) -> Bool {
    switch (self, other) {
    case (.oneOf(let values), .oneOf(let others)): values.allSatisfy(others.contains)
    case (.oneOf(let values), .compare(let comparison, let bound)):
      values.allSatisfy { $0.meets(comparison, bound) == true }
    case (.compare, .oneOf): false
    case (.compare(let first, let a), .compare(let second, let b)):
      first == second && a == b
        || first.isUpper && second.isUpper
          && b.isAtOrAbove(a, strictly: first == .less || second == .lessOrEqual)
        || first.isLower && second.isLower
          && a.isAtOrAbove(b, strictly: first == .greater || second == .greaterOrEqual)
    }
  }

  /// Whether no value meets both.
  func excludes(_ other: Demand) -> Bool {
    switch (self, other) {
    case (.oneOf(let values), .oneOf(let others)): !values.contains(where: others.contains)
    case (.oneOf(let values), .compare(let comparison, let bound)),
      (.compare(let comparison, let bound), .oneOf(let values)):
      values.allSatisfy { $0.meets(comparison, bound) == false }
    case (.compare(let first, let a), .compare(let second, let b)):
      first.isUpper && second.isLower
        && b.isAtOrAbove(a, strictly: first == .less || second == .greater)
        || first.isLower && second.isUpper
          && a.isAtOrAbove(b, strictly: first == .greater || second == .less)
    }
  }
}

extension TypedExpression.Comparison {
  /// The same comparison with its sides exchanged.
  fileprivate var turned: TypedExpression.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  fileprivate var isUpper: Bool { self == .less || self == .lessOrEqual }
  fileprivate var isLower: Bool { self == .greater || self == .greaterOrEqual }
}

extension TypedExpression.Constant {
  /// Nil where it cannot be told.
  fileprivate func meets(
    _ comparison: TypedExpression.Comparison, _ bound: TypedExpression.Constant
  ) -> Bool? {
    if comparison == .equal { return self == bound }
    if comparison == .notEqual { return self != bound }
    // Absence is neither more nor less.
    if self == .none { return false }
    guard let order = order(bound) else { return nil }
    return switch comparison {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  /// Whether a lower bound leaves nothing below an upper bound.
  fileprivate func isAtOrAbove(_ upper: TypedExpression.Constant, strictly: Bool) -> Bool {
    guard let order = order(upper) else { return false }
    return order > 0 || order == 0 && strictly
  }

  private func order(_ other: TypedExpression.Constant) -> Int? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.member(let a), .member(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.decimal(let a), .decimal(let b)): a < b ? -1 : b < a ? 1 : 0
    case (.date(let a), .date(let b)): a < b ? -1 : b < a ? 1 : 0
    default: nil
    }
  }
}
