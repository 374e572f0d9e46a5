import Semantics
import Source

/// Says why an assertion does not hold: what was expected, what is there, and the values of the
/// expression's parts, outermost first.
struct AssertionExplanation {
  /// More parts than this are only counted.
  private static let mostParts = 8

  private let interpreter: Interpreter
  private let scope: Scope
  private let sources: SourceMap
  private let writer: ValueWriter

  init(_ interpreter: Interpreter, _ scope: Scope, _ sources: SourceMap) {
    self.interpreter = interpreter
    self.scope = scope
    self.sources = sources
    self.writer = ValueWriter(interpreter.program, interpreter.language, mostElements: 5)
  }

  func diagnostic(_ assertion: TypedExpression) throws(Stop) -> Diagnostic {
    var notes: [Message] = []
    if case .compare(.equal, let actual, let expected) = assertion.kind,
      let actual = try shown(actual), let expected = try shown(expected)
    {
      notes.append(Message(.expectedValue, [.text(expected)]))
      notes.append(Message(.actualValue, [.text(actual)]))
    }
    if let grounds = try grounds(assertion) {
      notes.append(Message(.partGrounds, [.text(source(assertion)), .text(grounds)]))
    }
    notes += try counterexample(assertion)
    var seen: Set<String> = []
    var parts: [Message] = []
    var level = assertion.visibleParts
    while !level.isEmpty {
      var next: [TypedExpression] = []
      for part in level {
        next += part.visibleParts
        let text = source(part)
        guard !part.isWrittenOut, seen.insert(text).inserted, let value = try shown(part) else {
          continue
        }
        parts.append(Message(.partValue, [.text(text), .text(value)]))
        if let grounds = try grounds(part) {
          parts.append(Message(.partGrounds, [.text(text), .text(grounds)]))
        }
      }
      level = next
    }
    notes += parts.prefix(Self.mostParts)
    if parts.count > Self.mostParts {
      notes.append(Message(.morePartValues, [.number(parts.count - Self.mostParts)]))
    }
    return Diagnostic(
      .assertionFailed, at: assertion.span, label: Message(.doesNotHold), notes: notes)
  }

  /// The first element for which `全部` fails.
  private func counterexample(_ assertion: TypedExpression) throws(Stop) -> [Message] {
    for part in assertion.conjuncts {
      guard case .query(let source, let steps) = part.kind, let last = steps.last,
        case .all(let condition) = last.kind
      else { continue }
      // The elements that the condition is not true of, by the words for it.
      let refuted = TypedStep(
        .where(TypedExpression(.not(condition), .bool, condition.span)), type: last.type,
        span: last.span)
      let before = steps.count > 1 ? steps[steps.count - 2].type : source.type
      let query = TypedExpression(
        .query(source: source, steps: steps.dropLast() + [refuted]), before, part.span)
      do throws(Stop) {
        guard let first = try interpreter.evaluate(query, scope).first,
          let element = before.element
        else { continue }
        let text = writer.text(try first.value(), element)
        return [Message(.counterexample, [.text(shortened(text, 160))])]
      } catch {
        switch error {
        case .fault, .mistakes, .needsRows: continue
        case .limit, .store: throw error
        }
      }
    }
    return []
  }

  /// The exception by which a principle has its value, or that it is the principle's.
  private func grounds(_ part: TypedExpression) throws(Stop) -> String? {
    guard case .tableCall(let id, let arguments) = part.kind,
      let grounds = interpreter.program.tables[id.index].grounds
    else { return nil }
    let question = TypedExpression(.tableCall(grounds, arguments), .text, part.span)
    guard case .scalar(.text(let text)) = try interpreter.evaluate(question, scope) else {
      return nil
    }
    return text
  }

  /// The value of a part in this test; nil where it has none, as in a branch that is not taken.
  private func shown(_ part: TypedExpression) throws(Stop) -> String? {
    do throws(Stop) {
      let datum = try interpreter.evaluate(part, scope)
      // Long lists are counted, not read.
      if case .rows(let rows) = datum, rows.count > 20 { return "[… (\(rows.count))]" }
      return shortened(writer.text(try datum.value(), part.type), 160)
    } catch {
      switch error {
      case .fault, .mistakes, .needsRows: return nil
      case .limit, .store: throw error
      }
    }
  }

  private func source(_ part: TypedExpression) -> String {
    let text = sources[part.span.file].text(part.span)
    let words = text.split { $0.isWhitespace }
    return shortened(words.joined(separator: " "), 60)
  }

  private func shortened(_ text: String, _ limit: Int) -> String {
    text.unicodeScalars.count > limit ? String(text.prefix(limit - 1)) + "…" : text
  }
}

extension TypedExpression {
  /// The parts that have a value of their own here: not those of a query's steps, which have one
  /// for every row.
  fileprivate var visibleParts: [TypedExpression] {
    switch kind {
    case .query(let source, _): [source]
    case .match(let subjects, _): subjects
    case .some(let inner), .widen(let inner), .unwrap(let inner): inner.visibleParts
    default: children
    }
  }

  /// Whether its value is what is written.
  fileprivate var isWrittenOut: Bool {
    switch kind {
    case .constant, .registry: true
    case .some(let inner), .widen(let inner), .unwrap(let inner), .negate(let inner):
      inner.isWrittenOut
    case .list(let elements), .set(let elements): elements.allSatisfy(\.isWrittenOut)
    default: false
    }
  }
}
