/// Labels and notes about several plans together.
extension Phrase {
  public static let aPlanOfThem = Phrase(zh: "其中一个计划", en: "one of the plans")
  /// A number, how many departments, the product, the sum allowed.
  public static let productBelow = Phrase(
    zh: "每个部门至多 {0} 次，{1} 个部门合起来至多 {0} × {1} = {2} 次，到不了 {3} 次",
    en: "{1} departments with at most {0} each make at most {0} × {1} = {2}, never {3}")
  /// The sum allowed, what each is allowed.
  public static let togetherIsLess = Phrase(
    zh: "各部门合计至多 {0} 次，单个部门到不了 {1} 次",
    en: "all together are allowed {0}, so that none can make {1}")
  public static let exclusiveHere = Phrase(zh: "这里写明不再单独检查", en: "this says that there is no other")
  /// Departments, a registry, a year.
  public static let sharedBetweenPlans = Phrase(
    zh: "相同之处：部门 {0}，名录 {1}，{2} 年", en: "in common: {0}, the registry {1}, the year {2}")
  /// The two plans.
  public static let mergeOrSeparate = Phrase(
    zh: "把“{0}”的检查事项并入“{1}”，或用“对象”后面的条件使两个计划的对象分开",
    en: "make it part of '{1}', or keep their objects apart by a condition behind `over`")
  public static let capIsHere = Phrase(zh: "上限在这里", en: "the cap is here")
  /// A year, visits, the limit.
  public static let visitsAboveLimit = Phrase(
    zh: "{0} 年每户 {1} 次 > {2} 次", en: "{1} visits an object in {0} > {2}")
  /// Shares, their sum, the bound.
  public static let plansDrawAtMost = Phrase(
    zh: "各计划至多抽 {0} = {1} < {2}（对象极少时，进一取整可能凑够）",
    en: "the plans draw at most {0} = {1} < {2} (but for rounding up where objects are very few)")
  public static let plansDrawAtLeast = Phrase(
    zh: "各计划至少抽 {0} = {1} > {2}", en: "the plans draw at least {0} = {1} > {2}")
  public static let coverageForParts = Phrase(
    zh: "这些计划的对象互不相同，各自的比例不能相加：占全部对象的比例写“覆盖”",
    en:
      "these plans are about different objects, whose shares do not add up: write `coverage` for the share of all objects"
  )
  /// An amount.
  public static let planDrawsAtMost = Phrase(zh: "至多 {0}", en: "at most {0}")
  public static let planDrawsAtLeast = Phrase(zh: "至少 {0}", en: "at least {0}")
  /// The word for it.
  public static let writeTheLevel = Phrase(
    zh: "在部门里写明“{0}”，如 市级、县级", en: "say its '{0}' where it is declared: municipal, county")
  /// Citations.
  public static let capRestsOn = Phrase(zh: "上限的依据：{0}", en: "the cap rests on {0}")
}
