import Digest
import Engine
import Semantics
import Source
import Store
import Syntax

/// What a plan says of other registries, of departments and of levels, put to the rows.
extension Interpreter {
  /// Refuses a registry that shows another day than the plan wants.
  func checkAsAt(_ plan: PlanDeclaration, _ rows: RegistryRows) throws(Stop) {
    guard let asAt = plan.relations.asAt, rows.version.origin.asAt != asAt.date else { return }
    throw .fault(
      registryAsAtDiffers(
        rows.declaration.name.text, wanted: asAt.date, found: rows.version.origin.asAt,
        at: asAt.span))
  }

  /// The rows that are in none of the registries to be left out, and how many each took out.
  func without(
    _ exceptions: [PlanRelations.Exception], _ rows: RowSet
  ) throws(Stop) -> (left: RowSet, counts: [Int]) {
    var left = rows
    var counts: [Int] = []
    for exception in exceptions {
      let before = left.objectCount
      left = left.without(try positions(of: exception, in: left))
      counts.append(before - left.objectCount)
    }
    return (left, counts)
  }

  /// The positions of the rows that a registry to be left out has, ascending.
  private func positions(
    of exception: PlanRelations.Exception, in rows: RowSet
  ) throws(Stop) -> [Int32] {
    let other = try registries.rows(exception.registry, at: exception.span)
    var out = RowSet(other)
    if let condition = exception.condition {
      out = out.at(try positions(where: condition, .rows(out, .row(exception.registry)), Scope()))
    }
    guard case .texts(let wanted) = try other.column(exception.otherField),
      case .texts(let own) = try rows.source.column(exception.ownField)
    else { throw .impossible("a key that is no text") }
    do {
      try meter.spend(steps: rows.count + out.count)
    } catch {
      throw .limit(error)
    }
    var codes = TextIndex()
    for row in out.indices where wanted.isKnown(at: Int(row)) { _ = codes.insert(wanted[Int(row)]) }
    return (0..<Int32(rows.count)).filter { position in
      let row = Int(rows[Int(position)])
      return own.isKnown(at: row) && codes.find(own[row]) != nil
    }
  }

  /// Counts by lead and by level over the objects drawn.
  func relations(
    of sample: Sample, _ population: Population, along other: Sample?
  ) throws(Stop) -> DrawResult.Relations {
    let (plan, relations) = (sample.plan, sample.plan.relations)
    var result = DrawResult.Relations()
    result.listing = relations.listing?.rawValue
    result.exceptions = zip(relations.exceptions, population.leftOut).map {
      DrawResult.Exception(
        registry: program.registries[$0.registry.index].name.text, objects: $1)
    }
    result.sampledAs = relations.sampledAs.map { program.plans[$0.index].name.text }
    result.along = other.map {
      DrawResult.Along(
        plan: $0.plan.name.text, group: $0.plan.group, period: $0.round.text,
        drawn: $0.objects.count)
    }
    if let second = sample.second {
      var drawn: [DrawResult.SecondStage.Object] = []
      for object in second.objects {
        drawn.append(
          DrawResult.SecondStage.Object(
            key: try second.rows.key(of: object.row), ticket: object.ticket.hex,
            of: try sample.rows.key(of: sample.objects[object.first].row)))
      }
      result.secondStage = DrawResult.SecondStage(
        registry: second.rows.declaration.name.text, population: second.population, drawn: drawn)
    }
    let elements = Elements.rows(
      RowSet(sample.rows, sample.objects.map(\.row)), .row(plan.registry))
    let leads = plan.leads
    if let rule = relations.leadRule {
      let values = try self.values(of: rule, elements)
      result.leadOfObject = values.map { leads.firstIndex(of: $0) ?? 0 }
      result.leads = leads.map { lead in
        DrawResult.Leading(
          department: .init(program.departments[lead.index]),
          objects: values.count { $0 == lead })
      }
    } else if leads.count > 1 {
      result.leads = leads.map {
        DrawResult.Leading(
          department: .init(program.departments[$0.index]), objects: sample.objects.count)
      }
    }
    result.attendances = sample.attendances.map { attendance in
      DrawResult.Leading(
        department: .init(program.departments[attendance.department.index]),
        objects: attendance.comes.count { $0 })
    }
    if !sample.attendances.isEmpty {
      result.attendancesOfObject = sample.objects.indices.map { position in
        sample.attendances.indices.filter { sample.attendances[$0].comes[position] }
      }
    }
    let drawLevels = try levels(relations.drawLevel, elements)
    result.drawLevels = Self.counts(relations.drawLevel, drawLevels)
    result.inspectionLevels = Self.counts(
      relations.inspectionLevel, try levels(relations.inspectionLevel, elements))
    if relations.leadRule != nil, let rule = relations.drawLevel {
      for (position, level) in drawLevels.enumerated() {
        let lead = leads[result.leadOfObject[position]]
        if program.level(of: lead) == level { continue }
        throw .fault(
          leadOfOtherLevel(
            try sample.rows.key(of: sample.objects[position].row),
            program.departments[lead.index].name, level,
            at: rule.span(of: level) ?? plan.name.span))
      }
    }
    return result
  }

  private func values<Value>(
    of rule: ByObject<Value>, _ elements: Elements
  ) throws(Stop) -> [Value] {
    guard let first = rule.arms.first else { return [] }
    return try arms(by: rule.by, rule.arms.map(\.patterns), elements, at: first.span)
      .map { rule.arms[Int($0)].value }
  }

  private func levels(
    _ rule: PlanRelations.LevelRule?, _ elements: Elements
  ) throws(Stop) -> [AdministrativeLevel] {
    switch rule {
    case nil: []
    case .one(let level): Array(repeating: level, count: elements.count)
    case .byObject(let rule): try values(of: rule, elements)
    }
  }

  private static func counts(
    _ rule: PlanRelations.LevelRule?, _ levels: [AdministrativeLevel]
  ) -> [DrawResult.LevelCount] {
    (rule?.levels ?? []).sorted().map { level in
      DrawResult.LevelCount(level: "\(level)", objects: levels.count { $0 == level })
    }
  }
}

extension PlanRelations.LevelRule {
  /// Where a rule by objects says a level.
  fileprivate func span(of level: AdministrativeLevel) -> Span? {
    guard case .byObject(let rule) = self else { return nil }
    return rule.arms.first { $0.value == level }?.span
  }
}
