package import Quantities
package import Source

/// An expression whose names are resolved and whose types have been checked.
package struct TypedExpression: Sendable {
  package let kind: Kind
  package let type: Type
  package let span: Span

  package init(_ kind: Kind, _ type: Type, _ span: Span) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  /// A value known without running anything.
  package enum Constant: Hashable, Sendable {
    case bool(Bool)
    /// An integer, a counted number or a duration, by the expression's type.
    case integer(Int64)
    /// A decimal or a percentage (as a ratio).
    case decimal(Decimal)
    case text(String)
    case date(CivilDate)
    /// The position of a member in its enumeration.
    case member(Int)
    /// Absence, of an optional type.
    case none
  }

  package enum Arithmetic: Hashable, Sendable {
    case add, subtract, multiply
    /// Exact; an inexact quotient is an error unless it stands directly inside a rounding builtin.
    case divide
  }

  package enum Comparison: Hashable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  package indirect enum Kind: Sendable {
    case constant(Constant)
    case local(LocalID)
    case globalConstant(ConstantID)
    /// A field of the current row of a registry, or of the current record of a list.
    /// `depth` counts enclosing queries outwards: 0 is the innermost.
    case field(Int, depth: Int)
    /// The current element of a list of plain values.
    case element(depth: Int)
    case asOf
    /// A field of a record, row or group value. A group has `键` as 0 and `值` as 1.
    case member(TypedExpression, field: Int)
    case negate(TypedExpression)
    case not(TypedExpression)
    case and(TypedExpression, TypedExpression)
    case or(TypedExpression, TypedExpression)
    /// Both sides have been converted to one numeric type beforehand, except that a date may meet
    /// a duration, and a number or count may be multiplied by a percentage.
    case arithmetic(Arithmetic, TypedExpression, TypedExpression)
    /// Both sides have one type. Optional sides are allowed for equal and notEqual only.
    case compare(Comparison, TypedExpression, TypedExpression)
    /// An integer where a decimal is wanted.
    case widen(TypedExpression)
    /// `T` where `T?` is wanted.
    case some(TypedExpression)
    /// An optional known to be there: narrowed by a condition.
    case unwrap(TypedExpression)
    case isNone(TypedExpression)
    /// `a ?? b`
    case coalesce(TypedExpression, TypedExpression)
    case conditional(TypedExpression, then: TypedExpression, otherwise: TypedExpression)
    /// The first arm whose patterns all hold; checked to be exhaustive.
    case match(subjects: [TypedExpression], arms: [TypedArm])
    case call(FunctionID, [TypedExpression])
    case tableCall(TableID, [TypedExpression])
    case builtin(Builtin, [TypedExpression])
    /// What a working-day calendar answers: dates, and working days as an integer.
    case calendar(CalendarQuestion, CalendarID, [TypedExpression])
    case deadline(DeadlineOperation, [TypedExpression])
    /// A function that the embedding program provides.
    case hostCall(HostFunctionID, [TypedExpression])
    case makeRecord(RecordID, [TypedExpression])
    case list([TypedExpression])
    case set([TypedExpression])
    /// Element, then list or set.
    case contains(TypedExpression, in: TypedExpression)
    /// All rows of a registry.
    case registry(RegistryID)
    case query(source: TypedExpression, steps: [TypedStep])
    /// The rows drawn by a plan on a date with a seed.
    case draw(PlanID, TypedDraw)
  }
}

package struct TypedArm: Sendable {
  package let patterns: [TypedPattern]
  package let result: TypedExpression

  package init(patterns: [TypedPattern], result: TypedExpression) {
    self.patterns = patterns
    self.result = result
  }
}

/// A pattern against a subject of a known type. Numbers have been converted to the subject's type.
package indirect enum TypedPattern: Sendable {
  case any
  case none
  /// Not absent and equal.
  case equal(TypedExpression.Constant)
  /// Not absent and so compared; both ends of a range are included.
  case compare(TypedExpression.Comparison, TypedExpression.Constant)
  case range(TypedExpression.Constant, TypedExpression.Constant)
  case alternatives([TypedPattern])
  /// Holds exactly where the other does not.
  case not(TypedPattern)
}

/// A step of a query; each sees the current row or element at depth 0.
package struct TypedStep: Sendable {
  package enum Kind: Sendable {
    case `where`(TypedExpression)
    case count
    case sum(TypedExpression)
    case minimum(TypedExpression)
    case maximum(TypedExpression)
    case average(TypedExpression)
    case groupBy(TypedExpression)
    case sortBy(TypedExpression, descending: Bool)
    /// Not a function of the row.
    case first(TypedExpression)
    /// By the whole element, or by a value of it: the first element of each value stays.
    case distinct(TypedExpression?)
    case any(TypedExpression)
    case all(TypedExpression)
  }

  package let kind: Kind
  /// The type of the whole query up to and including this step.
  package let type: Type
  package let span: Span

  package init(_ kind: Kind, type: Type, span: Span) {
    self.kind = kind
    self.type = type
    self.span = span
  }
}

/// A function that is part of the language. MessageArgument types are in `BuiltinTable`.
package enum Builtin: Hashable, Sendable, CaseIterable {
  case yearOf, monthOf, dayOf
  /// Natural days from the first date to the second.
  case daysBetween
  /// A date and natural days.
  case addDays
  /// A date and months; the last day of the month where the day does not exist.
  case addMonths
  /// A decimal and a number of places; a division directly inside is rounded once.
  case roundUp, roundDown, roundHalfUp
  case absolute
  /// Of a text, in Unicode scalars.
  case length
  case contains, startsWith, endsWith
  /// The division above a division; absent for a province.
  case parentDivision
  /// Whether a division lies in another or is the same.
  case withinDivision
}
