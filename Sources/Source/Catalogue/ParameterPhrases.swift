/// What a plan leaves open.
extension Phrase {
  public static let baseWithoutParameter = Phrase(
    zh: "这个计划没有参数“{0}”", en: "this plan has no parameter '{0}'")
  public static let parameterIs = Phrase(zh: "{0} = {1}", en: "{0} = {1}")
  public static let parameterRange = Phrase(zh: "{0} 在 {1} 至 {2} 之间", en: "{0} is from {1} to {2}")
  public static let setParameter = Phrase(
    zh: "抽取时给值：yijian draw … --set {0}；在测试里写在“抽取(…)”的最后",
    en: "give it with the draw: yijian draw … --set {0}; in a test, at the end of `draw(…)`")
}
