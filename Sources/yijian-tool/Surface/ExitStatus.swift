/// The tool's exit codes: a contract that scripts rely on.
enum ExitStatus: Int32, Error {
  case ok = 0
  case findings = 1
  case usage = 2
  /// A file, a folder or a store cannot be read or written.
  case unavailable = 3
  case limitExceeded = 4
  case testsFailed = 5
  case internalError = 70
}
