/// Where words can stand that were written elsewhere.
extension Phrase {
  public static let placeOfWhen = Phrase(
    zh: "“当”写在参与的部门后面、检查单的项后面、“全部 当 少于 …”里和检查上限里；别的内容只对一部分对象时，写成几个计划，各用“对象 … 其中 …”说明是哪些对象",
    en:
      "'when' stands behind a department that takes part and an item of a checklist, in 'all when fewer than …' and in a visit cap; anything else that holds of some objects only is a plan of its own, 'over … where …'"
  )
  public static let placeOfExcept = Phrase(
    zh: "“除”写在“对象 名录 [其中 …]”和“不重复”“排除 …内已抽”“上限”后面；别的内容不对某些对象时，把它们写进条件（且 非 …），或者写成几个计划",
    en:
      "'except' stands behind 'over registry [where …]', 'without repeats', 'exclude … recently drawn' and 'cap'; leave objects out of anything else by its condition (and not …), or in a plan of their own"
  )
  public static let placeOfBy = Phrase(
    zh: "“按”写在抽查、频次、牵头、抽取层级、检查层级、再抽、发现问题后面；部门只参与一部分对象的，写“参与 部门 当 条件”",
    en:
      "'by' stands behind sample, frequency, lead, draw level, inspection level, then sample and findings; a department that comes to some objects only takes part 'with department when …'"
  )
  public static let placeOfEach = Phrase(
    zh: "“各”写在抽查的分层后面（抽查 按 信用, 各 街镇）和“总体”后面（总体 各 县区 不少于 1户）",
    en:
      "'each' stands behind the strata of a sample (sample by tier, each town) and behind overall (overall each county at least 1 object)"
  )
  public static let placeOfSpread = Phrase(
    zh: "“均衡”写在抽查的分层后面（抽查 按 信用, 均衡 街镇），块的前面",
    en:
      "'spread' stands behind the strata of a sample (sample by tier, spread town), before its block"
  )
  public static let placeOfCovering = Phrase(
    zh: "“涵盖”写在一层的数量后面，用逗号隔开（A => 10%, 涵盖 类型）；每一处至少几户，写“总体 各 县区 不少于 1户”",
    en:
      "'covering' stands behind the quantity of a stratum and a comma (A => 10%, covering kind); so many of each area is 'overall each county at least 1 object'"
  )
  public static let placeOfCounted = Phrase(
    zh: "“计入”写在必查的条件后面", en: "'counted' stands behind the condition of include")
  public static let boundOfEachValue = Phrase(
    zh: "这里只写按什么分；每一处至少（至多）几户，在块里写：总体 各 县区 不少于 1户",
    en:
      "only what to divide by stands here; how many of each value is a clause of the block: overall each county at least 1 object"
  )
  public static let holdsOfAllStrata = Phrase(
    zh: "不对某些对象的，在后面写“除 条件”：不重复 除 信用 == D",
    en:
      "what it is not for is named behind it: without repeats except tier == D"
  )
}
