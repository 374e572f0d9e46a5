import Yijian

extension RunFailure {
  /// The exit code that tells this failure from others.
  var status: ExitStatus {
    if diagnostics.contains(where: { $0.code == .internalError }) { return .internalError }
    return switch self {
    case .mistakes: .findings
    case .limit: .limitExceeded
    case .store: .unavailable
    }
  }
}

/// Runs the part of a command that can fail, shows what went wrong and stops with its exit code.
func reporting<T>(
  _ console: Console, _ sources: SourceMap, _ body: () throws(RunFailure) -> T
) throws(ExitStatus) -> T {
  do {
    return try body()
  } catch {
    console.show(error.diagnostics, in: sources)
    throw error.status
  }
}

/// Asks a store something, or says why it does not answer.
func asking<Answer>(
  _ console: Console, _ body: () throws(StoreError) -> Answer
) throws(ExitStatus) -> Answer {
  do { return try body() } catch {
    let failure = RunFailure(error)
    console.show(failure.diagnostics, in: SourceMap())
    throw failure.status
  }
}

/// Opens a store, or says why it cannot be had.
func opening(
  _ url: StoreURL, mustExist: Bool = false, _ console: Console
) throws(ExitStatus) -> any Store {
  try asking(console) { () throws(StoreError) in try url.open(mustExist: mustExist) }
}
