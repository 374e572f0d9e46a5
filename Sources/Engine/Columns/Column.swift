public import Quantities

/// A column of a table: truth values, dates and enum members are integers.
public enum Column: Sendable {
  /// Integers, counts, durations, day numbers of dates, truth values (0 and 1) and positions of enum
  /// members.
  case integers(IntegerColumn)
  /// Decimals, and percents as ratios: 5 % is 0.05.
  case decimals(DecimalColumn)
  /// Texts and uniform codes.
  case texts(TextColumn)
}

/// Columns of equal length: rows of a registry or of a list, in the order of the store.
public struct Table: Sendable {
  /// How many rows each column has; kept because a table may have no column.
  public let rowCount: Int
  /// The columns; expressions name them by their index.
  public let columns: [Column]

  /// The caller sees to it that every column has `rowCount` rows; nothing is checked.
  public init(rowCount: Int, columns: [Column]) {
    self.rowCount = rowCount
    self.columns = columns
  }
}

/// Which rows of a column have a value: 1 where there is one.
public final class KnownMask: Sendable {
  /// One byte for each row of the column: 1 where it has a value, else 0.
  public let bytes: [UInt8]

  /// A mask of bytes that are 0 or 1, one for each row.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Integers in the narrowest width that holds them all; rows without a value hold 0.
public struct IntegerColumn: Sendable {
  /// The values, one for each row, all in one width.
  public enum Storage: Sendable {
    case bytes([Int8])
    case shorts([Int16])
    case words([Int32])
    case longs([Int64])
  }

  /// The values; 0 where `known` says that there is none.
  public let storage: Storage
  /// Nil where every row has a value.
  public let known: KnownMask?

  /// Takes values as they are stored: rows that the mask leaves out must hold 0. The
  /// mask, if any, has a byte for each row.
  public init(storage: Storage, known: KnownMask?) {
    self.storage = storage
    self.known = known
  }
}

/// Decimals; rows without a value hold 0.
public struct DecimalColumn: Sendable {
  /// The values, one for each row; 0 where `known` says that there is none.
  public let values: [Decimal]
  /// Nil where every row has a value.
  public let known: KnownMask?

  /// Rows that the mask leaves out must hold 0. The mask, if any, has a byte for each row.
  public init(values: [Decimal], known: KnownMask?) {
    self.values = values
    self.known = known
  }
}

/// Texts: codes into a dictionary where values repeat, flat bytes where they do not.
/// Rows without a value hold the empty text.
public struct TextColumn: Sendable {
  /// How the texts are kept.
  public enum Storage: Sendable {
    /// Row `i` is `values[codes[i]]`; the values are in NFC.
    case dictionary(codes: [UInt32], values: [String])
    /// Row `i` is `bytes[offsets[i]..<offsets[i + 1]]`, UTF-8 in NFC.
    case flat(bytes: [UInt8], offsets: [Int])
  }

  /// The texts; empty where `known` says that there is none.
  public let storage: Storage
  /// Nil where every row has a value.
  public let known: KnownMask?

  /// Takes texts as they are stored: rows that the mask leaves out must hold the empty
  /// text. The mask, if any, has a byte for each row.
  public init(storage: Storage, known: KnownMask?) {
    self.storage = storage
    self.known = known
  }
}
