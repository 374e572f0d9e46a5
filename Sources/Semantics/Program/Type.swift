package import Quantities

/// What the objects counted by a number are. Zero cost at run time: a counted number is an integer.
package enum CountingUnit: Hashable, Sendable, CaseIterable {
  /// 户, 家, 台 and 所 are four words for it.
  case objects
  case times, cases, persons, items
}

/// The four durations; no two can be compared or added.
package enum DurationUnit: Hashable, Sendable, CaseIterable {
  case months, naturalDays, workingDays, hours
}

/// The type of an expression.
package indirect enum Type: Hashable, Sendable {
  /// Of something already reported; agrees with every type, so that one mistake is told once.
  case unknown
  case bool
  case integer
  case decimal
  /// A ratio: 5 % is 0.05, 2 ‰ is 0.002.
  case percent
  case text
  case date
  case count(CountingUnit)
  case duration(DurationUnit)
  /// A text of a standardised form, such as a unified social credit code (GB 32100-2015).
  case code(CodeKind)
  /// By when something is to be done; in columns, its code.
  case deadline
  case enumeration(EnumerationID)
  case record(RecordID)
  /// A row of a registry.
  case row(RegistryID)
  /// A group of rows or elements by a key, with the value computed for it: `键`, `值`.
  case group(key: Type, value: Type)
  case list(Type)
  case set(Type)
  case optional(Type)
}

package struct EnumerationID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct RecordID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct RegistryID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct FunctionID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct HostFunctionID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct TableID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct ConstantID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct DepartmentID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct LawID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct MatterID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct ChecklistID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct PlanID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct CalendarID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// A parameter, a `设` binding or a variable of a test; numbered within its function, table or test.
package struct LocalID: Hashable, Sendable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}
