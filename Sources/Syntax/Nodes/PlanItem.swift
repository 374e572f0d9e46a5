package import Source

/// `计划 校园食品安全一件事 { … }`
package struct PlanItem: Sendable {
  package let name: Name
  package var clauses: [PlanClause]
  package let span: Span
  /// `基于 省计划 修改`: the plan whose clauses hold as far as there are no others.
  package var base: Name?
  /// `六个全`: the plan is to be complete in all six respects.
  package var completeSpan: Span?

  package init(name: Name, clauses: [PlanClause], span: Span) {
    self.name = name
    self.clauses = clauses
    self.span = span
  }
}

package struct PlanClause: Sendable {
  package enum Kind: Sendable {
    /// `期间 2026-03-01 至 2026-11-30`, both days included.
    case period(Expression, Expression)
    /// `抽取期间 2026-03-01 至 2026-03-31`: when the draw may take place.
    case drawWindow(Expression, Expression)
    /// `完成 11月底前`
    case completion(Expression)
    case lead(LeadSyntax)
    /// `参与 市场监管局, 卫健委`
    case participants([Name])
    case over(OverSyntax)
    /// `频次 2次/年`
    case frequency(FrequencyClause)
    case sample(SampleSyntax)
    /// `协同组 "一件事"`: plans with the same group share their tickets.
    case coordination(String)
    /// `人员 市场监管局 2人, 教育局 1人`: how many inspectors of each department go to an object.
    case inspectors([(department: Name, count: String)])
    /// `依据 《食品安全法》第一百一十条`
    case basis([CitationSyntax])
    /// `代 教育部门 => 闵行区教育局`: in the plan this one is based on.
    case standFor(Name, by: Name)
    /// `检查 校园食品检查单`: by which checklists the plan inspects.
    case inspect([Name])
    /// `方式 现场检查, 书面检查`
    case methods([MethodSyntax])
    /// `轮次 每季度`: the plan is drawn anew in each quarter.
    case rounds(RoundsSyntax)
    /// `再抽 电梯 按 维保单位 { 2..3台 }`
    case thenSample(SecondStageSyntax)
    /// `抽取层级 市级`: of whom draws.
    case drawLevel(LevelSyntax)
    /// `检查层级 县级`: of who inspects.
    case inspectionLevel(LevelSyntax)
    /// `名单 公示`: whether the drawn objects are told before they are inspected.
    case listing(Keyword, Expression?)
    /// `任务 重点任务`: tables of who does what for the plan until when.
    case tasks([Name])
    /// `印发 2026-02-10 公示 20工作日`: when the plan was issued, and how soon it is public itself.
    case issued(Expression, publication: Expression?)
    case parameter(ParameterClause)
    /// `要求 高 > 中`: of the parameters.
    case require(Expression)
    case capacity(CapacitySyntax)
    /// `发现问题 { 情形 | 措施 … }`
    case findings(FollowUpSyntax)
    /// `公示 20工作日 …`
    case publish(PublicationSyntax)
    /// `不再单独检查`: the same departments have no other plan for these objects in the year.
    case exclusive
  }

  package var kind: Kind
  package let keywordSpan: Span
  package let span: Span
  /// What the departments that the clause names do, in their order; only those with a block.
  package var roles: [RoleSyntax] = []

  package init(_ kind: Kind, keywordSpan: Span, span: Span) {
    self.kind = kind
    self.keywordSpan = keywordSpan
    self.span = span
  }
}

/// `抽查 按 信用, 均衡 街镇 { A => 5% … 总体 不超过 20% … }`, or `抽查 10%` for one stratum.
package struct SampleSyntax: Sendable {
  package let by: [Expression]
  /// `各 街镇`: every cell (stratum × town) has a quota of its own.
  package let each: Expression?
  /// `均衡 街镇`: one quota a stratum, spread over the towns in proportion.
  package let spread: Expression?
  /// The quantity of a sample without strata.
  package var single: QuantitySyntax?
  package var clauses: [SampleClause]
  /// `递增` behind the only expression of `by`: quantities rise along its order.
  package var rising: Span?

  /// Where another plan decides.
  package var relation: SampleRelation?

  /// Whether it says nothing of strata and quantity by itself: `抽查 { … }` in a plan that changes
  /// another.
  package var isChange: Bool {
    by.isEmpty && each == nil && spread == nil && single == nil && relation == nil
  }

  package init(
    by: [Expression], each: Expression?, spread: Expression?, single: QuantitySyntax?,
    clauses: [SampleClause]
  ) {
    self.by = by
    self.each = each
    self.spread = spread
    self.single = single
    self.clauses = clauses
  }
}

package struct SampleClause: Sendable {
  package enum Kind: Sendable {
    /// `A => 5%`: a pattern for each expression of `by`.
    case arm(patterns: [Pattern], QuantitySyntax)
    /// `总体 不超过 20%`, `总体 各 县区 不少于 1户`
    case overall(QuantitySyntax, each: Expression?)
    /// `必查 近一年投诉 >= 5`, with `计入` if these objects count towards the quota.
    case include(Expression, counted: Bool)
    /// `排除 条件`
    case exclude(Expression)
    /// `优先 条件`: these objects come first within their cell.
    case prefer(Expression)
    /// `不重复`: nobody twice in the plan's period.
    case withoutRepeats
    /// `排除 36个月内已抽`
    case excludeDrawn(DrawnExclusionSyntax)
    /// `轮查 60个月`: those not drawn for so long come first.
    case rotate(Expression)
    /// `上限 1次/24个月`
    case cap(CapSyntax)
    /// `允许为零`: a quota may become 0 on a stratum that has objects.
    case allowZero
  }

  package let kind: Kind
  package let span: Span
  /// Why objects are excluded, or must be included.
  package var grounds: GroundsSyntax?
  /// `除 信用 == D`: objects that earlier draws mean nothing to.
  package var except: Expression?

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// How many objects: a bound and, with `, 全部 当 少于 5户`, the size below which all are taken.
package struct QuantitySyntax: Sendable {
  package enum Kind: Sendable {
    case missing
    case all
    /// A ratio or a count.
    case exactly(Expression)
    case atLeast(Expression)
    case atMost(Expression)
    /// Both ends included.
    case range(Expression, Expression)
    /// `待定`
    case undecided
    /// `轮查 60个月`: as many as it takes to come to everybody in that time.
    case rotate(Expression)
  }

  package let kind: Kind
  package let allWhenFewerThan: Expression?
  package let span: Span
  /// `全年`, where the quantity is a total over the rounds of a year.
  package var yearTotal: Span?
  package var additions = QuantityAdditions()

  package init(_ kind: Kind, allWhenFewerThan: Expression?, span: Span) {
    self.kind = kind
    self.allWhenFewerThan = allWhenFewerThan
    self.span = span
  }
}
