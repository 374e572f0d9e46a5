/// Labels, notes and fixes about laws, matters, checklists and the rest of a plan's structure.
extension Phrase {
  /// A law with its number.
  public static let replacedBy = Phrase(
    zh: "接替它的是{0}；条款要重新核对", en: "{0} replaces it; look its articles up again")
  public static let citeInstead = Phrase(zh: "依据{0}", en: "cite {0}")
  public static let restsOnItHere = Phrase(zh: "依据写在这里", en: "it is cited here")
}
