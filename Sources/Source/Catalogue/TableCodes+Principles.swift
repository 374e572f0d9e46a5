/// Principles and their exceptions.
extension DiagnosticCode {
  /// The names of two exceptions, what both take.
  public static let exceptionsConflict = DiagnosticCode(
    "YJ0409", zh: "例外“{0}”和“{1}”可以同时适用，结果却不同：{2}",
    en: "the exceptions '{0}' and '{1}' can hold together with different results: {2}",
    why: Words(
      zh: "原则之外的情形只能有一个结果。两个例外可以同时适用而结果不同时，听谁的没有写明。请收窄其中一个，或让它们的结果相同。",
      en: """
        What is an exception has one result. Where two exceptions hold together and disagree, nothing
        says which of them counts. Narrow one of them, or give both the same result.
        """),
    example: .script(
      wrong: """
        原则 联合次数(部门数: 整数, 信用差: 布尔) -> 次 = 2次 {
            例外       | 部门数 | 信用差 | 结果 | 依据
            "信用差"   | _      | 真     | 4次  | 《某市联合检查办法》第五条
            "单个部门" | 1      | _      | 1次  | 《某市联合检查办法》第六条
        }
        """,
      right: """
        原则 联合次数(部门数: 整数, 信用差: 布尔) -> 次 = 2次 {
            例外       | 部门数 | 信用差 | 结果 | 依据
            "信用差"   | _      | 真     | 4次  | 《某市联合检查办法》第五条
            "单个部门" | 1      | 假     | 1次  | 《某市联合检查办法》第六条
        }
        """))

  /// The exception's name.
  public static let exceptionChangesNothing = DiagnosticCode(
    "YJ0410", .warning, zh: "例外“{0}”的结果与原则相同",
    en: "the exception '{0}' has the result of the principle",
    why: Words(
      zh: "例外要与原则不同才算例外，多半是结果写错了。",
      en: "An exception differs from the principle; the result is probably a slip."),
    example: .script(
      wrong: """
        原则 联合检查(部门数: 整数) -> 布尔 = 真 {
            例外       | 部门数 | 结果 | 依据
            "单个部门" | 1      | 真   | 《某市联合检查办法》第六条
        }
        """,
      right: """
        原则 联合检查(部门数: 整数) -> 布尔 = 真 {
            例外       | 部门数 | 结果 | 依据
            "单个部门" | 1      | 假   | 《某市联合检查办法》第六条
        }
        """))

  /// The exception's name.
  public static let exceptionTwice = DiagnosticCode(
    "YJ0411", zh: "例外“{0}”写了两次", en: "the exception '{0}' is there twice",
    why: Words(
      zh: "例外按名字引用，同名的两个分不清。同一个例外有几种情形的，用逗号写在一格里，或分别起名。",
      en: "Exceptions are known by their names. Give each its own, or put the cases into one cell."),
    example: .script(
      wrong: """
        原则 联合检查(部门数: 整数) -> 布尔 = 真 {
            例外   | 部门数 | 结果 | 依据
            "除外" | 1      | 假   | 《某市联合检查办法》第六条
            "除外" | 2      | 假   | 《某市联合检查办法》第七条
        }
        """,
      right: """
        原则 联合检查(部门数: 整数) -> 布尔 = 真 {
            例外       | 部门数 | 结果 | 依据
            "单个部门" | 1      | 假   | 《某市联合检查办法》第六条
            "两个部门" | 2      | 假   | 《某市联合检查办法》第七条
        }
        """))

  /// The words 依据 and 原则.
  public static let notAPrinciple = DiagnosticCode(
    "YJ0355", zh: "“{0}”要问的是一条{1}的结论", en: "'{0}' is asked of the value of a {1}",
    why: Words(
      zh: "只有原则说得出结论的依据：写“依据(原则名(…))”，得到所用的例外和条文，或“原则”。",
      en: """
        Only a principle knows what its value rests on: `basis(name(…))` gives the exception that
        holds with its grounds, or the word `principle`.
        """),
    example: .script(
      wrong: """
        函数 联合检查(部门数: 整数) -> 布尔 = 部门数 > 1
        显示 依据(联合检查(1))
        """,
      right: """
        原则 联合检查(部门数: 整数) -> 布尔 = 真 {
            例外       | 部门数 | 结果 | 依据
            "单个部门" | 1      | 假   | 《某市联合检查办法》第六条
        }
        显示 依据(联合检查(1))
        """))
}
