/// What can be done with values of a type.
extension Type {
  package var isUnknown: Bool { self == .unknown }

  /// A text of a standardised form.
  package var isCode: Bool {
    if case .code = self { true } else { false }
  }

  /// The type without `?`.
  package var unwrapped: Type {
    if case .optional(let inner) = self { inner } else { self }
  }

  package var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// What a query over a list or set goes through.
  package var element: Type? {
    switch self {
    case .list(let element), .set(let element): element
    default: nil
    }
  }

  /// Whether some part of it is not known.
  package var hasUnknown: Bool {
    switch self {
    case .unknown: true
    case .group(let key, let value): key.hasUnknown || value.hasUnknown
    case .list(let inner), .set(let inner), .optional(let inner): inner.hasUnknown
    default: false
    }
  }

  /// Values that are one number, text, day or member: what patterns, keys and columns are made of.
  package var isScalar: Bool {
    switch self {
    case .bool, .integer, .decimal, .percent, .text, .date, .count, .duration, .code,
      .enumeration:
      true
    case .unknown, .record, .row, .group, .list, .set, .optional, .deadline: false
    }
  }

  /// Whether numbers of the type can be added up.
  package var isAdditive: Bool {
    switch self {
    case .integer, .decimal, .percent, .count, .duration: true
    default: false
    }
  }

  /// Whether two values can be tested for equality. Records are compared by their fields, so that
  /// one knows which of them count.
  package var isEquatable: Bool {
    switch self {
    case .list(let element), .set(let element): element.unwrapped.isScalar
    case .optional(let inner): inner.isScalar
    case .deadline: true
    default: isScalar
    }
  }
}
