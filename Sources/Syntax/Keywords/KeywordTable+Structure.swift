import Source

/// Keywords of what a plan consists of besides its sample: laws, matters, checklists, follow-up.
extension KeywordTable {
  static let structure: [KeywordSpelling] = [
    .init(.law, "法规", "law"),
    .init(.basis, "依据", "basis"),
    .init(.article, "条款", "article"),
    .init(.documentNumber, "文号", "number"),
    .init(.effective, "施行", "effective"),
    .init(.lapses, "失效", "lapses"),
    .init(.replaces, "接替", "replaces"),
    .init(.matter, "事项", "matter"),
    .init(.matters, "事项", "matters"),
    .init(.body, "主体", "body"),
    .init(.code, "编码", "code"),
    .init(.category, "类别", "class"),
    .init(.generalMatter, "一般", "general"),
    .init(.keyMatter, "重点", "key"),
    .init(.methods, "方式", "methods"),
    .init(
      .onSite, "现场检查", "on site",
      synonyms: [(.chinese, "实地检查"), (.chinese, "实地核查")]),
    .init(.onPaper, "书面检查", "on paper"),
    .init(.online, "网络监测", "online", synonyms: [(.chinese, "网络检查")]),
    .init(.testing, "检验检测", "testing", synonyms: [(.chinese, "抽样检测")]),
    .init(.commissioned, "委托专业机构", "commissioned"),
    .init(.offSite, "非现场检查", "off site", synonyms: [(.chinese, "非现场监管")]),
    .init(.checklist, "检查单", "checklist"),
    .init(.qualifications, "资质", "qualifications"),
    .init(.staff, "人员", "staff"),
    .init(.equipment, "设备", "equipment"),
    .init(.premises, "环境", "premises"),
    .init(.rules, "制度", "rules"),
    .init(.products, "产品质量", "products"),
    .init(.inapplicable, "不涉及", "inapplicable"),
    .init(.responsibleBy, "由", "by"),
    .init(.result, "结果", "result"),
    .init(.conformity, "合格评定", "conformity"),
    .init(.score, "分值", "score"),
    .init(.inspect, "检查", "inspect"),
    .init(.duty, "职责", "duty"),
    .init(.agreed, "商定", "agreed"),
    .init(.dueItems, "应查项", "due_items"),
    .init(.findings, "发现问题", "findings"),
    .init(.situation, "情形", "situation"),
    .init(.measure, "措施", "measure"),
    .init(.responsible, "责任", "responsible"),
    .init(.deadline, "期限", "deadline"),
    .init(.publish, "公示", "publish"),
    .init(.exceptFor, "例外", "except"),
    .init(.keep, "保留", "keep"),
    .init(.source, "来源", "source"),
    .init(.reason, "理由", "reason"),
    .init(.complete, "六个全", "complete"),
  ]
}

extension Keyword {
  static let lawParts: [Keyword] = [.title, .documentNumber, .effective, .lapses, .replaces]

  static let matterParts: [Keyword] = [.body, .code, .category, .over, .methods, .basis]

  /// How something is inspected.
  package static let inspectionMethods: [Keyword] = [
    .onSite, .onPaper, .online, .testing, .commissioned, .offSite,
  ]

  /// The elements of supervision: what a checklist is divided into.
  package static let elements: [Keyword] = [
    .qualifications, .staff, .equipment, .premises, .rules, .products,
  ]

  static let entryParts: [Keyword] = [.responsibleBy, .basis, .when, .matter, .methods, .result]

  static let followUpColumns: [Keyword] = [.situation, .measure, .responsible, .deadline]

  static let publicationParts: [Keyword] = [.exceptFor, .keep]

  static let roleParts: [Keyword] = [.matters, .duty, .agreed, .when]
}
