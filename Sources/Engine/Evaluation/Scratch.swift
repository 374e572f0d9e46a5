import Quantities

/// What the evaluation of one chunk keeps besides its result: bound slots, the first fault, and
/// buffers for operands. These are on the heap and used again and again, so that a level of nesting
/// costs little stack: worker threads have as little as 512 KB.
struct Scratch: ~Copyable {
  /// A slot's number and its values for the rows of the chunk.
  enum Bound {
    case condition(Int, [UInt8])
    case integer(Int, [Int64])
    case decimal(Int, [Decimal])
    case text(Int, [String])
  }

  /// The most rows a chunk has: past it, buffers of eight bytes a row leave the first-level cache.
  static let chunkSize = 1_024

  /// How many rows a buffer has room for.
  let capacity: Int
  /// Whether operations that may fault look at which rows ask for them.
  var isCareful = false
  /// Which rows ask for what is being evaluated, if not all; kept only when careful.
  private(set) var asking: [UInt8]?
  /// The first operation without a value. It certainly has none if careful or in a chunk of one row;
  /// else it may belong to a row that never asks for it.
  private(set) var fault: (kind: Fault.Kind, site: Site)?
  private var bound: [Bound] = []
  private var masks: [[UInt8]] = []
  private var integers: [[Int64]] = []
  private var decimals: [[Decimal]] = []
  private var texts: [[String]] = []

  init(capacity: Int) { self.capacity = capacity }

  mutating func report(_ kind: Fault.Kind, _ site: Site) {
    if fault == nil { fault = (kind, site) }
  }

  mutating func clearFault() { fault = nil }
}

// MARK: Buffers

extension Scratch {
  mutating func takeMask() -> [UInt8] { masks.popLast() ?? Array(repeating: 0, count: capacity) }
  mutating func takeIntegers() -> [Int64] {
    integers.popLast() ?? Array(repeating: 0, count: capacity)
  }
  mutating func takeDecimals() -> [Decimal] {
    decimals.popLast() ?? Array(repeating: .zero, count: capacity)
  }
  mutating func takeTexts() -> [String] { texts.popLast() ?? Array(repeating: "", count: capacity) }

  mutating func give(_ buffer: consuming [UInt8]) { masks.append(buffer) }
  mutating func give(_ buffer: consuming [Int64]) { integers.append(buffer) }
  mutating func give(_ buffer: consuming [Decimal]) { decimals.append(buffer) }
  mutating func give(_ buffer: consuming [String]) { texts.append(buffer) }
}

// MARK: Care

extension Scratch {
  /// Lets only those rows ask where `mask` is `wanted`, until the result is handed to `restore`.
  mutating func narrow(_ count: Int, to mask: [UInt8], being wanted: UInt8) -> [UInt8]? {
    guard isCareful else { return nil }
    let before = asking
    var narrowed = takeMask()
    fill(&narrowed, count, from: mask.span) { $0 == wanted ? 1 : 0 }
    if let before { combine(&narrowed, count, with: before.span) { $0 & $1 } }
    asking = narrowed
    return before
  }

  mutating func restore(_ before: [UInt8]?) {
    guard isCareful else { return }
    if let asking { give(asking) }
    asking = before
  }

  /// Puts a value for which an operation cannot fault where no row asks for it.
  @inline(__always)
  func calm<Value>(_ values: inout [Value], _ count: Int, to neutral: Value) {
    guard let asking else { return }
    combine(&values, count, with: asking.span) { $1 == 0 ? neutral : $0 }
  }
}

// MARK: Slots

extension Scratch {
  /// Evaluates bound values for the rows, and keeps them until `unbind`.
  mutating func bind(_ bound: [BoundSlot], _ rows: Range<Int>) {
    for bound in bound { bind(bound.slot, bound.binding, rows) }
  }

  private mutating func bind(_ slot: Int, _ binding: Binding, _ rows: Range<Int>) {
    switch binding {
    case .condition(let condition):
      var values = takeMask()
      condition.evaluate(rows, into: &values, &self)
      bound.append(.condition(slot, values))
    case .integer(let expression):
      var values = takeIntegers()
      expression.evaluate(rows, into: &values, &self)
      bound.append(.integer(slot, values))
    case .decimal(let expression):
      var values = takeDecimals()
      expression.evaluate(rows, into: &values, &self)
      bound.append(.decimal(slot, values))
    case .text(let expression):
      var values = takeTexts()
      expression.evaluate(rows, into: &values, &self)
      bound.append(.text(slot, values))
    }
  }

  /// Ends the newest bindings.
  mutating func unbind(_ count: Int) {
    for _ in 0..<count { unbind() }
  }

  private mutating func unbind() {
    switch bound.popLast() {
    case .condition(_, let values): give(values)
    case .integer(_, let values): give(values)
    case .decimal(_, let values): give(values)
    case .text(_, let values): give(values)
    case nil: break
    }
  }

  func read(_ slot: Int, _ count: Int, into target: inout [UInt8]) {
    for case .condition(slot, let values) in bound.reversed() {
      return copy(values.span, count, into: &target)
    }
    preconditionFailure("a condition slot is read outside its binding")
  }

  func read(_ slot: Int, _ count: Int, into target: inout [Int64]) {
    for case .integer(slot, let values) in bound.reversed() {
      return copy(values.span, count, into: &target)
    }
    preconditionFailure("an integer slot is read outside its binding")
  }

  func read(_ slot: Int, _ count: Int, into target: inout [Decimal]) {
    for case .decimal(slot, let values) in bound.reversed() {
      return copy(values.span, count, into: &target)
    }
    preconditionFailure("a decimal slot is read outside its binding")
  }

  func read(_ slot: Int, _ count: Int, into target: inout [String]) {
    for case .text(slot, let values) in bound.reversed() {
      return copy(values.span, count, into: &target)
    }
    preconditionFailure("a text slot is read outside its binding")
  }
}
