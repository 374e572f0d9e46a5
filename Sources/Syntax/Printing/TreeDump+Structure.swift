extension LawItem {
  var dump: String { lines("law " + name.dump, parts.map(\.kind.dump)) }
}

extension LawItem.PartKind {
  fileprivate var dump: String {
    switch self {
    case .title(let title, let number): node("title", quoted(title), number.map(quoted))
    case .number(let number): node("number", quoted(number))
    case .effective(let day): node("effective", day.dump)
    case .lapses(let day): node("lapses", day.dump)
    case .replaces(let name): node("replaces", name.dump)
    }
  }
}

extension CitationSyntax {
  var dump: String {
    let article = article.map { node("article", quoted($0)) }
    return switch document {
    case .title(let title, let number):
      node("citation", quoted(title), number.map(quoted), article)
    case .name(let name): node("citation", name.dump, article)
    }
  }
}
