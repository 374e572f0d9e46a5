/// What a plan leaves open: YJ0216, YJ0580–0583, YJ0588–0589, and at the draw YJ0753–0757.
extension DiagnosticCode {
  static let parameterCodes: [DiagnosticCode] = [
    unknownParameter, requirementNeverHolds, parameterTypeNotAllowed, toBeDecided,
    parametersNotGiven, valueOutsideRange, parameterWithoutType, parametersUnbound,
    parameterOutOfRange, requirementNotMet, parameterText, undecidedAtDraw,
  ]

  public static let unknownParameter = DiagnosticCode(
    "YJ0216", zh: "计划“{0}”没有参数“{1}”", en: "the plan '{0}' has no parameter '{1}'",
    why: Words(
      zh: "“抽取”在种子之后可以给计划的参数赋值，名字要与计划里“参数”的名字一致。",
      en: "Behind the seed, `draw` takes values for the plan's parameters, by their names."),
    example: .script(
      wrong: PlanExample.parameters("抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\", 比列: 10%)"),
      right: PlanExample.parameters("抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\", 比例: 10%)")))

  public static let requirementNeverHolds = DiagnosticCode(
    "YJ0580", zh: "这个要求不可能成立：{0}", en: "this can never hold: {0}",
    why: Words(
      zh: "不论参数在各自范围内取什么值，要求都不成立，这样的计划永远不能抽取。",
      en:
        "Whatever values in their ranges the parameters get, the requirement fails: such a plan can never be drawn."
    ),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    参数 高: 百分比 10%..20%\n    参数 低: 百分比 30%..40%\n    要求 高 > 低",
        sample: "抽查 按 人数 {\n        > 100 => 高\n        否则 => 低\n    }"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    参数 高: 百分比 10%..20%\n    参数 低: 百分比 5%..15%\n    要求 高 > 低",
        sample: "抽查 按 人数 {\n        > 100 => 高\n        否则 => 低\n    }")))

  public static let parameterTypeNotAllowed = DiagnosticCode(
    "YJ0581", zh: "参数不能是{0}", en: "a parameter cannot be {0}",
    why: Words(
      zh: "参数是抽取时给的一个值：比例、数目、期限、日期、文本、真假或枚举的一项。",
      en:
        "A parameter is one value given with the draw: a ratio, a number, a duration, a date, a text, a truth value or a member of an enumeration."
    ),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    参数 街镇们: 列表[文本]", sample: "抽查 10% { 排除 街镇 属于 街镇们 }"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    参数 不查的: 文本", sample: "抽查 10% { 排除 街镇 == 不查的 }")))

  public static let toBeDecided = DiagnosticCode(
    "YJ0582", .warning, zh: "还没有定下来，这个计划不能抽取",
    en: "this is not decided, so the plan cannot be drawn",
    why: Words(
      zh: "“待定”让计划可以先写下来、先检查，但不能抽取。抽取时才定的，写成“参数”，并给出允许的范围。",
      en: """
        `to be decided` lets a plan be written down and checked, but not drawn. What is decided with
        the draw is a `parameter`, with the range that is allowed.
        """),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 待定"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    参数 比例: 百分比 5%..20%", sample: "抽查 比例")))

  public static let parametersNotGiven = DiagnosticCode(
    "YJ0583", zh: "计划“{0}”的参数没有给值：{1}", en: "the plan '{0}' wants values for: {1}",
    why: Words(
      zh: "计划留给抽取时决定的参数，每次抽取都要给值，除非计划里写了它的值。",
      en:
        "Each draw gives values to the parameters that the plan leaves open, unless the plan has one itself."
    ),
    example: .script(
      wrong: PlanExample.parameters("抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\")"),
      right: PlanExample.parameters("抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\", 比例: 10%)")))

  public static let valueOutsideRange = DiagnosticCode(
    "YJ0588", zh: "参数“{0}”只能取 {1} 至 {2}", en: "the parameter '{0}' is from {1} to {2} only",
    why: Words(
      zh: "参数的值要在它自己的范围之内，包括计划里写的值。",
      en: "A parameter's value lies in its range; so does the one that a plan gives it."),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    参数 比例: 百分比 5%..20% = 25%", sample: "抽查 比例"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    参数 比例: 百分比 5%..20% = 15%", sample: "抽查 比例")))

  public static let parameterWithoutType = DiagnosticCode(
    "YJ0589", zh: "参数“{0}”没有类型", en: "the parameter '{0}' has no type",
    why: Words(
      zh: "新的参数要写类型，如“参数 比例: 百分比 5%..20%”。只写值的，是给原计划已有的参数赋值。",
      en: """
        A new parameter has a type: `parameter rate: Percent 5%..20%`. One with a value alone gives
        it to a parameter of the plan that this one is based on.
        """),
    example: .script(
      wrong: PlanExample.plan(others: "参与 市场监管局\n    参数 比例 = 10%", sample: "抽查 10%"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    参数 比例: 百分比 = 10%", sample: "抽查 比例")))

  public static let parametersUnbound = DiagnosticCode(
    "YJ0753", zh: "计划“{0}”的参数没有给值：{1}", en: "the plan \"{0}\" wants values for: {1}",
    why: Words(
      zh: "计划留给抽取时决定的参数，每次抽取都要给值；给的值写进抽取清单，任何人可以核对。",
      en:
        "Each draw gives values to the parameters that a plan leaves open; they are part of the manifest, where anyone can check them."
    ),
    example: .situation(
      Words(
        zh: "计划写着“参数 一级比例: 百分比 5%..20%”，抽取时没有写 --set 一级比例=10%。",
        en: "A plan with `parameter rate: Percent 5%..20%` is drawn without --set rate=10%.")))

  public static let parameterOutOfRange = DiagnosticCode(
    "YJ0754", zh: "参数“{0}”是 {1}，只能取 {2} 至 {3}",
    en: "the parameter \"{0}\" is {1}, but only {2} to {3} is allowed",
    why: Words(
      zh: "计划公布时写明了参数的范围，抽取时不能超出。",
      en: "The published plan says what range its parameter has; a draw keeps to it."),
    example: .situation(
      Words(
        zh: "参数的范围是 5%..20%，抽取时给了 50%。",
        en: "The range is 5%..20%, and a draw gives 50%.")))

  public static let requirementNotMet = DiagnosticCode(
    "YJ0755", zh: "计划“{0}”的要求不成立：{1}", en: "a requirement of the plan \"{0}\" is not met: {1}",
    why: Words(
      zh: "参数的值要满足计划里的“要求”，例如风险越高比例越高。",
      en:
        "The values of parameters have to meet what the plan requires: ratios that rise with the risk, say."
    ),
    example: .situation(
      Words(
        zh: "计划写着“要求 高 > 低”，抽取时两个都给了 10%。",
        en: "The plan says `require high > low`, and a draw gives 10% to both.")))

  public static let parameterText = DiagnosticCode(
    "YJ0756", zh: "“{0}”不能作为参数“{1}”的值：要{2}",
    en: "\"{0}\" cannot be the value of the parameter \"{1}\": {2} is wanted",
    why: Words(
      zh: "命令行和抽取清单里的参数值按参数的类型来读：10%、20户、5、2026-03-01。",
      en:
        "The values of parameters on the command line and in a manifest are read by their types: 10%, 20, 2026-03-01."
    ),
    example: .situation(
      Words(zh: "百分比的参数写成了 --set 比例=很多。", en: "A ratio is given as --set rate=many.")))

  public static let undecidedAtDraw = DiagnosticCode(
    "YJ0757", zh: "计划“{0}”的这一处还没有定下来，不能抽取",
    en: "the plan \"{0}\" leaves this to be decided, so it cannot be drawn",
    why: Words(
      zh: "写着“待定”的计划不能抽取。先定下来，或改成“参数”，抽取时给值。",
      en: "A plan with `to be decided` in it cannot be drawn. Decide, or make it a parameter."),
    example: .situation(
      Words(zh: "按一个抽查比例待定的计划抽取。", en: "A plan whose ratio is to be decided is drawn.")))
}
