import Store
import StoreConformance
import Testing

@testable import StorePostgreSQL

@Suite(.enabled(if: Server.isThere)) struct PostgreSQLConformanceTests {
  @Test(arguments: ConformanceCheck.all) func conforms(_ check: ConformanceCheck) throws {
    let scratch = try Scratch()
    try check.run { try scratch.store() }
  }

  /// The same with so little memory that imports go through a file.
  @Test(arguments: ConformanceCheck.all) func conformsInRuns(_ check: ConformanceCheck) throws {
    let scratch = try Scratch()
    try check.run { try scratch.store(importBuffer: 16_000) }
  }
}
