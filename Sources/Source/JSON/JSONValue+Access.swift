extension JSONValue {
  /// The value of a member; nil where there is none, or where this is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a `.string`; nil for any other value.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number of an `.integer`; nil for any other value, a `.number` too.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The value of a `.bool`; nil for any other value.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an `.array`; nil for any other value.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
