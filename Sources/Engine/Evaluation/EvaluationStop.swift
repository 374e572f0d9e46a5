/// Why an evaluation over a table has no result.
public enum EvaluationStop: Error, Hashable, Sendable {
  /// The first operation without a value, of the first row that has one.
  case fault(Fault)
  /// The run used up a limit, or was stopped.
  case limit(LimitExceeded)
}
