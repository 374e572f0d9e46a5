import Quantities

extension TextExpression {
  func prepared(_ preparation: Preparation) -> TextExpression {
    switch self {
    case .constant, .column: return self
    case .slot(let slot):
      if case .text(let leaf) = preparation.leaf(slot) { return leaf }
      return self
    case .choose(let condition, let then, let otherwise):
      switch condition.prepared(preparation) {
      case .constant(true): return then.prepared(preparation)
      case .constant(false): return otherwise.prepared(preparation)
      case let chosen:
        return .choose(
          chosen, then: then.prepared(preparation), otherwise: otherwise.prepared(preparation))
      }
    case .parentDivision(let text):
      switch text.prepared(preparation) {
      case .constant(let value): return .constant(Engine.parentDivision(value))
      case let text: return .parentDivision(text)
      }
    case .bind(let bound, let body):
      let (kept, inner) = preparation.binding(bound)
      return kept.isEmpty ? body.prepared(inner) : .bind(kept, in: body.prepared(inner))
    }
  }

  /// A predicate on this text, asked where the text comes from: of each constant once, of each
  /// distinct text of a dictionary once. `ask` builds the predicate for what is left.
  func asking(
    _ preparation: Preparation, _ holds: (Span<UInt8>) -> Bool,
    otherwise ask: (TextExpression) -> Condition
  ) -> Condition {
    switch self {
    case .constant(let text):
      return .constant(holds(text.utf8.span))
    case .choose(let condition, let then, let other):
      return .choose(
        condition, then: then.asking(preparation, holds, otherwise: ask),
        otherwise: other.asking(preparation, holds, otherwise: ask))
    case .parentDivision(let text):
      return text.asking(preparation) {
        holds(DivisionCode.parent(of: $0).span)
      } otherwise: {
        ask(.parentDivision($0))
      }
    case .bind(let bound, let body):
      return .bind(bound, in: body.asking(preparation, holds, otherwise: ask))
    case .column, .slot:
      guard let (codes, values) = preparation.dictionary(self) else { return ask(self) }
      return .coded(codes: codes, answers: values.map { holds($0.utf8.span) ? 1 : 0 })
    }
  }
}
