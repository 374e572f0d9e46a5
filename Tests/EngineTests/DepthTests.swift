import Engine
import Foundation
import Quantities
import Synchronization
import Testing

/// Trees as deep as the parser lets expressions be, on a stack as small as worker threads have.
@Suite struct DepthTests {
  private static let rowCount = 1_100
  private static let levels = 256

  private static var column: IntegerExpression {
    .column(IntegerColumn((0..<rowCount).map { Int64($0) }))
  }

  /// Runs on a thread with a stack of 512 KB.
  private func onSmallStack(_ work: @escaping @Sendable () -> String) async -> String {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = 512 * 1_024
      thread.start()
    }
  }

  @Test func `sums of integers`() async {
    var tree = Self.column
    for level in 0..<Self.levels { tree = .add(.constant(1), tree, Site(Int32(level))) }
    let result = await onSmallStack { [tree] in
      "\((try? tree.column(rowCount: Self.rowCount, meter: Meter()))?[5] ?? -1)"
    }
    #expect(result == "261")
  }

  @Test func `sums of decimals`() async {
    var tree = DecimalExpression.integer(Self.column)
    for level in 0..<Self.levels { tree = .add(.constant(1), tree, Site(Int32(level))) }
    let result = await onSmallStack { [tree] in
      "\((try? tree.column(rowCount: Self.rowCount, meter: Meter()))?[5] ?? -1)"
    }
    #expect(result == "261")
  }

  @Test func `choices of texts`() async {
    var tree = TextExpression.constant("last")
    for level in 0..<Self.levels {
      let isLevel = Condition.compareIntegers(.equal, Self.column, .constant(Int64(level)))
      tree = .choose(isLevel, then: .constant("\(level)"), otherwise: tree)
    }
    let result = await onSmallStack { [tree] in
      let column = try? tree.column(rowCount: Self.rowCount, meter: Meter())
      return "\(column?[7] ?? "") \(column?[300] ?? "")"
    }
    #expect(result == "7 last")
  }

  /// Each level goes through five kinds of node and gives what it was given.
  @Test func `every kind inside every other`() async {
    var tree = Condition.compareIntegers(.less, Self.column, .constant(1_000))
    for level in 0..<Self.levels / 5 {
      let site = Site(Int32(level))
      let number = IntegerExpression.choose(tree, then: Self.column, otherwise: .constant(-1))
      let decimal = DecimalExpression.add(.integer(number), .constant(1), site)
      tree = .bind(
        [BoundSlot(level, .decimal(decimal))],
        in: .not(.compareDecimals(.lessOrEqual, .slot(level), .constant(.zero))))
    }
    let result = await onSmallStack { [tree] in
      "\((try? tree.count(rowCount: Self.rowCount, meter: Meter())) ?? -1)"
    }
    #expect(result == "1000")
  }
}
