import Store
import StoreConformance
import StoreSQLite
import Testing

@Suite struct SQLiteConformanceTests {
  @Test(arguments: ConformanceCheck.all) func conforms(_ check: ConformanceCheck) throws {
    let scratch = try Scratch()
    try check.run { try SQLiteStore(path: scratch.file()) }
  }

  /// The same with so little memory that imports go through temporary tables.
  @Test(arguments: ConformanceCheck.all) func conformsInRuns(_ check: ConformanceCheck) throws {
    let scratch = try Scratch()
    try check.run {
      try SQLiteStore(path: scratch.file(), mustExist: false, timeout: 10, importBuffer: 16_000)
    }
  }
}
