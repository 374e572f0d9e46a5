/// Collects texts as codes into a dictionary; as flat bytes once there are more than 65,536 distinct
/// ones or hardly any of some thousands repeats, or if in the end fewer than half of the rows repeat.
/// Texts must be UTF-8 in NFC.
public struct TextColumnBuilder: Sendable {
  /// More distinct texts than this are stored flat.
  static let mostDistinct = 65_536
  /// Rows after which it is asked whether texts repeat: looking each up costs more than all else.
  static let trial = 16_384

  private var index = TextIndex()
  private var codes: [UInt32] = []
  /// In use once `isFlat`; `offsets` then has one entry more than there are rows.
  private var bytes: [UInt8] = []
  private var offsets: [Int] = []
  private var isFlat = false
  private var known = KnownBuilder()

  /// A builder without rows.
  public init() {}

  /// How many rows were appended so far.
  public var count: Int { known.count }

  /// Makes room for the codes of `rows` rows in all; the texts themselves take more.
  public mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  /// Adds a row with a text, which must be in NFC.
  public mutating func append(_ text: String) { append(utf8: text.utf8.span) }

  /// Adds a row with a text, given as UTF-8 in NFC; nothing is checked.
  public mutating func append(utf8 text: Span<UInt8>) {
    add(text)
    known.appendKnown()
  }

  /// Adds a row with a text, given as UTF-8 in NFC; nothing is checked.
  public mutating func append(utf8 text: ArraySlice<UInt8>) { append(utf8: text.span) }

  /// Adds a row without a text.
  public mutating func appendMissing() {
    add("".utf8.span)
    known.appendMissing()
  }

  /// Adds a row; nil is a row without a text.
  public mutating func append(_ text: String?) {
    if let text { append(text) } else { appendMissing() }
  }

  /// Adds all rows of a column.
  public mutating func append(contentsOf column: TextColumn) {
    switch column.storage {
    case .dictionary(let added, let values) where !isFlat:
      appendCoded(added, values)
    case .dictionary(let added, let values):
      for code in added { add(values[Int(code)].utf8.span) }
    case .flat(let added, let ends) where isFlat:
      let shift = bytes.count - (ends.first ?? 0)
      bytes.append(contentsOf: added[(ends.first ?? 0)..<(ends.last ?? 0)])
      offsets.append(contentsOf: ends.dropFirst().lazy.map { $0 + shift })
    case .flat(let added, let ends):
      for row in 0..<column.count { add(added.span.extracting(ends[row]..<ends[row + 1])) }
    }
    known.append(contentsOf: column.known, count: column.count)
  }

  /// The column of everything appended so far.
  public func finish() -> TextColumn {
    if isFlat {
      return TextColumn(storage: .flat(bytes: bytes, offsets: offsets), known: known.finish())
    }
    if codes.count > 1_024, index.count * 2 > codes.count {
      var flat = self
      flat.flatten()
      return flat.finish()
    }
    let values = (0..<index.count).map { index[$0] }
    return TextColumn(storage: .dictionary(codes: codes, values: values), known: known.finish())
  }

  private mutating func add(_ text: Span<UInt8>) {
    if isFlat {
      unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      offsets.append(bytes.count)
      return
    }
    codes.append(UInt32(truncatingIfNeeded: index.insert(text)))
    if codes.count.isMultiple(of: Self.trial) { flattenIfDistinct() }
  }

  /// What repeats less than once in eight times is not worth a dictionary. Forty thousand towns in any
  /// order repeat more often.
  private mutating func flattenIfDistinct() {
    if index.count > Self.mostDistinct || index.count * 8 > codes.count * 7 { flatten() }
  }

  /// Looks each distinct text up once; `.max` marks those not met yet.
  private mutating func appendCoded(_ added: [UInt32], _ values: [String]) {
    var translated = Array(repeating: UInt32.max, count: values.count)
    for code in added {
      if translated[Int(code)] == .max {
        translated[Int(code)] = UInt32(truncatingIfNeeded: index.insert(values[Int(code)]))
      }
      codes.append(translated[Int(code)])
    }
    if codes.count >= Self.trial { flattenIfDistinct() }
  }

  private mutating func flatten() {
    isFlat = true
    offsets = [0]
    offsets.reserveCapacity(codes.count + 1)
    for code in codes {
      let start = index.offsets[Int(code)]
      bytes.append(contentsOf: index.bytes[start..<index.offsets[Int(code) + 1]])
      offsets.append(bytes.count)
    }
    codes = []
    index = TextIndex()
  }
}
