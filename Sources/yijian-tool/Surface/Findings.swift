import Yijian

/// Diagnostics of several scripts with the one set of files that their places are in. A module that
/// several scripts use is one file, and what is wrong in it is told once.
struct Findings {
  var sources = SourceMap()
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  /// - Parameter new: with places in `sources`.
  mutating func add(_ new: [Diagnostic]) {
    for diagnostic in new where known.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
    }
  }
}
