public import Source

/// A member of a manifest (`yijian-manifest/1`). Every member there can be is listed here, so that
/// what is told of it, and how it is called, is decided for each.
public enum ManifestMember: String, CaseIterable, Sendable {
  case format, tool, draw, plan, lead, participants, on, period, group, seed, seedCommitment, root
  case calendar, registry, otherRegistries, hostFunctions, counts, strata, areas, visits
  case registries, except, leads, attendances, drawLevels, inspectionLevels, sampleAs, along, stage2
  case list
  case redraw, drawn, sources, inspection, round, history, parameters
  case inapplicable, dueDates, duties, measures, digest

  /// What becomes of a member in the edition of a secret list that may be published.
  enum Disclosure: Hashable {
    case told
    case withheld
    /// In its place the digest of the seed, of another name.
    case seedDigest(String)
    /// In its place the digest of the drawn keys under the root, of another name.
    case keyDigest(String)
  }

  /// Told is what says neither which objects were drawn nor what that could be computed from.
  var disclosure: Disclosure {
    switch self {
    case .seed: .seedDigest("seedDigest")
    case .drawn: .keyDigest("drawnDigest")
    case .stage2: .keyDigest("stage2Digest")
    case .root, .digest: .withheld
    case .format, .tool, .draw, .plan, .lead, .participants, .on, .period, .group, .seedCommitment,
      .calendar, .registry, .otherRegistries, .hostFunctions, .counts, .strata, .areas, .visits,
      .registries, .except, .leads, .attendances, .drawLevels, .inspectionLevels, .sampleAs,
      .along, .list, .redraw, .sources, .inspection, .round, .history, .parameters, .dueDates,
      .inapplicable, .duties, .measures:
      .told
    }
  }

  /// Whether the member is an input of the draw or a remark on its making, which nothing can be
  /// compared with.
  var isStated: Bool {
    switch self {
    case .tool, .on, .seed, .seedCommitment, .redraw, .parameters: true
    default: false
    }
  }

  /// What the member is about.
  public var words: Words {
    switch self {
    case .format: Words(zh: "清单格式", en: "format of the manifest")
    case .tool: Words(zh: "工具版本", en: "version of the tool")
    case .draw: Words(zh: "抽取格式", en: "format of the draw")
    case .plan: Words(zh: "计划", en: "plan")
    case .lead: Words(zh: "牵头部门", en: "lead department")
    case .participants: Words(zh: "参与部门", en: "participating departments")
    case .on: Words(zh: "抽取日", en: "date of the draw")
    case .period: Words(zh: "期间", en: "period")
    case .group: Words(zh: "协同组", en: "coordination group")
    case .seed: Words(zh: "种子", en: "seed")
    case .seedCommitment: Words(zh: "种子承诺", en: "commitment to the seed")
    case .root: Words(zh: "根", en: "root")
    case .calendar: Words(zh: "工作日历", en: "calendar")
    case .registry:
      Words(zh: "名录：文件与内容的摘要、行数", en: "registry: digests of file and content, rows")
    case .otherRegistries: Words(zh: "其他名录", en: "other registries")
    case .registries:
      Words(zh: "其他名录：文件与内容的摘要", en: "other registries: digests of file and content")
    case .except: Words(zh: "除去的户数", en: "objects left out")
    case .leads: Words(zh: "各牵头部门发起的户数", en: "objects by initiator")
    case .attendances:
      Words(zh: "只到部分对象的部门的户数", en: "objects of departments that come to some only")
    case .drawLevels: Words(zh: "各抽取层级的户数", en: "objects by draw level")
    case .inspectionLevels: Words(zh: "各检查层级的户数", en: "objects by inspection level")
    case .sampleAs:
      Words(zh: "分层和数量同哪个计划", en: "the plan whose strata and quantities were used")
    case .along: Words(zh: "随哪个计划抽取", en: "the plan that was drawn along with")
    case .stage2: Words(zh: "第二阶段抽中的对象与签号", en: "objects and tickets of the second stage")
    case .list: Words(zh: "名单是否公示", en: "whether the list is public")
    case .hostFunctions: Words(zh: "宿主函数", en: "host functions")
    case .counts: Words(zh: "范围与排除的户数", en: "objects in scope and excluded")
    case .strata: Words(zh: "各层总数、定额、抽中数", en: "population, quota and sample of every stratum")
    case .areas: Words(zh: "总体各处的总数、界限、抽中数", en: "population, bounds and sample of every area")
    case .visits: Words(zh: "检查次数与人次", en: "visits and person-visits")
    case .redraw: Words(zh: "重抽理由", en: "reason for a redraw")
    case .drawn: Words(zh: "抽中的对象、签号与次序", en: "drawn objects, tickets and their order")
    case .history:
      Words(
        zh: "所依据的以前的抽取（没有别的，是清单自己的说明）",
        en: "the earlier draws relied on (that there are no others is stated)")
    case .round: Words(zh: "轮次", en: "round")
    case .parameters: Words(zh: "参数的值", en: "values of the parameters")
    case .dueDates: Words(zh: "各项时限", en: "due dates")
    case .sources: Words(zh: "脚本", en: "scripts")
    case .inspection: Words(zh: "检查单各项及其对象数", en: "items of the checklists, objects of each")
    case .inapplicable:
      Words(zh: "检查单不涉及的要素及理由", en: "elements that the checklists leave out, and why")
    case .duties: Words(zh: "各部门的职责与商定", en: "duties of the departments, and their agreement")
    case .measures: Words(zh: "没有时限的处理措施", en: "measures without a deadline")
    case .digest: Words(zh: "清单摘要", en: "digest of the manifest")
    }
  }
}

extension JSONValue.Member {
  init(_ member: ManifestMember, _ value: JSONValue) { self.init(member.rawValue, value) }
}
