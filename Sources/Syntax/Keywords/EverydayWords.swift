/// What people write from everyday language, other tools or older documents, and what they mean.
///
/// A wording is looked for only where its meaning could stand, so none of these words is taken away
/// from names.
enum EverydayWords {
  /// What to write instead.
  enum Meaning: Hashable, Sendable {
    case keyword(Keyword)
    case sign(Punctuation)
  }

  struct Wording: Sendable {
    let words: [String]
    let meaning: Meaning
  }

  /// Where a wording is looked for.
  enum Place: Int, Sendable, CaseIterable {
    case bound, comparison, infix, prefix, frequency, unit, step, clause, strata

    /// Whether an operand, and so a name, could stand there as well.
    var isPrefix: Bool { self == .bound || self == .prefix }

    /// As the keywords that are meant there.
    var canStartLine: Bool { self == .infix || self == .prefix || self == .clause }
  }

  /// The wordings of a place by their first word; longer ones first.
  static func wordings(startingWith word: String, at place: Place) -> [Wording] {
    index[place.rawValue][word] ?? []
  }

  /// Chinese wordings that are split off the digits behind them: `至少30%`.
  static let gluedToDigits: [String] =
    (rows(.bound) + rows(.comparison) + rows(.frequency))
    .flatMap { $0.spellings.split(separator: " ").map(String.init) }
    .filter { !$0.utf8.allSatisfy { $0 < 0x80 } } + ["百分之", "千分之", "到"]

  private static let index: [[String: [Wording]]] = Place.allCases.map { place in
    var found: [String: [Wording]] = [:]
    for row in rows(place) {
      let spellings = row.spellings.split(separator: " ").map { $0.split(separator: "_") }
      for spelling in spellings {
        let words = spelling.map(String.init)
        found[words[0], default: []].append(Wording(words: words, meaning: row.meaning))
      }
    }
    return found.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Spellings separated by spaces; `_` stands for a space within one.
  private struct Row {
    let meaning: Meaning
    let spellings: String

    init(_ keyword: Keyword, _ spellings: String) {
      meaning = .keyword(keyword)
      self.spellings = spellings
    }

    init(_ sign: Punctuation, _ spellings: String) {
      meaning = .sign(sign)
      self.spellings = spellings
    }
  }

  private static func rows(_ place: Place) -> [Row] {
    switch place {
    case .bound: bounds
    case .comparison: comparisons
    case .infix: infixes
    case .prefix: prefixes
    case .frequency: frequencies
    case .unit: units
    case .step: steps
    case .clause: clauses
    case .strata: strata
    }
  }

  private static let bounds = [
    Row(
      .atLeast,
      "不低于 至少 不小于 大于等于 大于或等于 最少 起码 atleast at_last no_less_than not_less_than "
        + "no_fewer_than not_fewer_than minimum minimum_of a_minimum_of min"),
    Row(
      .atMost,
      "最多 至多 不高于 不大于 不多于 小于等于 小于或等于 不得超过 atmost no_more_than not_more_than up_to "
        + "maximum maximum_of a_maximum_of max"),
  ]

  private static let comparisons = [
    Row(.equal, "等于 是 为 is equals equal_to is_equal_to eq"),
    Row(.notEqual, "不等于 不是 不为 is_not isnt not_equal_to differs_from ne"),
    Row(.greater, "大于 多于 高于 超过 晚于 greater_than more_than is_greater_than is_more_than over above"),
    Row(.less, "小于 少于 低于 不足 不到 早于 less_than fewer_than is_less_than below under"),
    Row(
      .greaterOrEqual,
      "大于等于 大于或等于 不少于 不小于 不低于 至少 at_least no_less_than not_less_than no_fewer_than atleast"),
    Row(
      .lessOrEqual,
      "小于等于 小于或等于 不超过 不大于 不高于 不多于 至多 最多 at_most no_more_than not_more_than up_to atmost"),
  ]

  private static let infixes = [
    Row(.and, "和 并且 以及 而且 同时 并 且且 AND And as_well_as"),
    Row(.or, "或者 或是 要么 OR Or or_else"),
    Row(.to, "到 until till through thru"),
    Row(.in, "在 包含于 is_in within"),
    Row(.then, "那么 就"),
    Row(.else, "不然 要不然"),
  ]

  private static let prefixes = [
    Row(.not, "不是 并非 不 NOT Not isnt"),
    Row(.if, "如果 假如 when"),
  ]

  private static let frequencies = [
    Row(.year, "每年 年均 per_year a_year each_year every_year yearly annually"),
    Row(.quarter, "每季度 每季 per_quarter a_quarter each_quarter every_quarter quarterly"),
    Row(.month, "每月 每个月 per_month a_month each_month every_month monthly"),
  ]

  private static let units = [
    Row(.persons, "名 位 people inspectors staff"),
    Row(.firms, "企业 companies businesses enterprises"),
    Row(.workingDays, "个工作日 business_days business_day workdays work_days"),
    Row(.naturalDays, "个自然日 calendar_days calendar_day"),
    Row(.hours, "个小时 钟头 个钟头"),
    Row(.months, "月"),
    Row(Keyword.times, "回 visits"),
  ]

  private static let steps = [
    Row(.groupBy, "group 分组按 按组 grouped_by"),
    Row(.sortBy, "sort order_by order sorted_by 排序按"),
    Row(.where, "筛选 满足 filter filtered_by such_that"),
    Row(.count, "计数 个数 数量 总数"),
    Row(.sum, "求和 总和 sum_of total"),
    Row(.minimum, "最小值 minimum"),
    Row(.maximum, "最大值 maximum"),
    Row(.average, "平均值 平均数 avg mean"),
    Row(.distinct, "唯一值 unique"),
  ]

  private static let clauses = [
    Row(.let, "令 定义 var const"),
    Row(.show, "打印 输出 print"),
    Row(.function, "方法 def func fn"),
    Row(.include, "必检 必抽 includes including"),
    Row(.exclude, "不含 除外 except excluding"),
    Row(.period, "时间 周期 时段"),
    Row(.lead, "牵头部门 主办"),
    Row(.participants, "参与部门 配合"),
    Row(.over, "检查对象 抽查对象"),
    Row(.frequency, "频率"),
    Row(.offSite, "非现场监测 非现场监管"),
  ]

  private static let strata = [
    Row(.each, "每 每个 每一 every per"),
    Row(.spread, "平均 均匀 均分 evenly balanced balance"),
  ]
}
