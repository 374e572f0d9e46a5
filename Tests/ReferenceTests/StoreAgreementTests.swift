import Foundation
import Store
import Testing

/// Random programs give the same values, faults, draws and manifests whichever store has their rows:
/// SQLite always, PostgreSQL where there is a server. Draws over these are made by their engines as
/// far as the plans permit; in memory every row is looked at. `YIJIAN_RANDOM_PROGRAMS` and
/// `YIJIAN_RANDOM_SEED` as for `RandomProgramTests`.
struct StoreAgreementTests {
  private static let parts = 2

  /// Against the reference evaluator.
  @Test(arguments: 0..<parts)
  func programsOverSQLite(part: Int) throws {
    try values(part, RandomProgramTests.count / 15) { try TemporaryStore.sqlite() }
  }

  /// Against draws that look at every row.
  @Test(arguments: 0..<parts)
  func drawsOverSQLite(part: Int) throws {
    try draws(part, RandomProgramTests.count / 12) { try TemporaryStore.sqlite() }
  }

  @Test(
    .enabled(if: TemporaryStore.server != nil, "no server: see scripts/postgres"),
    arguments: 0..<parts)
  func overPostgreSQL(part: Int) throws {
    try values(part, RandomProgramTests.count / 20) { try TemporaryStore.postgreSQL() }
    try draws(part, RandomProgramTests.count / 20) { try TemporaryStore.postgreSQL() }
  }

  private func values(
    _ part: Int, _ count: Int, _ makeStore: () throws -> TemporaryStore
  ) throws {
    func failure(_ trial: Trial) -> Trial.Failure? {
      guard let temporary = try? makeStore() else { return nil }
      return trial.failure { temporary.store }
    }
    for index in stride(from: part, to: count, by: Self.parts) {
      let trial = Trial(seed: UInt64(RandomProgramTests.start + index))
      try report(trial, failure)
    }
  }

  private func draws(
    _ part: Int, _ count: Int, _ makeStore: () throws -> TemporaryStore
  ) throws {
    var counts = DrawCounts()
    func failure(_ trial: Trial) -> Trial.Failure? {
      guard let temporary = try? makeStore() else { return nil }
      return trial.drawDisagreement(
        MemoryStore(), WatchedStore(base: temporary.store), counting: &counts)
    }
    for index in stride(from: part, to: count, by: Self.parts) {
      let seed = UInt64(RandomProgramTests.start + index)
      try report(Trial(seed: seed, isForDraws: true), failure)
    }
    // Else the engine's way is hardly tested.
    #expect(counts.drawn >= count / 2 && counts.selected * 2 >= counts.drawn, "\(counts)")
  }

  private func report(_ trial: Trial, _ failure: (Trial) -> Trial.Failure?) throws {
    guard let first = failure(trial) else { return }
    let small = trial.shrunk { failure($0)?.kind == first.kind }
    Issue.record("\((failure(small) ?? first).text)\n\(small.report)")
  }
}
