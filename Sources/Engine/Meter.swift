import Synchronization

/// What a run may use. Nothing here is global: every run is handed its own.
public struct Limits: Sendable {
  /// Rows times operations, roughly; counted per chunk.
  public var steps: Int
  /// Bytes of columns and results that the run may hold.
  public var memory: Int
  /// Asked now and then; the surface answers from its clock or its cancel button.
  public var interruption: @Sendable () -> Interruption?

  /// Without arguments, limits that no run reaches and an interruption that never comes.
  public init(
    steps: Int = .max, memory: Int = .max,
    interruption: @escaping @Sendable () -> Interruption? = { nil }
  ) {
    self.steps = steps
    self.memory = memory
    self.interruption = interruption
  }
}

/// Why a surface stops a run.
public enum Interruption: Hashable, Sendable { case timeout, cancelled }

/// A limit that was reached.
public enum LimitExceeded: Error, Hashable, Sendable {
  /// More steps than the limit, which is given.
  case steps(Int)
  /// More bytes than the limit, which is given.
  case memory(Int)
  /// `Limits.interruption` answered that the time is over.
  case timeout
  /// `Limits.interruption` answered that the user gave up.
  case cancelled
}

/// Counts what one run uses against its limits. Safe to share between threads.
public final class Meter: Sendable {
  private let limits: Limits
  private let steps = Atomic<Int>(0)
  private let memory = Atomic<Int>(0)

  /// A meter at zero, for one run.
  public init(_ limits: Limits = Limits()) { self.limits = limits }

  /// Counts steps, and asks whether the run should stop.
  public func spend(steps count: Int) throws(LimitExceeded) {
    let total = steps.wrappingAdd(count, ordering: .relaxed).newValue
    if total > limits.steps || total < 0 { throw .steps(limits.steps) }
    switch limits.interruption() {
    case .timeout: throw .timeout
    case .cancelled: throw .cancelled
    case nil: break
    }
  }

  /// Counts bytes that will stay in use until the run ends.
  public func spend(bytes count: Int) throws(LimitExceeded) {
    let total = memory.wrappingAdd(count, ordering: .relaxed).newValue
    if total > limits.memory || total < 0 { throw .memory(limits.memory) }
  }
}
