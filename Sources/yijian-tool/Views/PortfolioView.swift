import Yijian

/// What plans mean together, as people and programs read it.
struct PortfolioView {
  let review: PortfolioReview
  let console: Console

  private static let mostMerges = 10

  var text: String {
    // Why is told by the diagnostics.
    guard !review.plans.isEmpty else {
      return console.text("跨计划检查：没有可以合计的计划\n", "plans together: none that could be added up\n")
    }
    let years = review.years.map(String.init).joined(separator: "、")
    var text = console.text("跨计划检查  \(years) 年\n\n", "plans together  \(years)\n\n")
    text += plans.text
    if !review.caps.isEmpty {
      text += console.text("\n检查上限\n", "\nvisit caps\n") + caps.text
    }
    for cap in review.caps where !cap.exceptions.isEmpty {
      let reasons = cap.exceptions.joined(separator: console.text("、", ", "))
      text += console.text(
        "  “\(cap.name)”不计：\(reasons)\n", "  '\(cap.name)' does not count: \(reasons)\n")
    }
    if !review.joints.isEmpty {
      text += console.text("\n统筹\n", "\njoint bounds\n") + joints.text
    }
    if !review.loads.isEmpty {
      text += console.text("\n部门工作日\n", "\nworking days of departments\n") + loads.text
    }
    if !review.merges.isEmpty { text += merging }
    return text
  }

  private var plans: TextTable {
    var table = TextTable([.left, .left, .left, .right, .right, .left])
    table.add(
      console.language == .chinese
        ? ["计划", "部门", "名录", "对象", "抽查", "依据"]
        : ["plan", "departments", "registry", "objects", "drawn", "by"])
    table.addRule()
    for plan in review.plans {
      table.add([
        name(of: plan), plan.departments.joined(separator: console.text("、", ", ")), plan.registry,
        "\(plan.population)", "\(plan.drawn)", basis(of: plan),
      ])
    }
    return table
  }

  private func name(of plan: PortfolioReview.Plan) -> String {
    guard let round = plan.round else { return plan.name }
    return plan.name
      + console.text(
        " 第 \(round.number)/\(round.count) 轮", " round \(round.number) of \(round.count)")
  }

  private func basis(of plan: PortfolioReview.Plan) -> String {
    switch plan.basis {
    case .drawn(let on, _, let gone):
      let missing = gone == 0 ? "" : console.text("，\(gone) 户已不在名录", ", \(gone) no longer there")
      return console.text("\(on) 抽取", "drawn on \(on)") + missing
    case .planned:
      let certain =
        plan.certain == 0 ? "" : console.text("，必定 \(plan.certain) 户", ", \(plan.certain) certain")
      return console.text("尚未抽取", "not drawn yet") + certain
    }
  }

  private var caps: TextTable {
    var table = TextTable([.left, .right, .right, .right, .right, .right])
    table.add(
      console.language == .chinese
        ? ["上限", "年", "涉及", "超过", "可能超过", "预计超过"]
        : ["cap", "year", "visited", "above", "may be above", "expected"])
    table.addRule()
    for cap in review.caps {
      table.add([
        cap.name, "\(cap.year)", "\(cap.visited)", "\(cap.over)", "\(cap.mayBeOver)",
        cap.expectedOver.text,
      ])
    }
    return table
  }

  private var loads: TextTable {
    var table = TextTable([.left, .right, .right, .right, .left])
    table.add(
      console.language == .chinese
        ? ["部门", "年", "至少要", "有", "计划"]
        : ["department", "year", "at least", "there are", "plans"])
    table.addRule()
    for load in review.loads {
      table.add([
        load.department, "\(load.year)", "\(load.needed)", "\(load.available)",
        load.parts.map { "\($0.plan) \($0.days)" }.joined(separator: " + "),
      ])
    }
    return table
  }

  private var joints: TextTable {
    var table = TextTable([.left, .left, .right, .left])
    for joint in review.joints {
      let share = "\(joint.thousandths / 10).\(joint.thousandths % 10)%"
      let verdict =
        switch joint.holds {
        case true?: console.text("做到", "met")
        case false?: console.text("没有做到", "missed")
        case nil: console.text("要看抽取结果", "depends on the draws")
        }
      table.add([
        joint.name, joint.bound.text(in: console.language),
        (joint.isExpected ? console.text("预计 ", "expected ") : "") + share, verdict,
      ])
    }
    return table
  }

