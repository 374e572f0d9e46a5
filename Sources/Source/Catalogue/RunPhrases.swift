extension Phrase {
  /// {0} is the key of a registry's row.
  public static let atObject = Phrase(zh: "发生在对象“{0}”", en: "at the object \"{0}\"")
  public static let expectedValue = Phrase(zh: "应为：{0}", en: "expected: {0}")
  public static let actualValue = Phrase(zh: "实为：{0}", en: "actual: {0}")
  /// A part of an expression as written, and its value.
  public static let partValue = Phrase(zh: "{0} 的值为 {1}", en: "{0} is {1}")
  /// A call of a principle as written, and what its value rests on.
  public static let partGrounds = Phrase(zh: "{0} 按{1}", en: "{0} by {1}")
  public static let counterexample = Phrase(zh: "反例：{0}", en: "counterexample: {0}")
  public static let doesNotHold = Phrase(zh: "不成立", en: "does not hold")
  public static let morePartValues = Phrase(
    zh: "另有 {0} 个部分的值未列出", en: "the values of {0} more parts are not shown")

}
