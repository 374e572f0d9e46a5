/// What can be wrong with a manifest.
extension DiagnosticCode {
  static let manifestCodes: [DiagnosticCode] = [
    manifestNotJSON, manifestMalformed, manifestDiffers, manifestScriptErrors,
    manifestNeedsHost, manifestNeedsRegistry,
  ]

  public static let manifestNotJSON = DiagnosticCode(
    "YJ0740",
    zh: "清单不是 JSON 文件：第 {0} 字节处读不下去",
    en: "the manifest is not JSON: it cannot be read at byte {0}",
    why: Words(
      zh: "抽取清单是 JSON 文本。文件可能被截断，或者不是清单。",
      en: "A draw's manifest is JSON. The file may be cut off, or be something else."),
    example: .situation(Words(zh: "清单只下载了一半。", en: "Half a manifest.")))

  public static let manifestMalformed = DiagnosticCode(
    "YJ0741",
    zh: "清单的“{0}”缺少或不合格式",
    en: "\"{0}\" of the manifest is missing or malformed",
    why: Words(
      zh: "清单的格式是 yijian-manifest/1，各项都要有。",
      en: "A manifest has the format yijian-manifest/1, with all of its members."),
    example: .situation(Words(zh: "删去了清单的一项。", en: "A member was deleted.")))

  public static let manifestDiffers = DiagnosticCode(
    "YJ0742",
    zh: "清单的“{0}”与重算的结果不符",
    en: "\"{0}\" of the manifest is not what is computed again",
    why: Words(
      zh: "核验只用清单和名录文件把抽取重算一遍。不符说明清单或数据被改动过，或者不是同一份。",
      en: """
        Verification derives the draw again from the manifest and the registry's file. A \
        difference means that one of them was changed, or is another one.
        """),
    example: .situation(
      Words(zh: "抽取之后改了名录文件里的一个格子。", en: "A cell of the registry's file was changed.")))

  public static let manifestScriptErrors = DiagnosticCode(
    "YJ0743",
    zh: "清单里的脚本不能通过检查",
    en: "the script in the manifest does not check",
    why: Words(
      zh: "清单附有脚本原文，核验时重新检查。它有错误，说明清单被改动过，或由不同版本写成。",
      en: "The script inside the manifest is checked again; errors mean it was changed."),
    example: .situation(Words(zh: "清单里的脚本被改坏了。", en: "The script was damaged.")))

  public static let manifestNeedsHost = DiagnosticCode(
    "YJ0744",
    zh: "计划用到宿主函数 {0}，不能只凭清单核验",
    en: "the plan uses the host function {0}, so the manifest alone does not verify it",
    why: Words(
      zh: "宿主函数由嵌入程序提供，清单里没有它。公开的抽取不应依赖它。",
      en: "Host functions belong to the embedding program. A public draw should not need them."),
    example: .situation(
      Words(
        zh: "嵌入程序用自己的函数给企业打分，计划按分数分层。",
        en: "A plan stratified by a score that the embedding program computes.")))

  public static let manifestNeedsRegistry = DiagnosticCode(
    "YJ0745",
    zh: "计划还读取名录“{0}”，核验要有它的文件",
    en: "the plan also reads the registry \"{0}\": its file is needed as well",
    why: Words(
      zh: "核验用清单和计划读取的每一个名录的文件。别的名录用 --other 名录=文件 给出。",
      en: """
        Verification uses the manifest and the file of every registry that the plan reads. Give those \
        besides its own with --other REGISTRY=FILE.
        """),
    example: .situation(
      Words(zh: "必查条件里查了另一个名录。", en: "A must-include condition asks another registry.")))
}
