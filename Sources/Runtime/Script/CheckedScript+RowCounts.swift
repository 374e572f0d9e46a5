public import Engine
import Semantics
public import Source
public import Store
import Syntax

extension CheckedScript {
  /// The diagnostics, where gaps and overlaps in strata and in tables also say how many rows of a
  /// store they are about, with the key of one. The script may have errors.
  ///
  /// - Throws: What the store or a limit says. A rule that has no value for some row is not counted.
  public func diagnostics(
    counting store: any Store, limits: Limits = Limits()
  ) throws(RunFailure) -> [Diagnostic] {
    let wanted = Set(diagnostics.map(Place.init))
    let facts = program.coverage.filter { wanted.contains(Place($0.code, $0.span)) }
    guard !facts.isEmpty else { return diagnostics }
    let counter: RowCounter
    do {
      counter = RowCounter(self, snapshot: try store.snapshot(), meter: Meter(limits))
    } catch {
      throw RunFailure(error)
    }
    var notes: [Place: [Message]] = [:]
    for fact in facts {
      do throws(Stop) {
        notes[Place(fact.code, fact.span), default: []] += try counter.notes(fact)
      } catch {
        switch error {
        case .limit, .store: throw RunFailure(error)
        case .fault, .mistakes, .needsRows: continue
        }
      }
    }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.notes = (notes[Place(diagnostic)] ?? []) + diagnostic.notes
      return diagnostic
    }
  }
}

/// What a diagnostic is known by.
private struct Place: Hashable {
  let code: DiagnosticCode
  let span: Span?

  init(_ code: DiagnosticCode, _ span: Span) {
    self.code = code
    self.span = span
  }

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    span = if case .source(let span) = diagnostic.location { span } else { nil }
  }
}

/// Counts the rows that gaps and overlaps are about.
private struct RowCounter {
  private let script: CheckedScript
  private let interpreter: Interpreter

  init(_ script: CheckedScript, snapshot: any StoreSnapshot, meter: Meter) {
    self.script = script
    interpreter = Interpreter(
      script, snapshot: snapshot, asOf: nil, meter: meter, absentIsEmpty: true)
  }

  func notes(_ fact: CoverageFact) throws(Stop) -> [Message] {
    switch fact.subject {
    case .rows(let registry, let values):
      let words = values.map { source($0.span) }.joined(separator: ", ")
      return try note(registry, fact.condition(on: values), fact.scope, words).map { [$0] } ?? []
    case .table(let id):
      var notes: [Message] = []
      for use in TableUses.of(id, in: script.program) {
        let condition = fact.condition(on: use.arguments)
        let note = try note(use.registry, condition, use.scope, source(use.span))
        if let note, !notes.contains(note) { notes.append(note) }
      }
      return notes
    }
  }

  private func source(_ span: Span) -> String {
    script.sources[span.file].text(span).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Nil for a registry that the store does not have, or that is empty.
  private func note(
    _ registry: RegistryID, _ condition: TypedExpression, _ scope: TypedExpression?,
    _ words: String
  ) throws(Stop) -> Message? {
    let span = condition.span
    let type = Type.list(.row(registry))
    let wheres = [scope, condition].compactMap(\.self).map {
      TypedStep(.where($0), type: type, span: span)
    }
    let source = TypedExpression(.registry(registry), type, span)
    let query = TypedExpression(.query(source: source, steps: wheres), type, span)
    guard case .rows(let all) = try interpreter.evaluate(source, Scope()), all.count > 0,
      case .rows(let rows) = try interpreter.evaluate(query, Scope())
    else { return nil }
    let name = MessageArgument.text(script.program.registries[registry.index].name.text)
    guard rows.count > 0 else {
      return Message(.noRowConcerned, [name, .number(all.count), .text(words)])
    }
    return Message(
      .rowsConcerned,
      [
        name, .number(all.count), .text(words), .number(rows.count),
        .text(try rows.source.key(of: rows[0])),
      ])
  }
}
