import Engine
import Quantities
import Store

/// Collects what one column of a file holds.
struct ColumnSurvey {
  /// Cells without a value.
  var missing = 0
  private let field: FieldSchema
  private let title: String
  private var unreadable = 0
  private var examples: [DataQuality.Example] = []

  /// Nil once there are too many, and for keys.
  private var integers: [Int64: Int]?
  private var decimals: [Decimal: Int]?
  private var texts: (index: TextIndex, counts: [Int])?
  private var integerRange: ClosedRange<Int64>?
  private var decimalRange: ClosedRange<Decimal>?

  init(_ field: FieldSchema, title: String, isKey: Bool) {
    self.field = field
    self.title = title
    if isKey { return }
    switch field.kind {
    case .bool, .integer, .date, .enumeration: integers = [:]
    case .decimal, .percent: decimals = [:]
    case .text, .code: texts = (TextIndex(), [])
    }
  }

  mutating func add(unreadable problem: RowProblem) {
    unreadable += 1
    examples.add(problem)
  }

  /// Adds the cells of further rows; those that could not be read are absent.
  mutating func add(_ column: Column) {
    switch column {
    case .integers(let column): add(column)
    case .decimals(let column): add(column)
    case .texts(let column): add(column)
    }
  }

  private mutating func add(_ column: IntegerColumn) {
    // Equal values stand together more often than not, and a look into a dictionary is dear.
    var last: (value: Int64, count: Int) = (0, 0)
    for row in 0..<column.count {
      guard let value = column.integer(at: row) else { continue }
      if let range = integerRange {
        if value < range.lowerBound { integerRange = value...range.upperBound }
        if value > range.upperBound { integerRange = range.lowerBound...value }
      } else {
        integerRange = value...value
      }
      if last.count > 0, last.value == value {
        last.count += 1
        continue
      }
      count(last)
      last = (value, 1)
    }
    count(last)
  }

  private mutating func count(_ run: (value: Int64, count: Int)) {
    guard run.count > 0, integers != nil else { return }
    integers?[run.value, default: 0] += run.count
    // Members are few by nature, however many there are.
    if case .enumeration = field.kind { return }
    if let found = integers?.count, found > DataQuality.distinctValues { integers = nil }
  }

  private mutating func add(_ column: DecimalColumn) {
    for row in 0..<column.count {
      guard let value = column.decimal(at: row) else { continue }
      if let range = decimalRange {
        if value < range.lowerBound { decimalRange = value...range.upperBound }
        if value > range.upperBound { decimalRange = range.lowerBound...value }
      } else {
        decimalRange = value...value
      }
      guard decimals != nil else { continue }
      decimals?[value, default: 0] += 1
      if let found = decimals?.count, found > DataQuality.distinctValues { decimals = nil }
    }
  }

  private mutating func add(_ column: TextColumn) {
    guard var (index, counts) = texts else { return }
    texts = nil
    var text: [UInt8] = []
    for row in 0..<column.count where column.isKnown(at: row) {
      text.removeAll(keepingCapacity: true)
      column.appendUTF8(at: row, to: &text)
      let number = index.insert(text.span)
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      if counts.count > DataQuality.distinctValues { return }
    }
    texts = (index, counts)
  }

  var quality: DataQuality.Column {
    DataQuality.Column(
      field: field.name, title: title, missing: missing, unreadable: unreadable,
      examples: examples, values: values, range: range)
  }

  private var values: [DataQuality.Frequency]? {
    var found: [DataQuality.Frequency]
    if let integers {
      found = integers.keys.sorted().map {
        DataQuality.Frequency(value: field.kind.text(of: $0), count: integers[$0] ?? 0)
      }
    } else if let decimals {
      found = decimals.keys.sorted().map {
        DataQuality.Frequency(value: field.kind.text(of: $0), count: decimals[$0] ?? 0)
      }
    } else if let texts {
      found = texts.counts.indices.map {
        DataQuality.Frequency(value: texts.index[$0], count: texts.counts[$0])
      }
      found.sort { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    } else {
      return nil
    }
    // Equal numbers stay in the order of the values.
    return found.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  private var range: DataQuality.ClosedRangeText? {
    switch field.kind {
    case .integer, .date:
      integerRange.map {
        DataQuality.ClosedRangeText(
          smallest: field.kind.text(of: $0.lowerBound), greatest: field.kind.text(of: $0.upperBound)
        )
      }
    case .decimal, .percent:
      decimalRange.map {
        DataQuality.ClosedRangeText(
          smallest: field.kind.text(of: $0.lowerBound), greatest: field.kind.text(of: $0.upperBound)
        )
      }
    case .bool, .text, .code, .enumeration: nil
    }
  }
}

extension FieldKind {
  /// A value of the kind for people.
  func text(of value: Int64) -> String {
    switch self {
    case .bool: value == 0 ? "false" : "true"
    case .date: CivilDate(dayNumber: Int(value))?.description ?? String(value)
    case .enumeration(let members):
      members.indices.contains(Int(value)) ? members[Int(value)] : String(value)
    case .integer, .decimal, .percent, .text, .code: String(value)
    }
  }

  /// A value of the kind for people.
  func text(of value: Decimal) -> String {
    guard self == .percent, let hundredfold = try? value.multiplied(by: 100) else {
      return value.description
    }
    return hundredfold.description + "%"
  }
}
