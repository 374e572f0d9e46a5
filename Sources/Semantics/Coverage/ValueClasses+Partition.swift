import Quantities

extension ValueClasses {
  /// The classes of a column, from its type and all patterns that stand in it. Nil if the patterns
  /// ask something that classes cannot answer: an order of texts.
  init?(
    _ type: Type, patterns: [TypedPattern], enumerations: [EnumerationDeclaration]
  ) {
    var constants = ConstantCollector()
    for pattern in patterns { constants.visit(pattern) }
    var present = type
    var isOptional = false
    if case .optional(let wrapped) = type {
      present = wrapped
      isOptional = true
    }
    switch present {
    case .bool: self.init(.members(2), isOptional: isOptional)
    case .enumeration(let id):
      self.init(.members(enumerations[id.index].members.count), isOptional: isOptional)
    case .integer, .count, .duration:
      self.init(constants.integers(in: .min ... .max), isOptional: isOptional)
    case .date:
      let line = Int64(CivilDate.minimum.dayNumber)...Int64(CivilDate.maximum.dayNumber)
      self.init(constants.integers(in: line), isOptional: isOptional)
    case .decimal, .percent:
      self.init(.decimals(constants.decimalPoints), isOptional: isOptional)
    case .text, .code:
      guard !constants.ordersTexts else { return nil }
      self.init(.texts(constants.texts), isOptional: isOptional)
    case .unknown, .record, .row, .group, .list, .set, .optional, .deadline:
      self.init(.opaque, isOptional: isOptional)
    }
  }
}

/// Gathers the values that patterns mention.
private struct ConstantCollector {
  var integers: Set<Int64> = []
  var decimals: Set<Decimal> = []
  var texts: [String] = []
  private var knownTexts: Set<String> = []
  var ordersTexts = false

  /// A class starts at each value mentioned and right behind it.
  func integers(in line: ClosedRange<Int64>) -> ValueClasses.Domain {
    var starts: Set<Int64> = [line.lowerBound]
    for value in integers where line.contains(value) {
      starts.insert(value)
      if value < line.upperBound { starts.insert(value + 1) }
    }
    return .integers(starts.sorted(), last: line.upperBound)
  }

  var decimalPoints: [Decimal] { decimals.sorted() }

  mutating func visit(_ pattern: TypedPattern) {
    switch pattern {
    case .any, .none: break
    case .equal(let value): visit(value)
    case .compare(let comparison, let value):
      visit(value)
      if case .text = value, comparison != .equal, comparison != .notEqual { ordersTexts = true }
    case .range(let low, let high):
      visit(low)
      visit(high)
      if case .text = low { ordersTexts = true }
    case .alternatives(let patterns): for pattern in patterns { visit(pattern) }
    case .not(let pattern): visit(pattern)
    }
  }

  private mutating func visit(_ value: TypedExpression.Constant) {
    switch value {
    case .integer(let value): integers.insert(value)
    case .date(let date): integers.insert(Int64(date.dayNumber))
    case .decimal(let value): decimals.insert(value)
    case .text(let text): if knownTexts.insert(text).inserted { texts.append(text) }
    case .bool, .member, .none: break
    }
  }
}
