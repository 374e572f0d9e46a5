extension DiagnosticCode {
  public static let mixedKeywords = DiagnosticCode(
    "YJ0122", zh: "这个文件使用{1}关键字，这里要写{2}而不是{0}",
    en: "this file uses {1} keywords: write {2}, not {0}",
    why: Words(
      zh: "每个关键字都有中文和英文两种写法，一个文件只用其中一种，由文件里的第一个关键字决定。",
      en:
        "Each keyword has a Chinese and an English spelling. A file uses one of the two; its first "
        + "keyword decides."),
    example: .script(wrong: "设 甲 = 1\nshow 甲\n", right: "设 甲 = 1\n显示 甲\n"))

  public static let unknownItem = DiagnosticCode(
    "YJ0123", zh: "{0}不能开始一个条目", en: "{0} does not start an item",
    why: Words(
      zh: "文件由使用、部门、枚举、记录、名录、函数、判定、设、计划、测试、显示等条目组成。",
      en:
        "A file consists of items: use, department, enum, record, registry, function, table, let, "
        + "plan, test, show."),
    example: .script(wrong: "枚具 业态 { 中小学 }\n", right: "枚举 业态 { 中小学 }\n"))

  public static let unknownClause = DiagnosticCode(
    "YJ0124", zh: "{0}不能写在{1}里", en: "{0} cannot stand in {1}",
    why: Words(
      zh: "每种条目里只能写它认识的内容；可以写的内容列在提示里。",
      en: "Each item knows its own clauses; the note lists them."),
    example: .script(
      wrong: "测试 \"和\" {\n  断定 1 + 2 == 3\n}\n", right: "测试 \"和\" {\n  断言 1 + 2 == 3\n}\n"))

  public static let reservedName = DiagnosticCode(
    "YJ0125", zh: "{0}是关键字，不能作名字", en: "{0} is a keyword and cannot be a name",
    why: Words(
      zh: "设、若、则、否则、分情况、且、或、非、真、假、无、属于、其中、它及其英文写法不能作名字；函数、判定、记录、枚举还不能用内置函数和类型的名字。",
      en:
        "let, if, then, else, match, and, or, not, true, false, none, in, where, it, otherwise and "
        + "their Chinese spellings are never names; functions, tables, records and enums cannot "
        + "take the name of a built-in function or type either."),
    example: .script(wrong: "设 真 = 1\n", right: "设 真实数 = 1\n"))

  public static let nameStartsWithDigit = DiagnosticCode(
    "YJ0126", zh: "名字不能以数字开头", en: "a name cannot start with a digit",
    why: Words(
      zh: "以数字开头的是数。可以把数字放在后面，或在前面加上文字或下划线。",
      en: "What starts with a digit is a number. Put the digits last, or a letter or '_' first."),
    example: .script(wrong: "设 1号楼 = 1\n", right: "设 楼1号 = 1\n"))

  public static let otherWording = DiagnosticCode(
    "YJ0127", zh: "这里要写{1}，不写{0}", en: "write {1} here, not {0}",
    why: Words(
      zh: "每个意思只有一种写法，这样不同的人写的脚本读起来也一样。日常的说法按提示改成这种写法即可。",
      en: "Each meaning has one form, so that scripts of different people read alike. Replace the "
        + "everyday wording by the form that is shown."),
    example: .script(wrong: "设 达标 = 3 大于 2\n", right: "设 达标 = 3 > 2\n"))

  public static let holdsOfAllStrata = DiagnosticCode(
    "YJ0130", zh: "{0}对各层都起作用，不能写在一层的后面",
    en: "{0} holds of all strata and cannot stand behind the arm of one",
    why: Words(
      zh: "写在一层后面、用逗号隔开的，看起来只管这一层。对各层都起作用的内容另起一行，或用“；”隔开，读的人才不会弄错。",
      en:
        "Behind an arm and a comma it looks as if it were about that arm. Write what holds of all strata on a line of its own, or behind ';'."
    ),
    example: .script(
      wrong: PlanExample.tiers("A, B => 5%, 不重复\n        C, D => 10%"),
      right: PlanExample.tiers("A, B => 5%\n        C, D => 10%\n        不重复")))
}
