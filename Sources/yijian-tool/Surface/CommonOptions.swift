import ArgumentParser
import Yijian

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

enum ColourChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  var language: Language { self == .zh ? .chinese : .english }
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "Output for people or for programs: text or json.")
  var format: OutputFormat = .text

  @Option(name: .customLong("lang"), help: "Language of messages: zh or en (else the locale).")
  var language: LanguageChoice?

  @Option(name: .customLong("color"), help: "Colours: auto, always or never.")
  var colour: ColourChoice = .auto

  /// Runs a command with what it talks through; a file that cannot be used becomes a diagnostic.
  func perform(_ body: (Console) throws -> Void) throws {
    let console = Console(
      format: format, language: language?.language ?? Console.localeLanguage, colour: colour)
    do {
      try body(console)
    } catch let problem as FileProblem {
      console.show([problem.diagnostic], in: SourceMap())
      throw ExitStatus.unavailable
    }
  }
}

/// The limits that a run can be given.
struct LimitOptions: ParsableArguments {
  @Option(help: "Stop after this many seconds.")
  var timeout: Double?

  @Option(help: "Stop after this many evaluation steps.")
  var maxSteps: Int?

  @Option(help: "Stop when columns and results need more than this many megabytes.")
  var maxMemory: Int?

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout <= 1e9) {
      throw ValidationError("--timeout must be above 0 and at most 1000000000")
    }
    if let maxSteps, maxSteps <= 0 { throw ValidationError("--max-steps must be above 0") }
    if let maxMemory, maxMemory <= 0 || maxMemory > 1 << 40 {
      throw ValidationError("--max-memory must be between 1 and 1099511627776")
    }
  }

  /// The limits of a run that starts now, and stops on ^C.
  func limits() -> Limits {
    Interrupt.watch()
    let start = ContinuousClock.now
    let timeout = timeout
    return Limits(
      steps: maxSteps ?? .max, memory: maxMemory.map { $0 * 1_048_576 } ?? .max,
      interruption: {
        if Interrupt.wasRequested { return .cancelled }
        if let timeout, start.duration(to: .now) > .seconds(timeout) { return .timeout }
        return nil
      })
  }
}
