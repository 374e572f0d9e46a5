extension Phrase {
  /// A stratum or cell by its label.
  public static let ofStratum = Phrase(zh: "层：{0}", en: "stratum: {0}")
  public static let ofCell = Phrase(zh: "层：{0}，其中 {1}", en: "stratum: {0}, of it {1}")
  /// What values are of, and the value.
  public static let ofArea = Phrase(zh: "{0}：{1}", en: "{0}: {1}")
  /// Sums such as `A 12 + B 8 = 20`.
  public static let quotaSum = Phrase(zh: "{0} = {1}", en: "{0} = {1}")
  public static let strataPopulation = Phrase(
    zh: "各层共有 {0} 户", en: "objects in all strata: {0}")
  public static let fieldMissingInStore = Phrase(
    zh: "存储里没有字段“{0}”", en: "the store has no field \"{0}\"")
  public static let fieldOnlyInStore = Phrase(
    zh: "字段“{0}”只在存储里有", en: "the field \"{0}\" is only in the store")
  public static let fieldTypeDiffers = Phrase(
    zh: "字段“{0}”：脚本里是 {1}，存储里是 {2}", en: "the field \"{0}\": {1} in the script, {2} in the store")
  public static let fieldOrderDiffers = Phrase(
    zh: "字段的次序不同", en: "the fields are in another order")
  public static let keyDiffers = Phrase(
    zh: "主键：脚本里是“{0}”，存储里是“{1}”", en: "the key: \"{0}\" in the script, \"{1}\" in the store")
  public static let importAgain = Phrase(
    zh: "按新的声明重新导入即可", en: "import the data again under this declaration")
  public static let plansAre = Phrase(zh: "脚本里的计划：{0}", en: "the script's plans: {0}")
  public static let registriesAre = Phrase(zh: "脚本里的名录：{0}", en: "the script's registries: {0}")
  /// A day, or that none is known.
  public static let storedAsAt = Phrase(zh: "存储里的是：{0}", en: "the stored one is: {0}")
  public static let giveReason = Phrase(
    zh: "要重抽，请写明理由", en: "to draw again, give a reason")
  public static let drawnOn = Phrase(
    zh: "第 {0} 条记录：{1} 抽取，{2} 户", en: "entry {0}: drawn on {1}, objects: {2}")
  public static let recordedValue = Phrase(zh: "清单里是：{0}", en: "in the manifest: {0}")
  public static let computedValue = Phrase(zh: "重算得到：{0}", en: "computed: {0}")
  public static let committedDigest = Phrase(
    zh: "承诺的散列值 {0}（第 {1} 条记录）", en: "committed hash {0} (entry {1})")
}
