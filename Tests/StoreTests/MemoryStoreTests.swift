import Store
import StoreConformance
import Testing

@Suite struct MemoryStoreTests {
  @Test(arguments: ConformanceCheck.all) func conforms(_ check: ConformanceCheck) throws {
    try check.run { MemoryStore() }
  }
}
