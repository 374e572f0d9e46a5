internal import Formatter
public import Source
internal import Syntax

/// The layout of a script.
public enum ScriptFormat {
  /// A script in canonical layout, its keywords in the language asked for, or as they are.
  ///
  /// - Throws: The script's errors, or why the result would not be the same script.
  public static func formatted(
    _ file: SourceFile, keywords language: Language? = nil
  ) throws(ScriptFormatRefusal) -> String {
    let tree = parse(file)
    do {
      guard let language else { return try format(tree) }
      return try translate(tree, to: language)
    } catch {
      throw ScriptFormatRefusal(diagnostics: error.diagnostics)
    }
  }
}

/// Why a script is left as it is; its diagnostics say so.
public struct ScriptFormatRefusal: Error, Sendable {
  /// Why: the script's own errors, or what stands in the way of the layout.
  public let diagnostics: [Diagnostic]
}
