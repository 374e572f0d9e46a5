import Quantities
import Semantics
import Source
import Syntax

func registryAsAtDiffers(
  _ registry: String, wanted: CivilDate, found: CivilDate?, at span: Span
) -> Diagnostic {
  let stored = Words(zh: "没有注明日期", en: "of no stated day")
  return Diagnostic(
    .registryAsAtDiffers, at: span, [.text(registry), .text(wanted.description)],
    notes: [
      Message(.storedAsAt, [found.map { .text($0.description) } ?? .words(stored)])
    ])
}

func leadOfOtherLevel(
  _ key: String, _ lead: Name, _ level: AdministrativeLevel, at span: Span
) -> Diagnostic {
  Diagnostic(
    .leadOfOtherLevel, at: span, [.text(key), .text(lead.text), .words(level.words)])
}
