import Foundation

/// A disk that is full at times: a small file system, on which the store lies.
struct FullDisk {
  let target: Target
  /// On the same file system as the store.
  let folder: String

  init(_ target: Target, folder: String) {
    self.target = target
    self.folder = folder
  }

  private var ballast: String { folder + "/ballast" }

  func run(rounds: Int) throws {
    let start = ContinuousClock.now
    let campaign = try Campaign(target)
    var failed = 0
    for round in 0..<rounds {
      let kind = Work.Kind.allCases[round % Work.Kind.allCases.count]
      try fill(leaving: Int.random(in: 0...400) << 10)
      let writer = try Writer(["work", kind.rawValue, target.writersURL, "6"])
      let isDone = try writer.isFinished()
      try FileManager.default.removeItem(atPath: ballast)
      if !isDone {
        failed += 1
        guard ["cannotWrite", "unavailable"].contains(where: { writer.told.contains($0) }) else {
          throw Failure("a full disk is called \(writer.told)")
        }
      }
      try campaign.check([(kind, writer)], isUnsure: { _ in false })
    }
    guard failed > 0 else { throw Failure("the disk was never full") }
    say(
      "\(rounds) writers on a disk that fills up, \(failed) gave up, nothing lost (\(seconds(start)))"
    )
  }

  private func fill(leaving rest: Int) throws {
    var free = statvfs()
    guard unsafe statvfs(folder, &free) == 0 else { throw Failure("\(folder): no file system") }
    let count = Int(free.f_bavail) * Int(free.f_frsize) - rest
    try Data(count: max(0, count)).write(to: URL(filePath: ballast))
  }
}
