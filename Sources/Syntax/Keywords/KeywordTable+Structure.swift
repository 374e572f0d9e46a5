/// Keywords of what a plan consists of besides its sample: laws, matters, checklists, follow-up.
extension KeywordTable {
  static let structure: [KeywordSpelling] = [
    .init(.law, "法规", "law"),
    .init(.basis, "依据", "basis"),
    .init(.article, "条款", "article"),
    .init(.documentNumber, "文号", "number"),
    .init(.effective, "施行", "effective"),
    .init(.lapses, "失效", "lapses"),
    .init(.replaces, "接替", "replaces"),
  ]
}

extension Keyword {
  static let lawParts: [Keyword] = [.title, .documentNumber, .effective, .lapses, .replaces]
}
