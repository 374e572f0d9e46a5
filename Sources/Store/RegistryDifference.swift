/// What an import changes in a registry. Rows are the same by their key; where the two schemas differ
/// only the fields that both have, by name, are compared.
public struct RegistryDifference: Hashable, Sendable {
  /// Rows whose key is new.
  public package(set) var added = 0
  /// Rows whose key was there, with a value that differs.
  public package(set) var changed = 0
  /// Imported rows that are there already, value for value.
  public package(set) var unchanged = 0
  /// Rows that go, because the import has no row of their key; a merge removes none.
  public package(set) var removed = 0
  /// In how many changed rows each field differs: only those that do, in the order of the schema.
  public package(set) var changedFields: [ChangedField] = []
  /// The first rows that differ, in ascending order of their keys' bytes.
  public package(set) var first: [ChangedRow] = []
  /// Fields that the registry did not have.
  public package(set) var addedFields: [String] = []
  /// Fields that the registry will no longer have.
  public package(set) var removedFields: [String] = []

  /// No difference.
  public init() {}

  /// Whether a commit would leave the registry's rows and fields as they are.
  public var isEmpty: Bool {
    added == 0 && changed == 0 && removed == 0 && addedFields.isEmpty && removedFields.isEmpty
  }
}

/// A field that differs in some rows.
public struct ChangedField: Hashable, Sendable {
  /// The field's name.
  public let name: String
  /// In how many rows it differs.
  public let rowCount: Int

  /// A field and in how many rows it differs.
  public init(name: String, rowCount: Int) {
    self.name = name
    self.rowCount = rowCount
  }
}

/// A row that differs.
public struct ChangedRow: Hashable, Sendable {
  /// How a row differs.
  public enum Change: Hashable, Sendable {
    case added
    case removed
    case changed([ChangedValue])
  }

  /// The row's key.
  public let key: String
  /// How it differs.
  public let change: Change

  /// A row and how it differs.
  public init(key: String, change: Change) {
    self.key = key
    self.change = change
  }
}

/// A value that differs, as text: days as `yyyy-mm-dd`, percents as `5%`, members by their names,
/// truth values as `true` and `false`. Nil where there is no value.
public struct ChangedValue: Hashable, Sendable {
  /// The field's name.
  public let field: String
  /// What is stored.
  public let old: String?
  /// What is imported.
  public let new: String?

  /// A field with what is stored and what is imported.
  public init(field: String, old: String?, new: String?) {
    self.field = field
    self.old = old
    self.new = new
  }
}
