import Yijian

/// Diagnostics of several scripts, gathered into one set of files so that they can be shown as one.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources = SourceMap()
  private var known: Set<Finding> = []

  /// A module that several scripts use is reported once.
  private struct Finding: Hashable {
    let file: String
    let diagnostic: Diagnostic
  }

  mutating func add(_ new: [Diagnostic], in files: SourceMap) {
    guard !new.isEmpty else { return }
    let offset = Int32(sources.files.count)
    for file in files.files { _ = sources.add(name: file.name, bytes: file.bytes) }
    for diagnostic in new {
      var name = ""
      if case .source(let span) = diagnostic.location { name = files[span.file].name }
      guard known.insert(Finding(file: name, diagnostic: diagnostic)).inserted else { continue }
      diagnostics.append(diagnostic.movingFiles(by: offset))
    }
  }
}

extension Span {
  fileprivate func moved(by offset: Int32) -> Span {
    Span(file: FileID(file.index + offset), start: start, end: end)
  }
}

extension Diagnostic {
  /// The same diagnostic, its files counted from a later number.
  fileprivate func movingFiles(by offset: Int32) -> Diagnostic {
    var place = location
    if case .source(let span) = location { place = .source(span.moved(by: offset)) }
    return Diagnostic(
      code, at: place, arguments, label: label,
      related: related.map { Label($0.span.moved(by: offset), $0.message) }, notes: notes,
      fixIts: fixIts.map { fix in
        FixIt(
          fix.title, fix.edits.map { FixIt.Edit($0.span.moved(by: offset), $0.replacement) })
      })
  }
}
