/// A committed state of a registry.
public struct RegistryVersion: Hashable, Sendable {
  /// The shape that the rows have; later imports may have another.
  public let schema: RegistrySchema
  /// 1 for the first import, then counting.
  public let version: Int
  /// How many rows the registry has.
  public let rowCount: Int
  /// SHA-256 of the rows in canonical form (see `ContentDigest`), lowercase hex.
  public let digest: String
  /// Where the rows came from.
  public let origin: ImportOrigin

  /// For stores, which answer with it.
  public init(
    schema: RegistrySchema, version: Int, rowCount: Int, digest: String, origin: ImportOrigin
  ) {
    self.schema = schema
    self.version = version
    self.rowCount = rowCount
    self.digest = digest
    self.origin = origin
  }
}
