import Engine
import Quantities
import Semantics
import Source
package import Store

func fault(_ kind: Fault.Kind, at span: Span) -> Diagnostic {
  let code: DiagnosticCode =
    switch kind {
    case .overflow: .overflow
    case .divisionByZero: .divisionByZero
    case .inexactDivision: .inexactDivision
    case .dateOutOfRange: .dateOutOfRange
    case .placesOutOfRange: .placesOutOfRange
    case .outsideCalendar: .internalError
    }
  return Diagnostic(code, at: span)
}

func noAsOfDate(at span: Span) -> Diagnostic { Diagnostic(.noAsOfDate, at: span) }

func nestedTooDeep(at span: Span) -> Diagnostic { Diagnostic(.nestedTooDeep, at: span) }

func noArmTaken(at span: Span) -> Diagnostic { Diagnostic(.noArmTaken, at: span) }

func impossible(_ what: String) -> Diagnostic {
  Diagnostic(.internalError, at: .nowhere, [.text(what)])
}

func limitReached(_ limit: LimitExceeded) -> Diagnostic {
  switch limit {
  case .steps(let count): Diagnostic(.stepLimit, at: .nowhere, [.number(count)])
  case .memory(let count): Diagnostic(.memoryLimit, at: .nowhere, [.number(count)])
  case .timeout: Diagnostic(.timeLimit, at: .nowhere)
  case .cancelled: Diagnostic(.cancelled, at: .nowhere)
  }
}

func storeFailed(_ error: StoreError) -> Diagnostic {
  switch error {
  case .unavailable(let text): Diagnostic(.storeUnavailable, at: .nowhere, [.text(text)])
  case .forbidden(let text): Diagnostic(.storeForbidden, at: .nowhere, [.text(text)])
  case .interrupted(let text): Diagnostic(.storeInterrupted, at: .nowhere, [.text(text)])
  case .busy(let text): Diagnostic(.storeBusy, at: .nowhere, [.text(text)])
  case .cannotWrite(let text): Diagnostic(.storeCannotWrite, at: .nowhere, [.text(text)])
  case .corrupt(let text): Diagnostic(.storeCorrupt, at: .nowhere, [.text(text)])
  case .newerFormat(let found, let known):
    Diagnostic(.storeNewer, at: .nowhere, [.number(found), .number(known)])
  case .noSuchRegistry(let name):
    Diagnostic(.registryNotImported, at: .nowhere, [.text(name)])
  case .schemaMismatch(let stored, let given):
    Diagnostic(
      .mergeDiffers, at: .nowhere, [.text(given.name)],
      notes: SchemaDifference.between(declared: given, stored: stored).map(\.message))
  case .versionConflict(let stream, _, _):
    Diagnostic(.storeConflict, at: .nowhere, [.text(stream)])
  case .invalidRows(let text): impossible(text)
  case .nameTooLong(let name, let most):
    Diagnostic(.storedNameTooLong, at: .nowhere, [.text("\(name.prefix(20))…"), .number(most)])
  case .limit(let limit): limitReached(limit)
  case .missingLibrary(let name):
    Diagnostic(.storeLibraryMissing, at: .nowhere, [.text(name)])
  case .passwordInAddress: Diagnostic(.passwordInAddress, at: .nowhere)
  case .outcomeUnknown(let text): Diagnostic(.storeOutcomeUnknown, at: .nowhere, [.text(text)])
  }
}

extension RunFailure {
  init(_ stop: Stop) {
    self =
      switch stop {
      case .fault(let diagnostic): .mistakes([diagnostic])
      case .mistakes(let diagnostics): .mistakes(diagnostics)
      case .limit(let limit): .limit(limitReached(limit))
      case .store(let error): RunFailure(error)
      case .needsRows: .mistakes([impossible("a row where there is none")])
      }
  }

  package init(_ error: StoreError) {
    self =
      switch error {
      case .limit(let limit): .limit(limitReached(limit))
      case .schemaMismatch, .nameTooLong: .mistakes([storeFailed(error)])
      default: .store(error, storeFailed(error))
      }
  }
}

func givenFileMissing(_ name: String, at span: Span) -> Diagnostic {
  Diagnostic(.givenFileMissing, at: span, [.text(name)])
}

func hostFailed(_ name: String, _ why: String, at span: Span) -> Diagnostic {
  Diagnostic(.hostFailed, at: span, [.text(name), .text(why)])
}

func outsideCalendar(_ name: String, _ days: WorkingDayCalendar, at span: Span) -> Diagnostic {
  Diagnostic(
    .outsideCalendar, at: span,
    [.text(name), .number(days.firstDay.year), .number(days.lastDay.year)])
}
