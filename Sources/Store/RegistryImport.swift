public import Engine

/// What becomes of the rows that a registry has already.
public enum RegistryImportMode: Hashable, Sendable {
  /// They go: the new version has the imported rows only, and may have another schema.
  case replace
  /// They stay, unless an imported row has their key; then that row takes their place. The schema
  /// must be the newest version's. For a registry that was never imported the same as `replace`.
  case merge
}

/// A registry being written, in one transaction.
public protocol RegistryImport: AnyObject {
  /// Adds rows with a column for each field of the schema. Rows whose key came before in this import
  /// are left out; their positions in the batch are returned, ascending.
  func append(_ rows: Table) throws(StoreError) -> [Int]

  /// What a commit would change, compared with the registry's newest version; more rows may be
  /// appended afterwards. With `cancel` this is a dry run.
  ///
  /// - Parameters:
  ///   - limit: how many rows are told one by one.
  ///   - meter: is charged a step for each stored row, and asked whether to go on.
  func difference(limit: Int, meter: Meter) throws(StoreError) -> RegistryDifference

  /// Makes the rows part of the registry's newest version. A merge goes into the version that is
  /// the newest now, so it is refused with `.schemaMismatch` if another import changed the schema.
  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion

  /// Gives up; the store is as it was before `beginImport`.
  func cancel()
}

extension RegistryImport {
  /// What a commit would change, with the first `limit` rows that differ.
  public func difference(limit: Int) throws(StoreError) -> RegistryDifference {
    try difference(limit: limit, meter: Meter())
  }
}
