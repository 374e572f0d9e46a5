import Quantities
import Semantics
import Source

/// A value of the reference evaluator: each in a box of its own, no columns, no cleverness.
indirect enum Boxed: Equatable {
  case bool(Bool)
  /// An integer, a counted number or a duration.
  case integer(Int64)
  case decimal(Decimal)
  case text(String)
  case date(CivilDate)
  case member(Int)
  case none
  /// A record, or a row of a registry.
  case record([Boxed])
  case group(Boxed, Boxed)
  case list([Boxed])
  case set([Boxed])

  init(_ constant: TypedExpression.Constant) {
    self =
      switch constant {
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .decimal(let value): .decimal(value)
      case .text(let value): .text(value)
      case .date(let value): .date(value)
      case .member(let value): .member(value)
      case .none: .none
      }
  }

  /// Negative, zero or positive: the order of plain values of one type; absence comes last.
  static func order(_ a: Boxed, _ b: Boxed) -> Int {
    switch (a, b) {
    case (.none, .none): 0
    case (.none, _): 1
    case (_, .none): -1
    case (.bool(let a), .bool(let b)): a == b ? 0 : a ? 1 : -1
    case (.integer(let a), .integer(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.decimal(let a), .decimal(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.date(let a), .date(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.member(let a), .member(let b)): a < b ? -1 : a > b ? 1 : 0
    case (.text(let a), .text(let b)): orderOfTexts(Array(a.utf8), Array(b.utf8))
    default: 0
    }
  }

  /// By bytes of UTF-8, which is by code point.
  static func orderOfTexts(_ a: [UInt8], _ b: [UInt8]) -> Int {
    for (x, y) in zip(a, b) where x != y { return x < y ? -1 : 1 }
    return a.count < b.count ? -1 : a.count > b.count ? 1 : 0
  }

  /// Equality of values, texts by their bytes.
  static func same(_ a: Boxed, _ b: Boxed) -> Bool {
    switch (a, b) {
    case (.list(let a), .list(let b)), (.set(let a), .set(let b)), (.record(let a), .record(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    case (.group(let aKey, let aValue), .group(let bKey, let bValue)):
      return same(aKey, bKey) && same(aValue, bValue)
    default: return order(a, b) == 0 && (a == .none) == (b == .none)
    }
  }
}

/// Why the reference evaluator has no value.
struct ReferenceFault: Error, Equatable {
  enum Kind: Equatable {
    case overflow, divisionByZero, inexactDivision, dateOutOfRange, placesOutOfRange,
      outsideCalendar
    case noAsOfDate
    case drawOutsidePeriod, drawBetweenRounds, emptySeed, lineFeedInSeed
    /// The populations cannot meet the plan's quantities.
    case quantities
    /// The plan cannot be drawn under these circumstances.
    case unresolved(DiagnosticCode)
    /// What no checked program should do.
    case broken(String)
  }

  let kind: Kind
  let span: SpanOrNowhere

  init(_ kind: Kind, _ span: SpanOrNowhere) {
    self.kind = kind
    self.span = span
  }
}
