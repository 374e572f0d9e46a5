import Foundation
import Store
import Testing

/// Random well-typed scripts give the same values and the same faults in the product and in the
/// reference evaluator. `YIJIAN_RANDOM_PROGRAMS` runs more of them, `YIJIAN_RANDOM_SEED` starts
/// elsewhere.
struct RandomProgramTests {
  static let count = number("YIJIAN_RANDOM_PROGRAMS") ?? 600
  static let start = number("YIJIAN_RANDOM_SEED") ?? 1
  static let parts = 4

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  @Test(arguments: 0..<parts)
  func agree(part: Int) {
    var failures = 0
    for index in stride(from: part, to: RandomProgramTests.count, by: RandomProgramTests.parts) {
      let trial = Trial(seed: UInt64(RandomProgramTests.start + index))
      guard let failure = trial.failure(in: { MemoryStore() }) else { continue }
      failures += 1
      let small = trial.shrunk { $0.failure(in: { MemoryStore() })?.kind == failure.kind }
      let reason = small.failure(in: { MemoryStore() }) ?? failure
      Issue.record("\(reason.text)\n\(small.report)")
      if failures >= 5 { return }
    }
  }
}
