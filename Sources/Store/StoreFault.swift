/// Something that is wrong with what is stored.
public enum StoreFault: Hashable, Sendable {
  /// The engine found its own files damaged, in its own words.
  case engine(String)
  /// The rows of a registry cannot be read to their end, for the engine's reason.
  case unreadable(registry: String, reason: String)
  /// Another number of rows is there than was recorded at the import.
  case rowCount(registry: String, recorded: Int, found: Int)
  /// The rows are not those that were imported: their digest is another one.
  case digest(registry: String, recorded: String, found: String)
  /// The keys do not come in ascending order, each once; this one is the first out of its place.
  case keyOrder(registry: String, key: String)
  /// The recorded versions of a registry do not count from 1: this one is missing.
  case versionMissing(registry: String, version: Int)
  /// Something lies in the store that belongs to no registry, in the engine's words.
  case leftover(String)
  /// The events of a stream do not count from 1: this one is missing.
  case eventMissing(stream: String, version: Int)
}
