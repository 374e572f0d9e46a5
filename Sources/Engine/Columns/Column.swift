public import Quantities

/// A column of a table: truth values, dates and enum members are integers.
public enum Column: Sendable {
  case integers(IntegerColumn)
  case decimals(DecimalColumn)
  case texts(TextColumn)
}

/// Columns of equal length: rows of a registry or of a list, in the order of the store.
public struct Table: Sendable {
  public let rowCount: Int
  public let columns: [Column]

  public init(rowCount: Int, columns: [Column]) {
    self.rowCount = rowCount
    self.columns = columns
  }
}

/// Which rows of a column have a value: 1 where there is one.
public final class KnownMask: Sendable {
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Integers in the narrowest width that holds them all; rows without a value hold 0.
public struct IntegerColumn: Sendable {
  public enum Storage: Sendable {
    case bytes([Int8])
    case shorts([Int16])
    case words([Int32])
    case longs([Int64])
  }

  public let storage: Storage
  /// Nil where every row has a value.
  public let known: KnownMask?

  public init(storage: Storage, known: KnownMask?) {
    self.storage = storage
    self.known = known
  }
}

/// Decimals; rows without a value hold 0.
public struct DecimalColumn: Sendable {
  public let values: [Decimal]
  public let known: KnownMask?

  public init(values: [Decimal], known: KnownMask?) {
    self.values = values
    self.known = known
  }
}

/// Texts: codes into a dictionary where values repeat, flat bytes where they do not.
/// Rows without a value hold the empty text.
public struct TextColumn: Sendable {
  public enum Storage: Sendable {
    case dictionary(codes: [UInt32], values: [String])
    /// Row `i` is `bytes[offsets[i]..<offsets[i + 1]]`, UTF-8 in NFC.
    case flat(bytes: [UInt8], offsets: [Int])
  }

  public let storage: Storage
  public let known: KnownMask?

  public init(storage: Storage, known: KnownMask?) {
    self.storage = storage
    self.known = known
  }
}
