public import Quantities

/// Where rows came from, and who brought them.
public struct ImportOrigin: Hashable, Sendable {
  /// The file's name without folders, or what the embedding program calls its data.
  public let name: String
  /// SHA-256 of the file's bytes in lowercase hex, where there was a file.
  public let fileDigest: String?
  /// The day that the rows show, where it was stated.
  public let asAt: CivilDate?
  /// Who imported the rows, in the surface's words.
  public let importedBy: String?
  /// When: UTC in ISO 8601 to the second, `2026-03-01T08:30:00Z`. The surface states it; no store
  /// looks at a clock.
  public let importedAt: String?

  /// A name, and the digest of the file if there was one.
  public init(
    name: String, fileDigest: String?, asAt: CivilDate? = nil, importedBy: String? = nil,
    importedAt: String? = nil
  ) {
    self.name = name
    self.fileDigest = fileDigest
    self.asAt = asAt
    self.importedBy = importedBy
    self.importedAt = importedAt
  }
}

extension ImportOrigin {
  /// The day as `yyyy-mm-dd`, for stores that keep texts.
  public var asAtText: String? { asAt?.description }

  /// With the day as a store keeps it; a text that is no day is none.
  public init(
    name: String, fileDigest: String?, asAtText: String?, importedBy: String?, importedAt: String?
  ) {
    self.init(
      name: name, fileDigest: fileDigest, asAt: asAtText.flatMap { CivilDate($0) },
      importedBy: importedBy, importedAt: importedAt)
  }
}
