/// A JSON document as a value. Members keep the order in which they are given, so the same value
/// is always written as the same bytes.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A whole number that fits an `Int`.
  case integer(Int)
  /// Digits that are already a JSON number: an exact decimal, which no binary number can hold.
  case number(String)
  /// A text, without quotes and escapes.
  case string(String)
  case array([JSONValue])
  /// Names with their values, in the order in which they are written.
  case object([Member])

  /// One name with its value. The names of an object should differ; that is the maker's duty.
  public struct Member: Hashable, Sendable {
    /// The name, without quotes and escapes.
    public let name: String
    /// The value that the name stands for.
    public let value: JSONValue

    /// A name with its value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// `.string`, or `.null` for a missing text.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .integer(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
