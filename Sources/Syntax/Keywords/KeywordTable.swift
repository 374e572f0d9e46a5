package import Source

/// One row of the keyword table.
package struct KeywordSpelling: Sendable {
  package let keyword: Keyword
  package let chinese: String
  /// May be several words: `at least`.
  package let english: String
  /// Further spellings that are read but never written by the formatter.
  package let synonyms: [(language: Language, spelling: String)]

  init(
    _ keyword: Keyword, _ chinese: String, _ english: String,
    synonyms: [(language: Language, spelling: String)] = []
  ) {
    self.keyword = keyword
    self.chinese = chinese
    self.english = english
    self.synonyms = synonyms
  }

  /// A unit, whose English singular is read too.
  init(_ keyword: Keyword, _ chinese: String, _ english: String, singular: String) {
    self.init(keyword, chinese, english, synonyms: [(.english, singular)])
  }
}

/// The table of all spellings of all keywords. Everything else about them is derived from it.
package enum KeywordTable {
  /// A row for each keyword.
  package static let rows: [KeywordSpelling] =
    items + clauses + expressions + units + types + builtins
    + structure
    + rounds
    + times

  private static let items: [KeywordSpelling] = [
    .init(.use, "使用", "use"),
    .init(.department, "部门", "department"),
    .init(.enumeration, "枚举", "enum"),
    .init(.record, "记录", "record"),
    .init(.registry, "名录", "registry"),
    .init(.function, "函数", "function"),
    .init(.table, "判定", "table"),
    .init(.principle, "原则", "principle"),
    .init(.plan, "计划", "plan"),
    .init(.test, "测试", "test"),
    .init(.show, "显示", "show"),
    .init(.calendar, "日历", "calendar"),
    .init(.visitCap, "检查上限", "visit cap"),
    .init(.joint, "统筹", "joint"),
  ]

  private static let clauses: [KeywordSpelling] = [
    .init(.title, "名称", "title"),
    .init(.ordered, "有序", "ordered"),
    .init(.key, "主键", "key"),
    .init(.missing, "缺失时", "missing"),
    .init(.column, "列", "column"),
    .init(.unique, "唯一", "unique"),
    .init(.first, "首个", "first"),
    .init(.collect, "汇总", "collect"),
    .init(.period, "期间", "period"),
    .init(.to, "至", "to"),
    .init(.lead, "牵头", "lead"),
    .init(.participants, "参与", "with"),
    .init(.over, "对象", "over"),
    .init(.frequency, "频次", "frequency"),
    .init(.sample, "抽查", "sample"),
    .init(.by, "按", "by"),
    .init(.each, "各", "each"),
    .init(.spread, "均衡", "spread"),
    .init(.overall, "总体", "overall"),
    .init(.include, "必查", "include"),
    .init(.exclude, "排除", "exclude"),
    .init(.counted, "计入", "counted"),
    .init(.allowZero, "允许为零", "allow zero"),
    .init(.coordination, "协同组", "coordination"),
    .init(.exclusive, "不再单独检查", "exclusive"),
    .init(.eachLevel, "各级", "each level"),
    .init(.unlimited, "不限", "unlimited"),
    .init(.coverage, "覆盖", "coverage"),
    .init(.exception, "例外", "exception"),
    .init(.inspectors, "人员", "inspectors"),
    .init(.changes, "修改", "changing"),
    .init(.standFor, "代", "for"),
    .init(.except, "除", "except"),
    .init(.asAt, "截至", "as at"),
    .init(.partOf, "隶属", "part of"),
    .init(.level, "级别", "level"),
    .init(.national, "国家级", "national"),
    .init(.provincial, "省级", "provincial"),
    .init(.municipal, "市级", "municipal"),
    .init(.county, "县级", "county"),
    .init(.township, "乡镇级", "township"),
    .init(.sampleAs, "同", "as"),
    .init(.sampleAlong, "随", "along"),
    .init(.thenSample, "再抽", "then sample"),
    .init(.stageLabel, "阶段", "stage"),
    .init(.drawLevel, "抽取层级", "draw level"),
    .init(.inspectionLevel, "检查层级", "inspection level"),
    .init(.listing, "名单", "list"),
    .init(.publicList, "公示", "public"),
    .init(.secretList, "保密", "secret"),
    .init(.parameter, "参数", "parameter"),
    .init(.require, "要求", "require"),
    .init(.undecided, "待定", "to be decided"),
    .init(.atLeast, "不少于", "at least"),
    .init(.atMost, "不超过", "at most"),
    .init(.fewerThan, "少于", "fewer than"),
    .init(.perInspector, "每名检查人员", "per inspector"),
    .init(.covering, "涵盖", "covering"),
    .init(.again, "再", "again"),
    .init(.prefer, "优先", "prefer"),
    .init(.rising, "递增", "rising"),
    .init(.layerLabel, "层", "layer"),
    .init(.capacity, "力量", "capacity"),
    .init(.statutoryDays, "总法定工作日", "statutory"),
    .init(.otherEnforcement, "其他执法", "other enforcement"),
    .init(.nonEnforcement, "非执法", "non enforcement"),
    .init(.supervision, "监督检查", "supervision"),
    .init(.perObject, "每户", "per object"),
    .init(.share, "占", "share"),
    .init(.when, "当", "when"),
    .init(.otherwise, "否则", "otherwise"),
    .init(.assert, "断言", "assert"),
    .init(.given, "给定", "given"),
    .init(.from, "取自", "from"),
    .init(.basedOn, "基于", "based on"),
    .init(.assume, "假定", "assume"),
    .init(.daysOff, "放假", "off"),
    .init(.daysWorked, "上班", "working"),
  ]

  private static let expressions: [KeywordSpelling] = [
    .init(.let, "设", "let"),
    .init(.if, "若", "if"),
    .init(.then, "则", "then"),
    .init(.else, "否则", "else"),
    .init(.match, "分情况", "match"),
    .init(.and, "且", "and"),
    .init(.or, "或", "or"),
    .init(.not, "非", "not"),
    .init(.true, "真", "true"),
    .init(.false, "假", "false"),
    .init(.none, "无", "none"),
    .init(.in, "属于", "in"),
    .init(.it, "它", "it"),
    .init(.where, "其中", "where"),
    .init(.count, "数", "count"),
    .init(.sum, "合计", "sum"),
    .init(.minimum, "最小", "min"),
    .init(.maximum, "最大", "max"),
    .init(.average, "平均", "average"),
    .init(.groupBy, "分组", "group by"),
    .init(.sortBy, "排序", "sort by"),
    .init(.descending, "降序", "descending"),
    .init(.distinct, "去重", "distinct"),
    .init(.any, "任一", "any"),
    .init(.all, "全部", "all"),
  ]

  private static let units: [KeywordSpelling] = [
    .init(.objects, "户", "objects", singular: "object"),
    .init(.firms, "家", "firms", singular: "firm"),
    .init(.units, "台", "units", singular: "unit"),
    .init(.sites, "所", "sites", singular: "site"),
    .init(.times, "次", "times", singular: "time"),
    .init(.cases, "件", "cases", singular: "case"),
    .init(.persons, "人", "persons", singular: "person"),
    .init(.items, "项", "items", singular: "item"),
    .init(.months, "个月", "months", singular: "month"),
    .init(.naturalDays, "自然日", "natural days", singular: "natural day"),
    .init(.workingDays, "工作日", "working days", singular: "working day"),
    .init(.hours, "小时", "hours", singular: "hour"),
    .init(.bareDays, "日", "days", synonyms: [(.chinese, "天"), (.english, "day")]),
    .init(.year, "年", "year", synonyms: [(.english, "years")]),
    .init(.quarter, "季度", "quarter", synonyms: [(.english, "quarters")]),
    .init(.month, "月", "month"),
  ]

  private static let types: [KeywordSpelling] = [
    .init(.boolType, "布尔", "Bool"),
    .init(.intType, "整数", "Int"),
    .init(.decimalType, "小数", "Decimal"),
    .init(.percentType, "百分比", "Percent"),
    .init(.textType, "文本", "Text"),
    .init(.dateType, "日期", "Date"),
    .init(.listType, "列表", "List"),
    .init(.setType, "集合", "Set"),
    .init(.uniformCodeType, "统一社会信用代码", "UniformCode"),
    .init(.divisionCodeType, "行政区划代码", "DivisionCode"),
    .init(.matterCodeType, "事项编码", "MatterCode"),
  ]

  private static let builtins: [KeywordSpelling] = [
    .init(.drawFunction, "抽取", "draw"),
    .init(.dateLabel, "日期", "date"),
    .init(.seedLabel, "种子", "seed"),
    .init(.asOf, "基准日", "as_of"),
    .init(.yearOf, "年份", "year_of"),
    .init(.monthOf, "月份", "month_of"),
    .init(.dayOf, "日号", "day_of"),
    .init(.daysBetween, "相隔天数", "days_between"),
    .init(.addDays, "加天数", "add_days"),
    .init(.addMonths, "加月数", "add_months"),
    .init(.roundUp, "进位", "round_up"),
    .init(.roundDown, "舍位", "round_down"),
    .init(.roundHalfUp, "四舍五入", "round_half_up"),
    .init(.absolute, "绝对值", "abs"),
    .init(.length, "长度", "length"),
    .init(.contains, "包含", "contains"),
    .init(.startsWith, "开头为", "starts_with"),
    .init(.endsWith, "结尾为", "ends_with"),
    .init(.addWorkingDays, "加工作日", "add_working_days"),
    .init(.workingDaysBetween, "工作日数", "working_days_between"),
    .init(.isWorkingDay, "是工作日", "is_working_day"),
    .init(.calendarLabel, "历", "calendar"),
    .init(.parentDivision, "上级区划", "parent_division"),
    .init(.withinDivision, "属地", "within_division"),
    .init(.keyMember, "键", "key"),
    .init(.valueMember, "值", "value"),
  ]

  private static let rounds: [KeywordSpelling] = [
    .init(.rounds, "轮次", "rounds"),
    .init(.monthly, "每月", "monthly"),
    .init(.quarterly, "每季度", "quarterly"),
    .init(.halfYearly, "每半年", "half yearly"),
    .init(.yearly, "每年", "yearly"),
    .init(.roundUnit, "轮", "rounds", singular: "round"),
    .init(.yearTotal, "全年", "year total"),
    .init(.withoutRepeats, "不重复", "without repeats"),
    .init(
      .afterDrawn, "内已抽", "recently drawn",
      synonyms: [(.chinese, "内 已抽")]),
    .init(.byPlans, "于", "by"),
    .init(.rotate, "轮查", "rotate"),
    .init(.cap, "上限", "cap"),
    .init(.since, "自", "since"),
    .init(.drawnRows, "已抽", "drawn"),
  ]
}

extension Keyword {
  /// The spelling that the formatter writes; in English it may be several words. O(1).
  package func spelling(in language: Language) -> String {
    let row = Keyword.rows[Int(rawValue)]
    return language == .chinese ? row.chinese : row.english
  }

  /// The table's rows by raw value.
  private static let rows: [KeywordSpelling] = KeywordTable.rows.sorted {
    $0.keyword.rawValue < $1.keyword.rawValue
  }
}
