/// What a field of a registry holds.
public enum FieldKind: Hashable, Sendable {
  case bool
  /// Integers, counts and durations.
  case integer
  case decimal
  /// A ratio: 5 % is stored as 0.05.
  case percent
  case text
  /// A unified social credit code (GB 32100-2015).
  case uniformCode
  case date
  /// Stored as the position of the member.
  case enumeration(members: [String])
}

public struct FieldSchema: Hashable, Sendable {
  public let name: String
  public let kind: FieldKind
  public let isOptional: Bool

  public init(name: String, kind: FieldKind, isOptional: Bool) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
  }
}

/// The shape of a registry, as a store keeps it.
public struct RegistrySchema: Hashable, Sendable {
  public let name: String
  /// Index of the key among the fields; the key is a text or a uniform code and never absent.
  public let key: Int
  public let fields: [FieldSchema]

  public init(name: String, key: Int, fields: [FieldSchema]) {
    self.name = name
    self.key = key
    self.fields = fields
  }
}
