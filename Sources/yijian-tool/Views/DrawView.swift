import Yijian

/// A draw, as people and programs read it.
struct DrawView {
  let draw: RecordedDraw
  let script: CheckedScript
  let console: Console
  /// Where the manifest was written; nil if it was not.
  let manifestPath: String?

  private var result: DrawResult { draw.result }

  var text: String {
    var text = heading + relationLines + earlier + "\n" + strata.text + "\n" + areas + totals
    text += InspectionView(result: result, console: console).text
    text += DueDatesView(dueDates: result.dueDates, console: console).text
    text += DutiesView(result: result, console: console).text
    text += "\n" + drawnObjects
    text += "\n" + evidence
    return text
  }

  private var heading: String {
    var period = "\(result.period.from) – \(result.period.to)"
    if let round = result.round {
      period += console.text(
        "（第 \(round.number) 轮，共 \(round.count) 轮）", " (round \(round.number) of \(round.count))")
    }
    let leads =
      result.relations.leads.isEmpty
      ? [result.lead] : result.relations.leads.map(\.department)
    let lead = leads.map(Self.name).joined(separator: console.text("、", ", "))
    let others = result.participants.map(Self.name)
    let departments = console.text(
      "牵头 \(lead)" + (others.isEmpty ? "" : "    参与 \(others.joined(separator: "、"))"),
      "lead \(lead)" + (others.isEmpty ? "" : "    with \(others.joined(separator: ", "))"))
    let parameters = result.parameters.map { "\($0.name) = \($0.value)" }
    let settings =
      parameters.isEmpty
      ? ""
      : console.text(
        "参数 \(parameters.joined(separator: "，"))\n",
        "parameters \(parameters.joined(separator: ", "))\n")
    return console.text(
      "计划 \(result.plan)    期间 \(period)    抽取日 \(result.on)\(completion)\n"
        + "\(departments)\n"
        + settings
        + "名录 \(result.registry.schema.name)：\(result.rowCount) 户，范围内 \(result.inScope) 户，"
        + "排除 \(result.excluded) 户\n",
      "plan \(result.plan)    period \(period)    drawn on \(result.on)\(completion)\n"
        + "\(departments)\n"
        + settings
        + "registry \(result.registry.schema.name): \(result.rowCount) objects, "
        + "\(result.inScope) in scope, \(result.excluded) excluded\n")
  }

  private var completion: String {
    guard let day = result.completeBy else { return "" }
    return console.text("    完成时限 \(day)", "    complete by \(day)")
  }

  /// What earlier draws came to; nothing for a plan they mean nothing to.
  private var earlier: String {
    var parts: [String] = []
    if let earlier = result.earlier {
      parts.append(
        console.text(
          "依据以前的 \(earlier.draws.count) 次抽取，排除其中 \(earlier.excluded) 户",
          "relies on \(earlier.draws.count) earlier draws; \(earlier.excluded) objects excluded by them"
        ))
    }
    if let coverage = result.coverage {
      let share = Self.share(coverage.drawn, of: coverage.population)
      parts.append(
        console.text(
          "至今已抽 \(coverage.drawn) 户，占 \(coverage.population) 户的 \(share)",
          "\(coverage.drawn) of \(coverage.population) objects drawn so far, \(share)"))
    }
    return parts.isEmpty ? "" : parts.joined(separator: console.text("；", "; ")) + "\n"
  }

  private static func name(of department: DrawResult.Department) -> String {
    department.title ?? department.name
  }

  private var strata: TextTable {
    var table = TextTable([.left, .right, .right, .right, .right])
    table.add(
      console.language == .chinese
        ? ["层", "总数", "定额", "抽中", "比例"]
        : ["stratum", "population", "quota", "drawn", "share"])
    table.addRule()
    var total = DrawResult.Counts()
    for stratum in result.strata {
      table.add(row(name(of: stratum), stratum.counts))
      for line in more(of: stratum) { table.add(line) }
      total.population += stratum.counts.population
      total.quota += stratum.counts.quota
      total.drawn += stratum.counts.drawn
    }
    if result.includedOnTop > 0 {
      table.add([
        console.text("必查（定额之外）", "must include, on top"), "\(result.includedOnTop)", "",
        "\(result.includedOnTop)", "",
      ])
      total.population += result.includedOnTop
      total.drawn += result.includedOnTop
    }
    if result.includedBefore > 0 {
      table.add([
        console.text("必查（以前各轮已抽）", "must include, drawn before"), "\(result.includedBefore)",
        "", "0", "",
      ])
      total.population += result.includedBefore
    }
    table.addRule()
    table.add(row(console.text("合计", "total"), total))
    return table
  }

