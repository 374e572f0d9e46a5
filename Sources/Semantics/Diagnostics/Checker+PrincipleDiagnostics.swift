import Source
import Syntax

/// Mistakes about principles and their exceptions.
extension Checker {
  func exceptionChangesNothing(_ title: String, _ result: Span, _ standard: Span) -> Diagnostic {
    Diagnostic(
      .exceptionChangesNothing, at: result, [.text(title)],
      related: [Label(standard, Message(.principleHere))])
  }

  func exceptionTwice(_ title: String, _ span: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .exceptionTwice, at: span, [.text(title)], related: [Label(earlier, Message(.usedHereFirst))])
  }

  func notAPrinciple(_ span: Span) -> Diagnostic {
    Diagnostic(.notAPrinciple, at: span, [spelled(.basis), spelled(.principle)])
  }
}
