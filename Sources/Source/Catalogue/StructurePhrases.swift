/// Labels, notes and fixes about laws, matters, checklists and the rest of a plan's structure.
extension Phrase {
  /// A law with its number.
  public static let replacedBy = Phrase(
    zh: "接替它的是{0}；条款要重新核对", en: "{0} replaces it; look its articles up again")
  public static let citeInstead = Phrase(zh: "依据{0}", en: "cite {0}")
  public static let restsOnItHere = Phrase(zh: "依据写在这里", en: "it is cited here")

  public static let neededHere = Phrase(zh: "这里用到“{0}”", en: "'{0}' is used here")
  public static let itemIsHere = Phrase(zh: "“{0}”在这里", en: "'{0}' is here")
  /// The keyword, the department.
  public static let letTakePart = Phrase(
    zh: "让它参与：{0} {1}；或者从检查单里去掉这一项",
    en: "let it take part: {0} {1}; or take the item off the checklist")
  /// The block of a department.
  public static let listTheMatter = Phrase(
    zh: "在计划里列明：{0}；清单之外无检查", en: "list it in the plan: {0}; what is not listed is not inspected")
}
