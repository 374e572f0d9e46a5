/// Codes of divisions and matters in data files.
extension DiagnosticCode {
  public static let divisionCodeForm = DiagnosticCode(
    "YJ0624", zh: "行政区划代码“{0}”不是 6、9 或 12 位数字",
    en: "the division code \"{0}\" has not 6, 9 or 12 digits",
    why: Words(
      zh: "行政区划代码为 6 位（GB/T 2260）；统计用代码到乡镇为 9 位，到村为 12 位。",
      en: "A division code has 6 digits (GB/T 2260); down to the town 9, down to the village 12."),
    example: .situation(Words(zh: "表格软件去掉了末尾的 0。", en: "A spreadsheet dropped a zero.")))

  public static let divisionCodeProvince = DiagnosticCode(
    "YJ0625", zh: "行政区划代码“{0}”的前两位不是省级代码",
    en: "the first two digits of the division code \"{0}\" are no province",
    why: Words(
      zh: "前两位是省、自治区、直辖市、特别行政区的代码（GB/T 2260）。",
      en: "The first two digits are those of a province (GB/T 2260)."),
    example: .situation(Words(zh: "310112 抄成了 130112 以外的 301112。", en: "301112 for 310112.")))

  public static let divisionCodeLevel = DiagnosticCode(
    "YJ0626", zh: "行政区划代码“{0}”写了下级，上级却是 0",
    en: "the division code \"{0}\" has a lower level below a level of zeros",
    why: Words(
      zh: "代码逐级写：省两位、市两位、县两位、乡镇三位、村三位，没有写到的各级为 0。",
      en: "Levels are written downwards; those below the last one are zeros."),
    example: .situation(Words(zh: "310012", en: "310012")))

  public static let matterCodeForm = DiagnosticCode(
    "YJ0627", zh: "事项编码“{0}”不是 14 位数字", en: "the matter code \"{0}\" has not 14 digits",
    why: Words(
      zh: "监管事项目录编码是 14 位数字。", en: "A code of the directory of matters has 14 digits."),
    example: .situation(Words(zh: "前面的 0 丢了。", en: "A leading zero was lost.")))
}
