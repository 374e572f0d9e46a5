import Quantities

/// A row in canonical form, taken apart.
struct CanonicalCells {
  let bytes: [UInt8]
  private let cells: [CanonicalRow.Cell]
  private let keyRange: Range<Int>

  init(_ bytes: [UInt8], _ schema: RegistrySchema) throws(StoreError) {
    var cells: [CanonicalRow.Cell] = []
    cells.reserveCapacity(schema.fields.count)
    var position = 0
    for _ in schema.fields {
      guard let cell = CanonicalRow.next(in: bytes.span, at: &position) else {
        throw .corrupt("\(schema.name): a row that ends early")
      }
      cells.append(cell)
    }
    guard case .text(let range) = cells[schema.key] else {
      throw .corrupt("\(schema.name): a row without a key")
    }
    self.bytes = bytes
    self.cells = cells
    keyRange = range
  }

  var key: ArraySlice<UInt8> { bytes[keyRange] }

  /// Whether two cells of the same kind hold the same.
  func hasSameValue(_ index: Int, as other: CanonicalCells, _ otherIndex: Int) -> Bool {
    switch (cells[index], other.cells[otherIndex]) {
    case (.absent, .absent): true
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): bytes[left].elementsEqual(other.bytes[right])
    default: false
    }
  }

  /// The value for people; nil where there is none.
  func text(_ index: Int, _ kind: FieldKind) -> String? {
    switch cells[index] {
    case .absent: return nil
    case .text(let range):
      let text = String(decoding: bytes[range], as: UTF8.self)
      guard kind == .percent, let ratio = Decimal(text),
        let percent = try? ratio.multiplied(by: Decimal(100))
      else { return text }
      return "\(percent)%"
    case .integer(let value):
      switch kind {
      case .bool: return value == 0 ? "false" : "true"
      case .date: return CivilDate(dayNumber: Int(value)).map { "\($0)" } ?? "\(value)"
      case .enumeration(let members):
        guard let index = Int(exactly: value), members.indices.contains(index) else {
          return "\(value)"
        }
        return members[index]
      default: return "\(value)"
      }
    }
  }
}
