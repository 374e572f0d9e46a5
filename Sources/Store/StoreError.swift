public import Engine

/// What can go wrong in a store. The text is the engine's own, for people.
public enum StoreError: Error, Hashable, Sendable {
  /// Cannot be opened or reached: a folder in place of a file, no server, not a database.
  case unavailable(String)
  /// The user of the store may not do this, or is not known to it.
  case forbidden(String)
  /// Busy for longer than the store waits.
  case busy(String)
  /// The connection or the server went away in the middle; nothing of an unfinished transaction is
  /// visible, and the same may be tried again.
  case interrupted(String)
  /// No room left, or another failure to write; nothing of the transaction is visible.
  case cannotWrite(String)
  /// What is stored breaks the store's own rules.
  case corrupt(String)
  /// Written by a newer version of the program.
  case newerFormat(found: Int, known: Int)
  /// No registry of this name was ever imported.
  case noSuchRegistry(String)
  /// Rows were to be merged into a registry whose rows have another shape.
  case schemaMismatch(stored: RegistrySchema, given: RegistrySchema)
  /// Rows that do not fit the schema they were announced with, a call on an import that has ended,
  /// a field or a filter that the registry does not have, a name or text with U+0000: a mistake of the
  /// calling program.
  case invalidRows(String)
  /// A registry or stream whose name has more bytes than a store's index holds; the name is given.
  case nameTooLong(String, most: Int)
  /// The stream has another number of events than the writer expected: someone else wrote first.
  case versionConflict(stream: String, expected: Int, found: Int)
  /// The body of a scan asked to stop with this limit, or the meter of a long call did.
  case limit(LimitReached)
  /// The engine needs a library that this machine lacks; its file name is given.
  case missingLibrary(String)
  /// The address of the store holds a password, which other users of the machine could read.
  case passwordInAddress
  /// The connection broke off, or the disk failed, while a write was confirmed; whether it took effect
  /// is not known.
  case outcomeUnknown(String)

  /// See `Engine.LimitExceeded`.
  public typealias LimitReached = LimitExceeded
}
