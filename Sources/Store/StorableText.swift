/// What every store takes as a name or a text, so that none refuses what another takes.
extension String {
  /// Whether the character U+0000 is in it, for which PostgreSQL has no place.
  package var hasNull: Bool { utf8.contains(0) }

  /// Names by which a store looks things up stand in indices, which bound their length.
  fileprivate static let longestName = 2_000

  fileprivate func checkName(of what: String) throws(StoreError) {
    try checkText(of: what)
    guard utf8.count <= String.longestName else {
      throw .nameTooLong(self, most: String.longestName)
    }
  }

  fileprivate func checkText(of what: String) throws(StoreError) {
    if hasNull { throw .invalidRows("a text of a \(what) has the character U+0000") }
  }
}

extension RegistrySchema {
  /// Refuses names with U+0000, and a name of the registry of more than 2,000 bytes. Every store asks
  /// this before an import begins.
  public func checkNames() throws(StoreError) {
    try name.checkName(of: "registry")
    for field in fields {
      try field.name.checkText(of: "field")
      guard case .enumeration(let members) = field.kind else { continue }
      for member in members { try member.checkText(of: "member") }
    }
  }
}

extension ImportOrigin {
  /// Refuses texts with U+0000. Every store asks this before it commits.
  public func check() throws(StoreError) {
    for text in [name, fileDigest, importedBy, importedAt] { try text?.checkText(of: "origin") }
  }
}

extension StoredEvent {
  /// Refuses a stream or kind with U+0000, and a stream whose name has more than 2,000 bytes. Every
  /// store asks this before it appends.
  public func check() throws(StoreError) {
    try stream.checkName(of: "stream")
    try kind.checkText(of: "kind")
  }
}
