import Source

func manifestIsPublicEdition() -> Diagnostic {
  Diagnostic(.manifestIsPublicEdition, at: .nowhere)
}

func manifestNotJSON(_ failure: JSONFailure) -> Diagnostic {
  Diagnostic(.manifestNotJSON, at: .nowhere, [.number(failure.offset)])
}

func manifestMalformed(_ member: String) -> Diagnostic {
  Diagnostic(.manifestMalformed, at: .nowhere, [.text(member)])
}

func manifestDiffers(_ check: VerificationReport.Check) -> Diagnostic {
  Diagnostic(
    .manifestDiffers, at: .nowhere, [.text(check.member)],
    notes: [
      Message(.recordedValue, [.text(check.recorded)]),
      Message(.computedValue, [.text(check.computed)]),
    ])
}

func manifestScriptErrors() -> Diagnostic { Diagnostic(.manifestScriptErrors, at: .nowhere) }

func manifestNeedsHost(_ name: String) -> Diagnostic {
  Diagnostic(.manifestNeedsHost, at: .nowhere, [.text(name)])
}

func manifestNeedsRegistry(_ name: String) -> Diagnostic {
  Diagnostic(.manifestNeedsRegistry, at: .nowhere, [.text(name)])
}
