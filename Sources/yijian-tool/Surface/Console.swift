import Foundation
import Yijian

/// Standard output and error, in the form and language the user asked for.
///
/// In JSON form standard output carries one document and nothing else; what is for people goes to
/// standard error.
struct Console {
  let format: OutputFormat
  let language: Language
  private let colour: ColourChoice

  init(format: OutputFormat, language: Language, colour: ColourChoice) {
    self.format = format
    self.language = language
    self.colour = colour
  }

  /// Chinese where the environment's locale is Chinese, else English.
  static var localeLanguage: Language {
    let environment = ProcessInfo.processInfo.environment
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[variable], !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  static let errorIsTerminal = isatty(2) == 1

  /// The columns of a line of standard output; nil where it goes into a file and nobody says.
  static let outputWidth: Int? = {
    if let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), said > 0 {
      return said
    }
    var size = winsize()
    guard isatty(1) == 1, unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }()

  func usesColour(onTerminal isTerminal: Bool) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
  }

  /// One of two texts, by the language.
  func text(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// The result of a command, on standard output.
  func output(_ text: String) { Self.write(text, to: 1) }

  /// The one JSON document of a command.
  func output(_ json: JSONValue) { Self.write(json.text(.indented), to: 1) }

  /// A remark for people, on standard error.
  func remark(_ text: String) { Self.write(text + "\n", to: 2) }

  /// Replaces the terminal's current line; nothing removes it.
  func status(_ text: String) { Self.write("\r\u{1B}[K" + text, to: 2) }

  /// Shows diagnostics: as text on standard error, or as the command's JSON document.
  ///
  /// - Parameter members: what the document holds besides.
  func show(
    _ diagnostics: [Diagnostic], in sources: SourceMap, beside members: [JSONValue.Member] = []
  ) {
    let document = DiagnosticDocument(diagnostics, in: sources, language: language)
    switch format {
    case .json:
      let json = JSONRenderer().json(document)
      guard case .object(let own) = json, !members.isEmpty else { return output(json) }
      output(.object(own + members))
    case .text: warn(document)
    }
  }

  /// Shows diagnostics to people, beside whatever the command's document is.
  func warn(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    warn(DiagnosticDocument(diagnostics, in: sources, language: language))
  }

  private func warn(_ document: DiagnosticDocument) {
    guard !document.entries.isEmpty else { return }
    let renderer = TerminalRenderer(colour: usesColour(onTerminal: Self.errorIsTerminal))
    Self.write(renderer.render(document), to: 2)
  }

  /// Writes all of a text; a closed pipe ends the program quietly, as other tools do.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(Array(text.utf8))
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        exit(ExitStatus.unavailable.rawValue)
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
