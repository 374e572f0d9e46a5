import Formatter
import Runtime
import Source
import Syntax

/// Whatever the bytes are: reading loses nothing, checking ends, what is valid can be formatted and
/// run. A trap here is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let tree = parse(SourceFile(id: FileID(0), name: "fuzz.yj", bytes: bytes))
  var covered: Int32 = 0
  for token in tree.tokens {
    precondition(token.triviaStart == covered && token.start <= token.end)
    covered = token.end
  }
  precondition(Int(covered) == bytes.count, "bytes were lost")
  let script = ScriptLoader().load(name: "fuzz.yj", bytes: bytes)
  let document = DiagnosticDocument(script.diagnostics, in: script.sources, language: .chinese)
  _ = TerminalRenderer(colour: true).render(document)
  if !script.hasErrors {
    _ = try? format(tree)
    _ = script.runTests(limits: { .init(steps: 100_000, memory: 1 << 24) })
  }
  return 0
}
