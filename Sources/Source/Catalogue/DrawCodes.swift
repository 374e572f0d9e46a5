extension DiagnosticCode {
  static let drawCodes: [DiagnosticCode] =
    [
      registryNotImported, registryDiffers, unknownPlan, drawOutsidePeriod, lineFeedInSeed,
      lineFeedInKey, countAbovePopulation, emptyQuotaRange, zeroQuota, overallTooLow,
      overallTooHigh, overallContradiction, ratioOutOfRange, negativeCount, alreadyDrawn,
      nothingToRedraw, seedNotCommitted, emptySeed, unknownRegistry, lineFeedInGroup,
      commitmentOpen, redrawNeedsCommitment,
    ] + quantityDrawCodes + storeCodes + manifestCodes

  public static let registryNotImported = DiagnosticCode(
    "YJ0701",
    zh: "存储里没有名录“{0}”",
    en: "the store has no registry \"{0}\"",
    why: Words(
      zh: "名录的数据要先导入。用 yijian import 导入数据文件，或换用已有数据的存储。",
      en: "A registry's data has to be imported first, with yijian import; or use another store."),
    example: .situation(
      Words(zh: "导入之前就抽取。", en: "A draw before the import.")))

  public static let registryDiffers = DiagnosticCode(
    "YJ0702",
    zh: "存储里的名录“{0}”与脚本的声明不一致",
    en: "the stored registry \"{0}\" differs from its declaration in the script",
    why: Words(
      zh: "数据是按当时的声明导入的。字段改了以后，请重新导入，使数据和声明一致。",
      en: "The data was imported under another declaration. Import it again after a change."),
    example: .situation(
      Words(zh: "导入之后给名录增加了一个字段。", en: "A field was added after the import.")))

  public static let unknownPlan = DiagnosticCode(
    "YJ0703",
    zh: "脚本里没有计划“{0}”",
    en: "the script has no plan \"{0}\"",
    why: Words(
      zh: "抽取时要写明脚本中一个计划的名字。",
      en: "A draw names one of the script's plans."),
    example: .situation(
      Words(zh: "命令行里的计划名写错了一个字。", en: "A plan's name is misspelt on the command line.")))

  public static let drawOutsidePeriod = DiagnosticCode(
    "YJ0704",
    zh: "{0} 不在计划“{1}”的期间 {2} 至 {3} 内",
    en: "{0} is not in the period of the plan \"{1}\", {2} to {3}",
    why: Words(
      zh: "抽取属于计划的某一轮，日期须在计划期间之内。",
      en: "A draw belongs to a round of the plan, so its day lies in the plan's period."),
    example: .situation(
      Words(zh: "用去年的计划在今天抽取。", en: "Drawing today by last year's plan.")))

  public static let lineFeedInSeed = DiagnosticCode(
    "YJ0705",
    zh: "种子里有换行符",
    en: "the seed has a line feed",
    why: Words(
      zh: "抽签根用换行分隔各部分，种子里的换行会让两次不同的抽取看起来一样。",
      en: "Line feeds separate the parts of a draw's root; one in the seed would blur them."),
    example: .situation(
      Words(zh: "从文件读入种子时没有去掉行尾。", en: "A seed read from a file with its line end.")))

  public static let lineFeedInKey = DiagnosticCode(
    "YJ0706",
    zh: "主键“{0}”里有换行符",
    en: "the key \"{0}\" has a line feed",
    why: Words(
      zh: "主键要能用一行命令重算抽签号，不能含换行。",
      en: "A key must fit on one line, so that anyone can recompute its ticket."),
    example: .situation(
      Words(zh: "数据文件里主键的引号内有换行。", en: "A quoted key with a line end inside.")))

  public static let countAbovePopulation = DiagnosticCode(
    "YJ0707",
    zh: "要抽 {0} 户，但只有 {1} 户",
    en: "objects to be drawn: {0}; there are only {1}",
    why: Words(
      zh: "户数是确切的要求，对象不够时不会悄悄少抽。可写“全部 当 少于 …户”。",
      en: "A count is exact and is never cut silently. Write \"all when fewer than\" for this case."
    ),
    example: .situation(
      Words(zh: "“A => 60户”，而 A 级只有 40 户。", en: "\"A => 60 objects\" with 40 objects in A.")))

  public static let emptyQuotaRange = DiagnosticCode(
    "YJ0708",
    zh: "{0} 户里没有整数户数落在要求的范围内：至少 {1}，至多 {2}",
    en: "of {0} objects no whole number lies in the range: at least {1}, at most {2}",
    why: Words(
      zh: "下限向上取整，上限向下取整；对象太少时两者之间没有整数。",
      en: "The lower bound is rounded up, the upper down; with few objects nothing is left."),
    example: .situation(
      Words(zh: "“5%..8%”而这一层只有 10 户。", en: "\"5%..8%\" of a stratum of 10 objects.")))

  public static let zeroQuota = DiagnosticCode(
    "YJ0709",
    zh: "这一层有 {0} 户，定额却为 0",
    en: "the quota of this stratum is 0; objects in it: {0}",
    why: Words(
      zh: "有对象的层一户都不抽，往往不是计划的本意。真要如此，请写“允许为零”。",
      en: "A stratum that gives nothing is rarely meant. If it is, write \"allow zero\"."),
    example: .situation(
      Words(zh: "“不超过 5%”而这一层只有 10 户。", en: "\"at most 5%\" of a stratum of 10 objects.")))

  public static let overallTooLow = DiagnosticCode(
    "YJ0710",
    zh: "各层合计至多 {0} 户，达不到总体要求的 {1} 户",
    en: "the strata give at most {0} together; overall at least {1} are required",
    why: Words(
      zh: "各层的上限与总体的下限不能同时成立，下面列出算式。",
      en: "The strata's upper bounds and the overall lower bound exclude each other; see the sum."),
    example: .situation(
      Words(zh: "各层“不超过 5%”，总体“不少于 10%”。", en: "Strata at most 5%, overall at least 10%.")))

  public static let overallTooHigh = DiagnosticCode(
    "YJ0711",
    zh: "各层合计至少 {0} 户，超过总体要求的 {1} 户",
    en: "the strata give at least {0} together; overall at most {1} are allowed",
    why: Words(
      zh: "各层的下限与总体的上限不能同时成立，下面列出算式。",
      en: "The strata's lower bounds and the overall upper bound exclude each other; see the sum."),
    example: .situation(
      Words(zh: "D 级“全部”就已超过总体“不超过 20%”。", en: "One stratum alone exceeds the overall bound.")))

  public static let overallContradiction = DiagnosticCode(
    "YJ0712",
    zh: "两个总体要求不能同时成立：不少于 {0} 户，又不超过 {1} 户",
    en: "two overall bounds exclude each other: at least {0} and at most {1}",
    why: Words(
      zh: "总体的下限大于上限，任何样本都不能满足。",
      en: "The overall lower bound is above the upper one; no sample satisfies both."),
    example: .situation(
      Words(
        zh: "“总体 不少于 30户”和“总体 不超过 10%”，共 200 户。",
        en: "At least 30 objects and at most 10% of 200.")))

  public static let ratioOutOfRange = DiagnosticCode(
    "YJ0713",
    zh: "比例 {0} 不在 0 到 1 之间",
    en: "the ratio {0} does not lie between 0 and 1",
    why: Words(
      zh: "抽查比例是全体的一部分。", en: "A sampling ratio is a part of the whole."),
    example: .situation(Words(zh: "比例由常量算出，超过了 100%。", en: "A computed ratio above 100%.")))

  public static let negativeCount = DiagnosticCode(
    "YJ0714",
    zh: "户数 {0} 是负数",
    en: "the number of objects {0} is negative",
    why: Words(zh: "户数不能小于零。", en: "A number of objects cannot be below zero."),
    example: .situation(Words(zh: "户数由常量相减得出。", en: "A count computed by subtraction.")))

  public static let alreadyDrawn = DiagnosticCode(
    "YJ0715",
    zh: "计划“{0}”的这一轮（{1}）已经抽过",
    en: "this round of the plan \"{0}\" ({1}) has been drawn already",
    why: Words(
      zh: "抽取只增不改。重抽是一条带理由的新记录，旧的不会被替换。",
      en: "Draws are append-only. A redraw is a new record with a reason, never a replacement."),
    example: .situation(
      Words(zh: "对同一轮再抽一次而不写理由。", en: "Drawing a round again without a reason.")))

  public static let nothingToRedraw = DiagnosticCode(
    "YJ0716",
    zh: "计划“{0}”的这一轮（{1}）还没有抽过，谈不上重抽",
    en: "this round of the plan \"{0}\" ({1}) has not been drawn; there is nothing to redraw",
    why: Words(
      zh: "重抽的理由说明为什么作废前一次抽取，第一次抽取不需要。",
      en: "The reason of a redraw says why an earlier draw is set aside; the first needs none."),
    example: .situation(
      Words(zh: "第一次抽取就写了重抽理由。", en: "A reason given with the first draw.")))

  public static let seedNotCommitted = DiagnosticCode(
    "YJ0717",
    zh: "种子与事先承诺的不符",
    en: "the seed is not the one that was committed to",
    why: Words(
      zh: "抽取前登记了种子的散列值，抽取时用的种子必须与之一致。",
      en: "The seed's hash was recorded before the draw, and the draw must use that seed."),
    example: .situation(
      Words(zh: "承诺了一个种子，抽取时换了另一个。", en: "Committing to one seed, drawing with another.")))

  public static let emptySeed = DiagnosticCode(
    "YJ0718",
    zh: "种子是空的",
    en: "the seed is empty",
    why: Words(
      zh: "种子应是事先谁也不能预知的公开文本，例如当期彩票号码。",
      en: "A seed should be public and unpredictable, such as the numbers of a lottery."),
    example: .situation(Words(zh: "--seed \"\"", en: "--seed \"\"")))

  public static let unknownRegistry = DiagnosticCode(
    "YJ0719",
    zh: "脚本里没有名录“{0}”",
    en: "the script has no registry \"{0}\"",
    why: Words(
      zh: "导入时要写明脚本中一个名录的名字。", en: "An import names one of the script's registries."),
    example: .situation(
      Words(zh: "命令行里的名录名写错了。", en: "A registry's name is misspelt on the command line.")))

  public static let lineFeedInGroup = DiagnosticCode(
    "YJ0720",
    zh: "协同组的名字里有换行符",
    en: "the name of the coordination group has a line feed",
    why: Words(
      zh: "抽签根用换行分隔各部分，组名里不能有换行。",
      en: "Line feeds separate the parts of a draw's root, so the group's name has none."),
    example: .situation(
      Words(zh: "协同组 \"甲\\n乙\"", en: "coordination \"a\\nb\"")))

  public static let commitmentOpen = DiagnosticCode(
    "YJ0721",
    zh: "计划“{0}”的这一轮（{1}）已经承诺了另一个种子",
    en: "this round of the plan \"{0}\" ({1}) has a commitment to another seed",
    why: Words(
      zh: "承诺的意义在于种子不能再换：用承诺过的种子抽取，之后才能为重抽承诺新的种子。",
      en: """
        A commitment means that the seed cannot be changed: draw with it; a new one can be committed \
        to for a redraw.
        """),
    example: .situation(
      Words(zh: "抽取之前承诺了两个种子。", en: "Committing to two seeds before a draw.")))

  public static let redrawNeedsCommitment = DiagnosticCode(
    "YJ0722",
    zh: "计划“{0}”的这一轮（{1}）以承诺的种子抽取，重抽也要先承诺新的种子",
    en: """
      this round of the plan \"{0}\" ({1}) was drawn with a seed committed to; a redraw needs a \
      commitment, too
      """,
    why: Words(
      zh: "否则重抽可以挑选种子，前一次的承诺就失去意义。先用 yijian commit 登记新种子。",
      en: """
        Otherwise the seed of a redraw could be chosen, and the first commitment would be worth \
        nothing. Record the new seed with yijian commit first.
        """),
    example: .situation(
      Words(zh: "承诺、抽取之后，用没有承诺的种子重抽。", en: "Commit, draw, then redraw with any seed.")))
}
