import Dispatch
import Engine
import Store
import Synchronization

/// A draw that looks at each batch of rows on another core while the next one is read.
final class BackgroundDraw: Sendable {
  private struct State: ~Copyable {
    var draw: TicketDraw
    var failure: StoreError?
  }

  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "tickets")
  private let working = DispatchGroup()

  init(_ selection: TicketSelection, _ meter: Meter) throws(StoreError) {
    state = Mutex(State(draw: try TicketDraw(selection, meter), failure: nil))
  }

  /// Waits for the batch before, and throws what went wrong with it.
  func take(_ batch: RowBatch) throws(StoreError) {
    try wait()
    queue.async(group: working) {
      self.state.withLock { state in
        do throws(StoreError) { try state.draw.take(batch) } catch { state.failure = error }
      }
    }
  }

  /// As `TicketDraw.finish`.
  func finish(_ kinds: [FieldKind], _ columns: [Int]) throws(StoreError) -> SelectedRows {
    try wait()
    return try state.withLock { (state) throws(StoreError) in
      try state.draw.finish(kinds, columns)
    }
  }

  private func wait() throws(StoreError) {
    working.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
