import Source
import Syntax

/// Mistakes in calls and queries.
extension Checker {
  func argumentCount(
    _ name: String, _ span: Span, found: Int, wanted: Int, declared: Signature? = nil
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      .argumentCount, at: span, [.text(name), .number(wanted), .number(found)])
    if let declared {
      let names = declared.parameters.map(\.name.text).joined(separator: ", ")
      diagnostic.related = [
        Label(declared.name.span, Message(.declaredHere, [.text(declared.name.text)]))
      ]
      if !names.isEmpty { diagnostic.notes = [Message(.parametersAre, [.text(names)])] }
    }
    return diagnostic
  }

  func wrongLabel(_ label: CallArgument.Label, wanted: String?) -> Diagnostic {
    let span = labelSpan(label)
    var diagnostic = Diagnostic(.wrongLabel, at: span, [.text(labelText(label))])
    if let wanted {
      diagnostic.label = Message(.labelIs, [.text(wanted)])
      diagnostic.fixIts = [
        FixIt(Message(.changeTo, [.text(wanted)]), [FixIt.Edit(span, wanted)])
      ]
    } else {
      diagnostic.label = Message(.noLabelHere)
    }
    return diagnostic
  }

  func fieldWithoutName(_ span: Span, _ record: Name) -> Diagnostic {
    Diagnostic(.fieldWithoutName, at: span, [.text(record.text)])
  }

  func missingFields(_ record: Name, _ fields: [String]) -> Diagnostic {
    Diagnostic(
      .missingFields, at: record.span,
      [.text(record.text), .text(fields.joined(separator: ", "))])
  }

  /// The source, or the step before, has made something that cannot be gone through.
  func notAQuerySource(
    _ type: Type, _ step: QueryStep, _ source: Expression, _ last: TypedStep?
  ) -> Diagnostic {
    let maker = last?.span ?? source.span
    return Diagnostic(
      .notAQuerySource, at: step.keywordSpan, [.text(written(step.keywordSpan)), words(type)],
      related: [Label(maker, Message(.valueMadeHere, [words(type)]))])
  }

  func stepNotApplicable(_ step: QueryStep, _ type: Type) -> Diagnostic {
    Diagnostic(
      .stepNotApplicable, at: step.keywordSpan, [.text(written(step.keywordSpan)), words(type)])
  }

  func groupWithoutAggregate(_ step: QueryStep) -> Diagnostic {
    Diagnostic(.groupWithoutAggregate, at: step.span, [spelled(.groupBy)])
  }

  func elementOutsideQuery(_ span: Span) -> Diagnostic {
    Diagnostic(.elementOutsideQuery, at: span, [spelled(.it)])
  }

  func elementIsRow(_ span: Span, _ registry: String) -> Diagnostic {
    Diagnostic(.elementIsRow, at: span, [.text(registry), spelled(.it)])
  }

  func queryUsesOuterRow(_ span: Span) -> Diagnostic {
    Diagnostic(.queryUsesOuterRow, at: span)
  }

  func listDependsOnRow(_ span: Span) -> Diagnostic {
    Diagnostic(.listDependsOnRow, at: span)
  }

  func argumentUsedInQuery(_ span: Span, _ function: Name) -> Diagnostic {
    Diagnostic(
      .argumentUsedInQuery, at: span, [.text(function.text)],
      related: [Label(function.span, Message(.declaredHere, [.text(function.text)]))])
  }
}
