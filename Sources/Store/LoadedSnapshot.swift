package import Engine

/// A snapshot whose rows are in memory as columns already, so that there is nothing to wait for, and
/// nothing gained by taking them in parts.
package protocol LoadedSnapshot: StoreSnapshot {
  /// All rows of a registry, in the order of their keys, with a column for each of `fields`.
  func rows(of registry: String, fields: [Int]) throws(StoreError) -> Table
}
