/// Plans that are based on others.
extension Phrase {
  public static let inheritedFrom = Phrase(zh: "沿用自这里", en: "inherited from here")
  public static let baseSaysSame = Phrase(zh: "原计划的写法", en: "what it is based on says")
}
