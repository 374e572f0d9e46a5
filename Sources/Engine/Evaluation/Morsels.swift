import Dispatch
import Synchronization

/// Rows that one thread works on at a time: 64 chunks.
let morselSize = 65_536

/// Works on a table in morsels, on all cores, and hands back the parts in the order of the rows.
///
/// The steps are counted before anything runs, so that a limit is reached or not whatever the number
/// of threads; whether the run was cancelled is asked before each morsel. If several morsels stop,
/// the first one's reason is thrown, which makes a fault that of the lowest row.
func inMorsels<Part: Sendable>(
  rowCount: Int, operations: Int, meter: Meter,
  _ work: @Sendable (Range<Int>, inout Scratch) throws(EvaluationStop) -> Part
) throws(EvaluationStop) -> [Part] {
  let (steps, overflow) = rowCount.multipliedReportingOverflow(by: operations)
  try meter.use(steps: overflow ? .max : steps)
  let count = (rowCount + morselSize - 1) / morselSize
  if count <= 1 {
    var scratch = Scratch(capacity: min(Scratch.chunkSize, rowCount))
    return [try work(0..<rowCount, &scratch)]
  }
  let board = MorselBoard<Part>(count)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    guard board.isWanted(index) else { return }
    let start = index * morselSize
    do throws(EvaluationStop) {
      try meter.use(steps: 0)
      var scratch = Scratch(capacity: Scratch.chunkSize)
      board.finish(index, try work(start..<min(start + morselSize, rowCount), &scratch))
    } catch {
      board.stop(index, error)
    }
  }
  return try board.parts()
}

/// Where threads put what became of their morsels.
private final class MorselBoard<Part: Sendable>: Sendable {
  private let finished: Mutex<[Part?]>
  private let stopped = Mutex<(index: Int, reason: EvaluationStop)?>(nil)

  init(_ count: Int) { finished = Mutex(Array(repeating: nil, count: count)) }

  /// Morsels after one that stopped are not looked at any more.
  func isWanted(_ index: Int) -> Bool {
    stopped.withLock { stop in stop.map { index < $0.index } ?? true }
  }

  func finish(_ index: Int, _ part: Part) { finished.withLock { $0[index] = part } }

  func stop(_ index: Int, _ reason: EvaluationStop) {
    stopped.withLock { stop in
      if let earlier = stop, earlier.index < index { return }
      stop = (index, reason)
    }
  }

  func parts() throws(EvaluationStop) -> [Part] {
    if let stop = stopped.withLock({ $0 }) { throw stop.reason }
    return finished.withLock { $0.compactMap { $0 } }
  }
}

/// All parts one after the other.
@inline(__always)
func joined<Element>(_ parts: [[Element]]) -> [Element] {
  if parts.count == 1 { return parts[0] }
  var whole: [Element] = []
  whole.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  for part in parts { whole.append(contentsOf: part) }
  return whole
}

/// Evaluates consecutive rows chunk by chunk into buffers that `consume` sees in order.
///
/// A chunk with a fault is evaluated again with care for which rows ask for the operation, as are
/// those after it: many will have the same. If there still is a fault, it is looked for row by row.
@inline(__always)
func inChunks<Value>(
  _ rows: Range<Int>, _ scratch: inout Scratch, buffer: inout [Value],
  _ evaluate: (Range<Int>, inout [Value], inout Scratch) -> Void,
  _ consume: (Range<Int>, [Value]) -> Void
) throws(EvaluationStop) {
  var start = rows.lowerBound
  while start < rows.upperBound {
    let chunk = start..<min(start + scratch.capacity, rows.upperBound)
    evaluate(chunk, &buffer, &scratch)
    if scratch.fault != nil, !scratch.isCareful {
      scratch.isCareful = true
      scratch.clearFault()
      evaluate(chunk, &buffer, &scratch)
    }
    if scratch.fault == nil {
      consume(chunk, buffer)
    } else {
      for row in chunk {
        scratch.clearFault()
        evaluate(row..<row + 1, &buffer, &scratch)
        if let fault = scratch.fault {
          throw .fault(Fault(kind: fault.kind, site: fault.site, row: row))
        }
        consume(row..<row + 1, buffer)
      }
    }
    start = chunk.upperBound
  }
}

extension Meter {
  func use(steps count: Int) throws(EvaluationStop) {
    do throws(LimitExceeded) { try spend(steps: count) } catch { throw .limit(error) }
  }

  func hold(bytes count: Int) throws(EvaluationStop) {
    do throws(LimitExceeded) { try spend(bytes: count) } catch { throw .limit(error) }
  }
}
