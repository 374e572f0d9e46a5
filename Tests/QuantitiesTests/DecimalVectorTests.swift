import Quantities
import TestSupport
import Testing

/// The published test cases of decimal arithmetic: every one that is about finite decimals of 38
/// digits is checked, and each of the others is counted under the reason why it is not.
@Suite struct DecimalVectorTests {
  @Test(
    .enabled(
      if: DecimalVector.folder != nil, "shared/corpora/dectest is not beside the repository"))
  func agrees() throws {
    var report = ""
    var total = Tally()
    for file in try DecimalVector.files() {
      var tally = Tally()
      for vector in try DecimalVector.read(file) {
        let outcome = DecimalVectorCheck(vector).outcome
        if outcome == .differs { Issue.record("\(vector)") }
        tally.count(outcome)
      }
      report += "\(file): \(tally.checked) of \(tally.all) checked\n"
      total.add(tally)
    }
    report += "all: \(total.checked) of \(total.all) checked\nleft out:\n"
    for reason in DecimalVectorCheck.Reason.allCases {
      report += "  \(total.leftOut[reason] ?? 0) \(reason.rawValue)\n"
    }
    try expectGolden(report, Fixtures.file("decimal-vectors.expected"))
    print(report)
  }

  struct Tally {
    var all = 0
    var checked = 0
    var leftOut: [DecimalVectorCheck.Reason: Int] = [:]

    mutating func count(_ outcome: DecimalVectorCheck.Outcome) {
      all += 1
      if case .leftOut(let reason) = outcome {
        leftOut[reason, default: 0] += 1
      } else {
        checked += 1
      }
    }

    mutating func add(_ other: Tally) {
      all += other.all
      checked += other.checked
      leftOut.merge(other.leftOut, uniquingKeysWith: +)
    }
  }
}
