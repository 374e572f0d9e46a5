package import Quantities
package import Source
package import Syntax

/// A law, regulation, rule or standard, in one of its versions.
package struct LawDeclaration: Sendable {
  package let name: Name
  /// Without the marks 《》; the declaration's name where it gives none.
  package let title: String
  /// `民政部令第66号`
  package let number: String?
  /// The first day on which it is in force; nil if the script does not say.
  package let effective: CivilDate?
  /// The first day on which it is no longer in force: its own, or that on which what replaces it
  /// takes effect.
  package var lapses: CivilDate?
  /// What replaces it.
  package var successor: LawID?

  package init(
    name: Name, title: String, number: String?, effective: CivilDate?, lapses: CivilDate?
  ) {
    self.name = name
    self.title = title
    self.number = number
    self.effective = effective
    self.lapses = lapses
  }
}

/// What something rests on: an article of a law, declared or not.
package struct Basis: Hashable, Sendable {
  /// Nil where the script declares no law of this title.
  package let law: LawID?
  package let title: String
  package let number: String?
  /// `第四十五条`, or a bare number.
  package let article: String?
  package let span: Span

  package init(law: LawID?, title: String, number: String?, article: String?, span: Span) {
    self.law = law
    self.title = title
    self.number = number
    self.article = article
    self.span = span
  }

  /// As it is printed: `《食品安全法》第四十五条`.
  package var text: String {
    let article = article.map { $0.allSatisfy(\.isNumber) ? "第\($0)条" : $0 }
    return "《\(title)》" + (number.map { "(\($0))" } ?? "") + (article ?? "")
  }
}
