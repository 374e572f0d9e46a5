public import Store

/// One thing that every store must do. A package with a store of its own runs them all:
///
///     @Test(arguments: ConformanceCheck.all) func conforms(_ check: ConformanceCheck) throws {
///       try check.run { try MyStore(...) }
///     }
public struct ConformanceCheck: Sendable, CustomStringConvertible {
  /// Makes a store that holds nothing.
  public typealias StoreMaker = () throws -> any Store

  /// What the store must do, in a few words.
  public let name: String
  private let body: @Sendable (any Store) throws -> Void

  init(_ name: String, _ body: @escaping @Sendable (any Store) throws -> Void) {
    self.name = name
    self.body = body
  }

  /// Runs the check against a new store.
  ///
  /// - Throws: `ConformanceFailure`, or what the store throws.
  public func run(_ makeStore: StoreMaker) throws { try body(try makeStore()) }

  public var description: String { name }

  /// Every check; they do not depend on each other.
  public static let all: [ConformanceCheck] =
    values + order + imports + merges + differences + upkeep + scans + snapshots + events
    + concurrency + selections + hostile
}

/// What a store did that it must not do.
public struct ConformanceFailure: Error, CustomStringConvertible {
  /// What was found and what was expected.
  public let description: String
}

func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws {
  if !condition { throw ConformanceFailure(description: message()) }
}

func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws {
  try expect(found == expected, "\(what): found \(found), expected \(expected)")
}

/// Expects the store to refuse something.
func expectError(
  _ what: String, _ isExpected: (StoreError) -> Bool, _ body: () throws -> Void
) throws {
  do { try body() } catch let error as StoreError {
    return try expect(isExpected(error), "\(what): \(error)")
  }
  throw ConformanceFailure(description: "\(what): was not refused")
}

func isInvalidRows(_ error: StoreError) -> Bool {
  if case .invalidRows = error { true } else { false }
}
