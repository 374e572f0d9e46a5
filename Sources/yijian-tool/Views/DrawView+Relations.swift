import Yijian

/// What a plan says of departments, levels and other registries, in the view of its draw.
extension DrawView {
  private var relations: DrawResult.Relations { draw.result.relations }

  /// Lines below the heading; empty for a plan that says nothing of the kind.
  var relationLines: String {
    var lines: [String] = []
    if let asAt = draw.result.registry.origin.asAt {
      lines.append(console.text("名录截至 \(asAt)", "registry as at \(asAt)"))
    }
    for exception in relations.exceptions {
      lines.append(
        console.text(
          "除“\(exception.registry)”所列 \(exception.objects) 户",
          "\(exception.objects) objects left out: they are in \(exception.registry)"))
    }
    if !relations.leads.isEmpty {
      let parts = relations.leads.map {
        console.text(
          "\($0.department.title ?? $0.department.name) \($0.objects) 户",
          "\($0.department.title ?? $0.department.name) \($0.objects) objects")
      }
      lines.append(console.text("发起：", "initiated by: ") + joined(parts))
    }
    lines += relations.attendances.indices.map(attendance)
    if let plan = relations.sampledAs {
      lines.append(console.text("分层和数量同计划 \(plan)", "strata and quantities as in plan \(plan)"))
    }
    if let along = relations.along {
      lines.append(
        console.text(
          "随计划 \(along.plan) 抽取（它抽中 \(along.drawn) 户）",
          "drawn along with plan \(along.plan), which drew \(along.drawn)"))
    }
    if let stage = relations.secondStage {
      lines.append(
        console.text(
          "第二阶段：\(stage.registry) \(stage.population) 个中抽 \(stage.drawn.count) 个",
          "second stage: \(stage.drawn.count) of \(stage.population) \(stage.registry)"))
    }
    for (title, levels) in [
      (console.text("抽取层级：", "draw level: "), relations.drawLevels),
      (console.text("检查层级：", "inspection level: "), relations.inspectionLevels),
    ] where !levels.isEmpty {
      let parts = levels.map {
        console.text(
          "\(Self.level($0.level)) \($0.objects) 户", "\($0.level) \($0.objects) objects")
      }
      lines.append(title + joined(parts))
    }
    switch relations.listing {
    case "public": lines.append(console.text("名单检查前公示", "the list is published beforehand"))
    case "secret": lines.append(console.text("名单检查前保密", "the list is secret beforehand"))
    default: break
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// To how many objects a department comes that does not come to all, by stratum.
  private func attendance(_ index: Int) -> String {
    let own = zip(draw.result.drawn, relations.attendancesOfObject)
      .filter { $0.1.contains(index) }.map(\.0)
    let strata = draw.result.strata.enumerated().map { number, stratum in
      (stratum.label, own.count { $0.stratum == number })
    }
    let onTop = (console.text("必查", "must include"), own.count { $0.stratum == nil })
    let parts = (strata + [onTop]).filter { !$0.0.isEmpty && $0.1 > 0 }.map {
      console.text("\($0.0) \($0.1) 户", "\($0.1) of \($0.0)")
    }
    let attendance = relations.attendances[index]
    let name = attendance.department.title ?? attendance.department.name
    let which =
      parts.isEmpty ? "" : console.text("（\(joined(parts))）", " (\(joined(parts)))")
    return console.text(
      "\(name)只到其中 \(attendance.objects) 户", "\(name) comes to \(attendance.objects) of them")
      + which
  }

  /// The departments that come to a drawn object but not to all of them.
  func coming(to position: Int) -> String {
    guard relations.attendancesOfObject.indices.contains(position) else { return "" }
    return relations.attendancesOfObject[position]
      .map { relations.attendances[$0].department.name }
      .joined(separator: console.text("、", ", "))
  }

  private func joined(_ parts: [String]) -> String {
    parts.joined(separator: console.text("，", ", "))
  }

  private static func level(_ level: String) -> String {
    switch level {
    case "national": "国家级"
    case "provincial": "省级"
    case "municipal": "市级"
    case "county": "县级"
    case "township": "乡镇级"
    default: level
    }
  }

  /// Members of the summary that only some plans have.
  var relationMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !relations.exceptions.isEmpty {
      members.append(
        .init(
          "except",
          .array(
            relations.exceptions.map {
              ["registry": .string($0.registry), "objects": .integer($0.objects)]
            })))
    }
    if !relations.leads.isEmpty {
      members.append(
        .init(
          "leads",
          .array(
            relations.leads.map {
              ["name": .string($0.department.name), "objects": .integer($0.objects)]
            })))
    }
    if !relations.attendances.isEmpty {
      let departments = relations.attendances.indices.map { index -> JSONValue in
        let keys = zip(draw.result.drawn, relations.attendancesOfObject)
          .filter { $0.1.contains(index) }.map { JSONValue.string($0.0.key) }
        return [
          "name": .string(relations.attendances[index].department.name), "objects": .array(keys),
        ]
      }
      members.append(.init("attendances", .array(departments)))
    }
    for (name, levels) in [
      ("drawLevels", relations.drawLevels), ("inspectionLevels", relations.inspectionLevels),
    ] where !levels.isEmpty {
      members.append(
        .init(
          name,
          .array(
            levels.map { ["level": .string($0.level), "objects": .integer($0.objects)] })))
    }
    if let plan = relations.sampledAs { members.append(.init("sampleAs", .string(plan))) }
    if let along = relations.along {
      members.append(
        .init("along", ["plan": .string(along.plan), "drawn": .integer(along.drawn)]))
    }
    if let stage = relations.secondStage {
      members.append(
        .init(
          "stage2",
          [
            "registry": .string(stage.registry), "population": .integer(stage.population),
            "drawn": .array(
              stage.drawn.map { ["key": .string($0.key), "of": .string($0.of)] }),
          ]))
    }
    if let listing = relations.listing { members.append(.init("list", .string(listing))) }
    return members
  }
}