  private var merging: String {
    var table = TextTable([.left, .right, .right, .right, .right])
    table.add(
      console.language == .chinese
        ? ["可以合并上门", "年", "同一对象", "省检查次数", "同一协同组"]
        : ["could visit together", "year", "same objects", "visits saved", "in one group"])
    table.addRule()
    for merge in review.merges.prefix(Self.mostMerges) {
      table.add([
        merge.plans.joined(separator: " + "), "\(merge.year)", merge.shared.text,
        merge.saved.text, merge.savedIfCoordinated?.text ?? "",
      ])
    }
    let more = review.merges.count - Self.mostMerges
    let rest =
      more > 0 ? "  " + console.text("……还有 \(more) 对\n", "… and \(more) more pairs\n") : ""
    return "\n" + table.text + rest
  }

  var json: JSONValue {
    [
      "schema": "yijian-portfolio/1",
      "years": .array(review.years.map { .integer($0) }),
      "plans": .array(review.plans.map(json)),
      "caps": .array(review.caps.map(json)),
      "joints": .array(review.joints.map(json)),
      "loads": .array(review.loads.map(json)),
      "merges": .array(review.merges.map(json)),
    ]
  }

  private func json(_ plan: PortfolioReview.Plan) -> JSONValue {
    var drawn: JSONValue = nil
    if case .drawn(let on, let event, let gone) = plan.basis {
      drawn = ["on": .string(on), "event": .integer(event), "gone": .integer(gone)]
    }
    return [
      "name": .string(plan.name), "round": plan.round.map { .integer($0.number) } ?? .null,
      "registry": .string(plan.registry),
      "departments": .array(plan.departments.map { .string($0) }),
      "population": .integer(plan.population), "drawn": .integer(plan.drawn),
      "certain": .integer(plan.certain), "draw": drawn,
    ]
  }

  private func json(_ cap: PortfolioReview.Cap) -> JSONValue {
    [
      "name": .string(cap.name), "year": .integer(cap.year), "visited": .integer(cap.visited),
      "above": .integer(cap.over), "mayBeAbove": .integer(cap.mayBeOver),
      "expectedAbove": .number(cap.expectedOver.text),
      "exceptions": .array(cap.exceptions.map { .string($0) }),
      "examples": .array(
        cap.examples.map { example in
          [
            "key": .string(example.key), "limit": .integer(Int(example.limit)),
            "body": .optional(example.body?.text(in: console.language)),
            "visits": .integer(Int(example.visits)),
            "plans": .array(
              example.terms.map {
                ["plan": .string($0.plan), "visits": .integer(Int($0.visits))]
              }),
          ]
        }),
    ]
  }

  private func json(_ joint: PortfolioReview.Joint) -> JSONValue {
    [
      "name": .string(joint.name), "bound": .string(joint.bound.text(in: console.language)),
      "thousandths": .integer(joint.thousandths), "isExpected": .bool(joint.isExpected),
      "holds": joint.holds.map { .bool($0) } ?? .null,
      "plans": .array(
        joint.parts.map {
          [
            "plan": .string($0.plan), "drawn": .integer($0.drawn),
            "population": .integer($0.population),
          ]
        }),
    ]
  }

  private func json(_ load: PortfolioReview.Load) -> JSONValue {
    [
      "department": .string(load.department), "year": .integer(load.year),
      "workingDays": .integer(Int(load.needed)), "available": .integer(Int(load.available)),
      "plans": .array(
        load.parts.map { ["plan": .string($0.plan), "workingDays": .integer(Int($0.days))] }),
    ]
  }

  private func json(_ merge: PortfolioReview.Merge) -> JSONValue {
    [
      "plans": .array(merge.plans.map { .string($0) }), "registry": .string(merge.registry),
      "year": .integer(merge.year), "sharedObjects": .number(merge.shared.text),
      "savedVisits": .number(merge.saved.text),
      "savedVisitsIfCoordinated": merge.savedIfCoordinated.map { .number($0.text) } ?? .null,
    ]
  }
}
