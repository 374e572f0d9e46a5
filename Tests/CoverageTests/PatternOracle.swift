import Quantities
import TestSupport

@testable import Semantics

/// Values of a column and what patterns mean for them, said as directly as possible: the analysis
/// must agree with it on every point.
struct PatternOracle {
  /// The values tried: on either side of everything that the patterns mention.
  let values: [TypedExpression.Constant]

  static func holds(_ pattern: TypedPattern, _ value: TypedExpression.Constant) -> Bool {
    switch pattern {
    case .any: return true
    case .none: return value == .none
    case .equal(let other): return value == other
    case .compare(let comparison, let other):
      guard value != .none else { return false }
      switch comparison {
      case .equal: return value == other
      case .notEqual: return value != other
      case .less: return less(value, other)
      case .lessOrEqual: return !less(other, value)
      case .greater: return less(other, value)
      case .greaterOrEqual: return !less(value, other)
      }
    case .range(let low, let high):
      return value != .none && !less(value, low) && !less(high, value)
    case .alternatives(let patterns): return patterns.contains { holds($0, value) }
    case .not(let pattern): return !holds(pattern, value)
    }
  }

  private static func less(
    _ left: TypedExpression.Constant, _ right: TypedExpression.Constant
  ) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right
    case (.decimal(let left), .decimal(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.member(let left), .member(let right)): left < right
    default: false
    }
  }
}

/// A column with random patterns.
struct RandomColumn {
  enum Kind: CaseIterable { case bool, member, integer, decimal, text, date }

  let kind: Kind
  let isOptional: Bool

  init(_ random: inout SplitMix64) {
    kind = Kind.allCases.randomElement(using: &random) ?? .bool
    isOptional = Int.random(in: 0..<3, using: &random) == 0
  }

  var type: Type {
    let type: Type =
      switch kind {
      case .bool: .bool
      case .member: .enumeration(EnumerationID(0))
      case .integer: .integer
      case .decimal: .decimal
      case .text: .text
      case .date: .date
      }
    return isOptional ? .optional(type) : type
  }

  /// Constants in patterns are 0…2; values tried lie on and between and outside them.
  var values: [TypedExpression.Constant] {
    let present: [TypedExpression.Constant] =
      switch kind {
      case .bool: [.bool(false), .bool(true)]
      case .member: (0..<3).map { .member($0) }
      case .integer: ([.min] + Array(-1...3) + [.max]).map { .integer($0) }
      case .decimal: (-1...5).compactMap { Self.half($0).map { .decimal($0) } }
      case .text: ["t0", "t1", "t2", "x"].map { .text($0) }
      case .date:
        [-719_162, -1, 0, 1, 2, 3, 2_932_896].compactMap {
          CivilDate(dayNumber: $0).map { .date($0) }
        }
      }
    return isOptional ? present + [.none] : present
  }

  private static func half(_ halves: Int128) -> Decimal? {
    Decimal(coefficient: halves * 5, places: 1)
  }

  private func constant(_ random: inout SplitMix64) -> TypedExpression.Constant {
    let number = Int.random(in: 0..<3, using: &random)
    return switch kind {
    case .bool: .bool(number == 0)
    case .member: .member(number)
    case .integer: .integer(Int64(number))
    case .decimal: .decimal(Decimal(Int64(number)))
    case .text: .text("t\(number)")
    case .date: CivilDate(dayNumber: number).map { .date($0) } ?? .none
    }
  }

  func pattern(_ random: inout SplitMix64, depth: Int = 2) -> TypedPattern {
    let comparisons: [TypedExpression.Comparison] =
      kind == .bool || kind == .text
      ? [.equal, .notEqual] : [.less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual]
    switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &random) {
    case 0, 1: return .any
    case 2: return isOptional ? .none : .equal(constant(&random))
    case 3: return .equal(constant(&random))
    case 4, 5:
      return .compare(comparisons.randomElement(using: &random) ?? .equal, constant(&random))
    case 6:
      guard kind != .bool, kind != .text else { return .equal(constant(&random)) }
      return .range(constant(&random), constant(&random))
    case 7:
      let count = Int.random(in: 2...3, using: &random)
      return .alternatives((0..<count).map { _ in pattern(&random, depth: depth - 1) })
    default: return .not(pattern(&random, depth: depth - 1))
    }
  }
}
