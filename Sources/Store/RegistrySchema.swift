public import Quantities

/// What a field of a registry holds.
public enum FieldKind: Hashable, Sendable {
  /// True or false, stored as 1 or 0.
  case bool
  /// Integers, counts and durations.
  case integer
  /// An exact decimal of up to 38 digits.
  case decimal
  /// A ratio: 5 % is stored as 0.05.
  case percent
  /// Text in NFC.
  case text
  /// A text of a standardised form, such as a unified social credit code (GB 32100-2015).
  case code(CodeKind)
  /// A day, stored as its number since 1970-01-01.
  case date
  /// Stored as the position of the member.
  case enumeration(members: [String])
}

/// A field of a registry.
public struct FieldSchema: Hashable, Sendable {
  /// The field's name in the script.
  public let name: String
  /// What the field holds.
  public let kind: FieldKind
  /// Whether rows may have no value here.
  public let isOptional: Bool

  /// A field of a registry.
  public init(name: String, kind: FieldKind, isOptional: Bool) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
  }
}

/// The shape of a registry, as a store keeps it.
public struct RegistrySchema: Hashable, Sendable {
  /// The registry's name in the script; a store keeps one registry of a name.
  public let name: String
  /// Index of the key among the fields; the key is a text or a code and never absent.
  public let key: Int
  /// The fields in the order of the script; tables of whole rows have their columns in this order.
  public let fields: [FieldSchema]

  /// The caller sees to it that `key` is the index of a field that may be a key.
  public init(name: String, key: Int, fields: [FieldSchema]) {
    self.name = name
    self.key = key
    self.fields = fields
  }
}
