import Foundation
import Store

/// Writers that are hurt at random moments, alone or three at once, and a look at the store after each.
final class Campaign {
  private let target: Target
  /// How many writes of a kind are known to be there.
  private var known: [Work.Kind: Int] = [:]
  private var told = 0
  private var untold = 0

  init(_ target: Target) throws {
    self.target = target
    for kind in Work.Kind.allCases { known[kind] = try Work(kind, target.open()).count() }
  }

  /// Each fourth round has three writers, of one kind or of all.
  private func kinds(_ round: Int) -> [Work.Kind] {
    let all = Work.Kind.allCases
    let one = all[round % all.count]
    if round % 4 != 3 { return [one] }
    return round % 8 == 3 ? all : [one, one, one]
  }

  /// Kills so many writers.
  func kill(_ kills: Int) throws {
    let start = ContinuousClock.now
    var killed: [Work.Kind: Int] = [:]
    var (count, rounds, inside) = (0, 0, 0)
    while count < kills {
      let kinds = kinds(rounds)
      let writers = try kinds.map { try Writer(["work", $0.rawValue, target.writersURL]) }
      Thread.sleep(forTimeInterval: Double.random(in: 0.05...0.5))
      for writer in writers { writer.stop() }
      if try target.isBeingWritten() { inside += 1 }
      for writer in writers { writer.kill() }
      try check(Array(zip(kinds, writers)), isUnsure: { _ in true })
      for kind in kinds { killed[kind, default: 0] += 1 }
      count += kinds.count
      rounds += 1
    }
    let counts = Work.Kind.allCases.map { "\(killed[$0] ?? 0) \($0)" }.joined(separator: ", ")
    say(
      """
      \(count) writers killed (\(counts)) at \(rounds) moments, \(inside) of them within a writing \
      transaction; \(told) writes acknowledged, \(untold) more found, nothing lost (\(seconds(start)))
      """)
  }

  /// Hurts what writers depend on; they go on, or end with an error.
  func hurt(_ count: Int, by blows: [Blow]) throws {
    let start = ContinuousClock.now
    var gaveUp = 0
    for round in 0..<count {
      let kinds = kinds(round)
      let writers = try kinds.map { try Writer(["work", $0.rawValue, target.writersURL]) }
      Thread.sleep(forTimeInterval: Double.random(in: 0.05...0.5))
      try blows[round % blows.count].fall(on: writers[0], of: target)
      // Whoever was not hit goes on until it is killed.
      Thread.sleep(forTimeInterval: 0.2)
      var survivors: Set<Int> = []
      for (index, writer) in writers.enumerated() {
        if writer.isRunning { survivors.insert(index) }
        writer.stop()
        writer.kill()
        if try writer.end() == .killed { continue }
        survivors.remove(index)
        if !writer.told.contains("store-faults: ") { throw Failure("ended without a word") }
        gaveUp += 1
      }
      try check(Array(zip(kinds, writers))) { index in
        survivors.contains(index) || writers[index].isUnsure
      }
    }
    let names = blows.map(\.rawValue).joined(separator: ", ")
    say(
      """
      \(count) blows (\(names)), \(gaveUp) writers gave up with an error; \(told) writes \
      acknowledged, \(untold) more found, nothing lost (\(seconds(start)))
      """)
  }

  /// Several processes that write the same at the same time: each write is there once.
  func runTogether() throws {
    let start = ContinuousClock.now
    for kind in Work.Kind.allCases {
      let writers = try (0..<4).map { _ in
        try Writer(["work", kind.rawValue, target.writersURL, "10"])
      }
      for writer in writers where try !writer.isFinished() {
        throw Failure("a writer failed: \(writer.told)")
      }
      try check(writers.map { (kind, $0) }, isUnsure: { _ in false })
    }
    say(
      """
      4 writers at once, 10 writes each of \(Work.Kind.allCases.count) kinds, nothing lost \
      (\(seconds(start)))
      """)
  }

  /// Everything that writers told is there, once, and only what they could not tell besides.
  ///
  /// - Parameter isUnsure: whether the writer with this index may have written what it did not tell.
  func check(_ writers: [(Work.Kind, Writer)], isUnsure: (Int) -> Bool) throws {
    try target.settle()
    let store = try target.open()
    for kind in Work.Kind.allCases {
      let mine = writers.indices.filter { writers[$0].0 == kind }
      let numbers = mine.flatMap { writers[$0].1.numbers }
      let before = known[kind] ?? 0
      let found = try Work(kind, store).count()
      let most = before + numbers.count + mine.count(where: isUnsure)
      guard Set(numbers).count == numbers.count, numbers.allSatisfy({ $0 > before && $0 <= found }),
        found >= before + numbers.count, found <= most
      else {
        throw Failure(
          """
          \(kind): \(before) were there, \(numbers.sorted()) were acknowledged, \(found) are there; \
          \(mine.map { writers[$0].1.told })
          """)
      }
      told += numbers.count
      untold += found - before - numbers.count
      known[kind] = found
      try Work(kind, store).check(found)
    }
    try target.expectSound()
  }
}

func seconds(_ start: ContinuousClock.Instant) -> String {
  "\(start.duration(to: .now).components.seconds) s"
}