  private func name(of stratum: DrawResult.Stratum) -> String {
    let label = stratum.label.isEmpty ? console.text("全部对象", "all objects") : stratum.label
    guard !stratum.cells.isEmpty else { return label }
    return label + console.text("（\(stratum.cells.count) 格）", " (\(stratum.cells.count) cells)")
  }

  private func row(_ name: String, _ counts: DrawResult.Counts) -> [String] {
    [
      name, "\(counts.population)", "\(counts.quota)", "\(counts.drawn)",
      Self.share(counts.drawn, of: counts.population),
    ]
  }

  /// A percentage with one place, half up.
  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let thousandths = (part * 2_000 + whole) / (2 * whole)
    return "\(thousandths / 10).\(thousandths % 10)%"
  }

  private var totals: String {
    var text = console.text(
      "检查 \(range(result.visits, result.mostVisits)) 次",
      "\(range(result.visits, result.mostVisits)) visits")
    for duty in result.personVisits {
      let name = duty.title ?? duty.department
      let persons = range(duty.personVisits, duty.mostPersonVisits)
      text += console.text(
        "；\(name) \(duty.inspectors) 人一组，共 \(persons) 人次",
        "; \(name): \(duty.inspectors) at a time, \(persons) person-visits")
    }
    for load in result.loads {
      text += console.text(
        "；\(load.department)需 \(load.needed) 工作日，有 \(load.available) 工作日",
        "; \(load.department): \(load.needed) of \(load.available) working days")
    }
    return text + "\n"
  }

  private func range(_ least: Int64, _ most: Int64?) -> String {
    if least == most { return "\(least)" }
    guard let most else { return console.text("至少 \(least)", "at least \(least)") }
    return console.text("\(least) 至 \(most)", "\(least) to \(most)")
  }

  private var drawnObjects: String {
    let shown = 12
    var table = TextTable([.right, .left, .left, .left, .right, .left])
    for (index, object) in result.drawn.prefix(shown).enumerated() {
      let due = object.itemsDue.map { console.text("应查 \($0) 项", "\($0) items due") } ?? ""
      table.add([
        "\(index + 1)", object.key, stratum(of: object), object.ticket.prefix(16) + "…", due,
        coming(to: index),
      ])
    }
    let more = result.drawn.count - shown
    let rest =
      more > 0 ? "  " + console.text("……还有 \(more) 户\n", "… and \(more) more\n") : ""
    return console.text(
      "抽中 \(result.drawn.count) 户，按签号从小到大：\n",
      "\(result.drawn.count) drawn, in the order of their tickets:\n") + table.text + rest
  }

  private func stratum(of object: DrawResult.Object) -> String {
    guard let index = object.stratum else { return console.text("必查", "must include") }
    return result.strata[index].label
  }

  private var evidence: String {
    var text = console.text("根 \(result.root)\n", "root \(result.root)\n")
    if let commitment = result.commitment {
      text += console.text(
        "种子与事先公布的承诺相符：\(commitment.digest)\n",
        "the seed fits the commitment made before: \(commitment.digest)\n")
    } else {
      text += console.text(
        "注意：抽取之前没有承诺种子（yijian commit），公信力较弱\n",
        "note: the seed was not committed to before the draw (yijian commit)\n")
    }
    let years = result.period.from.year...result.period.to.year
    for calendar in result.calendars {
      for notice in calendar.notices where years.contains(notice.year) {
        text += console.text(
          "日历“\(calendar.name)”\(notice.year) 年依据：\(notice.text)\n",
          "calendar '\(calendar.name)', \(notice.year): \(notice.text)\n")
      }
    }
    for calendar in result.calendars where !calendar.assumedYears.isEmpty {
      let years = calendar.assumedYears.map(String.init).joined(separator: ", ")
      text += console.text(
        "注意：结果依赖日历“\(calendar.name)”假定的年份 \(years)，放假安排公布后可能改变\n",
        "note: this rests on years that the calendar '\(calendar.name)' assumes: \(years)\n")
    }
    guard let manifestPath else { return text }
    let file = result.registry.origin.file
    return text
      + console.text(
        "抽取清单 \(manifestPath)\n验证：yijian verify \(Shell.quoted(manifestPath)) --registry \(Shell.quoted(file))\n",
        "manifest \(manifestPath)\nverify with: yijian verify \(Shell.quoted(manifestPath)) --registry \(Shell.quoted(file))\n"
      )
  }

  var json: JSONValue {
    guard case .object(var members) = summary else { return summary }
    if let round = result.round {
      members.append(
        .init(
          "round", ["number": .integer(round.number), "count": .integer(round.count)]))
    }
    if let earlier = result.earlier {
      members.append(
        .init(
          "history",
          [
            "draws": .array(earlier.draws.map { .string($0.digest) }),
            "excluded": .integer(earlier.excluded),
          ]))
    }
    if let coverage = result.coverage {
      members.append(
        .init(
          "coverage",
          ["drawn": .integer(coverage.drawn), "population": .integer(coverage.population)]))
    }
    if !result.dueDates.isEmpty {
      members.append(
        .init("dueDates", DueDatesView(dueDates: result.dueDates, console: console).json))
    }
    if let day = result.completeBy { members.append(.init("completeBy", .string("\(day)"))) }
    let assumed = result.calendars.filter { !$0.assumedYears.isEmpty }
    if !assumed.isEmpty {
      members.append(
        .init(
          "assumedYears",
          .object(
            assumed.map { calendar in
              .init(calendar.name, .array(calendar.assumedYears.map { .integer($0) }))
            })))
    }
    if !result.inapplicable.isEmpty {
      members.append(
        .init("inapplicable", InspectionView(result: result, console: console).inapplicable))
    }
    members += DutiesView(result: result, console: console).members
    return .object(members + areaMembers + relationMembers)
  }

  private var summary: JSONValue {
    [
      "schema": "yijian-draw-summary/1",
      "plan": .string(result.plan),
      "group": .string(result.group),
      "period": .string("\(result.period.from)/\(result.period.to)"),
      "on": .string("\(result.on)"),
      "lead": .string(result.lead.name),
      "participants": .array(result.participants.map { .string($0.name) }),
      "parameters": .object(
        result.parameters.map { .init($0.name, .string($0.value)) }),
      "registry": [
        "name": .string(result.registry.schema.name), "rows": .integer(result.rowCount),
        "digest": .string(result.registry.digest),
      ],
      "inScope": .integer(result.inScope),
      "excluded": .integer(result.excluded),
      "strata": .array(
        result.strata.map { stratum in
          [
            "label": .string(stratum.label),
            "population": .integer(stratum.counts.population),
            "included": .integer(stratum.counts.included),
            "quota": .integer(stratum.counts.quota),
            "drawn": .integer(stratum.counts.drawn),
            "alternative": .optional(stratum.alternative),
            "quotaBeforeOverall": stratum.quotaBeforeOverall.map { .integer($0) } ?? .null,
            "parts": .array(
              stratum.parts.map { part in
                [
                  "label": .string(part.label),
                  "covering": .bool(part.isCovering),
                  "population": .integer(part.population),
                  "drawn": .integer(part.drawn),
                ]
              }),
            "layers": .array(stratum.layers.map { .integer($0) }),
            "cells": .array(
              stratum.cells.map { cell in
                [
                  "label": .string(cell.label),
                  "alternative": .optional(cell.alternative),
                  "population": .integer(cell.counts.population),
                  "quota": .integer(cell.counts.quota),
                  "drawn": .integer(cell.counts.drawn),
                ]
              }),
          ]
        }),
      "includedOnTop": .integer(result.includedOnTop),
      "visits": .integer(Int(result.visits)),
      "personVisits": .array(
        result.personVisits.map { duty in
          [
            "department": .string(duty.department), "inspectors": .integer(Int(duty.inspectors)),
            "personVisits": .integer(Int(duty.personVisits)),
          ]
        }),
      "loads": .array(
        result.loads.map { load in
          [
            "department": .string(load.department), "persons": .integer(Int(load.persons)),
            "needed": .integer(Int(load.needed)), "available": .integer(Int(load.available)),
          ]
        }),
      "inspection": InspectionView(result: result, console: console).json,
      "root": .string(result.root),
      "seedCommitment": .optional(result.commitment?.digest),
      "drawn": .array(result.drawn.map { .string($0.key) }),
      "manifest": .optional(manifestPath),
      "manifestDigest": .string(draw.digest),
      "event": .integer(draw.event),
    ]
  }
}
