extension Phrase {
  // What is expected, or was found.
  public static let aName = Phrase(zh: "名字", en: "a name")
  public static let aType = Phrase(zh: "类型", en: "a type")
  public static let anExpression = Phrase(zh: "表达式", en: "an expression")
  public static let aPattern = Phrase(
    zh: "条件（值、比较、范围或 _）", en: "a pattern (a value, comparison, range or _)")
  public static let aText = Phrase(zh: "引号中的文本", en: "a text in quotes")
  public static let aCitation = Phrase(
    zh: "法规（《…》或法规的名字）", en: "a law (《…》 or its name)")
  public static let aWholeNumber = Phrase(zh: "整数", en: "a whole number")
  public static let aQuantity = Phrase(zh: "数量", en: "a quantity")
  public static let aCapacity = Phrase(zh: "力量", en: "a capacity")
  public static let endOfLine = Phrase(zh: "行末", en: "the end of the line")
  public static let endOfFile = Phrase(zh: "文件末尾", en: "the end of the file")

  // Where something cannot stand.
  public static let aPlan = Phrase(zh: "计划", en: "a plan")
  public static let aSample = Phrase(zh: "抽查", en: "a sample clause")
  public static let aVisitCap = Phrase(zh: "检查上限", en: "a visit cap")
  public static let aJoint = Phrase(zh: "统筹", en: "a joint bound")
  public static let aTest = Phrase(zh: "测试", en: "a test")
  public static let aLaw = Phrase(zh: "法规", en: "a law")
  public static let aCalendarYear = Phrase(zh: "日历的一年", en: "a year of a calendar")
  public static let aYear = Phrase(zh: "年份", en: "a year")
  public static let aDate = Phrase(zh: "日期", en: "a date")
  public static let aMatter = Phrase(zh: "事项", en: "a matter")
  public static let aChecklist = Phrase(zh: "检查单", en: "a checklist")
  public static let aFollowUp = Phrase(zh: "发现问题", en: "a table of findings")
  public static let aPublication = Phrase(zh: "公示", en: "a publication")
  public static let someMethods = Phrase(zh: "检查方式", en: "ways of inspecting")
  public static let aRole = Phrase(zh: "部门的分工", en: "what a department does")
  public static let aDepartment = Phrase(zh: "部门", en: "a department")

  // The two keyword sets.
  public static let chineseKeywords = Phrase(zh: "中文", en: "Chinese")
  public static let englishKeywords = Phrase(zh: "英文", en: "English")

  // Labels and notes.
  public static let openedHere = Phrase(zh: "在这里开始", en: "opened here")
  public static let setDecidedHere = Phrase(
    zh: "第一个关键字在这里", en: "the first keyword is here")
  public static let allowedHere = Phrase(zh: "这里可以写：{0}", en: "allowed here: {0}")
  public static let clauseIsComplete = Phrase(
    zh: "前面的内容已经完整：下一条另起一行，或用{0}隔开",
    en: "what stands before is complete: start the next one on a new line, or put {0} between")
  public static let operatorOrEnd = Phrase(
    zh: "括号里这时可以接运算符（如 +、==），或者结束括号",
    en: "an operator (such as + or ==) or the end of the brackets can follow")
  public static let commaOrEnd = Phrase(
    zh: "括号里这时可以接运算符，用 , 隔开下一项，或者结束括号",
    en: "an operator, a comma and the next element, or the end of the brackets can follow")
  public static let parameterOrEnd = Phrase(
    zh: "用 , 隔开下一个参数，或者结束括号",
    en: "a comma and the next parameter, or the end of the brackets can follow")
  public static let bodyIsComplete = Phrase(
    zh: "函数的值只有一个，写在最后；前面的步骤用“设”起名字",
    en: "a function has one value, which comes last; name the steps before it with 'let'")
  public static let onlyEndOfBrackets = Phrase(
    zh: "括号应当在这里结束", en: "the brackets must end here")
  public static let cellsAreSeparated = Phrase(
    zh: "单元格之间用 | 隔开，格内的几个值用 , 隔开",
    en: "cells are separated by |, several values of one cell by commas")

  // Titles of fixes.
  public static let deleteIt = Phrase(zh: "删除", en: "delete it")
  public static let replaceWith = Phrase(zh: "改成 {0}", en: "replace it with {0}")
  public static let insertText = Phrase(zh: "插入 {0}", en: "insert {0}")
  public static let insertSpace = Phrase(zh: "在 {0} 后面加空格", en: "put a space behind {0}")
  public static let useMatchingQuotes = Phrase(zh: "使用成对的引号", en: "use a pair of quotes")

  /// The words 例外 and 依据.
  public static let exceptionHeader = Phrase(
    zh: "先写表头：{0} | 各参数 | 结果 | {1}",
    en: "the header comes first: {0} | parameters | result | {1}")
  public static let exceptionName = Phrase(
    zh: "每一行先写引号中的例外名", en: "each line begins with the exception's name in quotes")
}
