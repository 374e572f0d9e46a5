import Quantities
import Source

/// The members of a manifest that only some plans have: what they say of departments, levels, other
/// registries and other plans.
extension Manifest {
  var relations: [JSONValue.Member] {
    let relations = result.relations
    var members: [JSONValue.Member] = []
    if !otherRegistries.isEmpty {
      members.append(.init(.registries, .array(otherRegistries.map(Self.json))))
    }
    if !relations.exceptions.isEmpty {
      members.append(
        .init(
          .except,
          .array(
            relations.exceptions.map {
              .object([
                .init("registry", .string($0.registry)), .init("objects", .integer($0.objects)),
              ])
            })))
    }
    for (name, departments) in [
      (ManifestMember.leads, relations.leads), (.attendances, relations.attendances),
    ] where !departments.isEmpty {
      members.append(
        .init(
          name,
          .array(
            departments.map {
              .object([
                .init("name", .string($0.department.name)),
                .init("title", .optional($0.department.title)),
                .init("objects", .integer($0.objects)),
              ])
            })))
    }
    for (member, levels) in [
      (ManifestMember.drawLevels, relations.drawLevels),
      (.inspectionLevels, relations.inspectionLevels),
    ] where !levels.isEmpty {
      members.append(
        .init(
          member,
          .array(
            levels.map {
              .object([
                .init("level", .string($0.level)), .init("objects", .integer($0.objects)),
              ])
            })))
    }
    if let plan = relations.sampledAs { members.append(.init(.sampleAs, .string(plan))) }
    if let along = relations.along {
      members.append(
        .init(
          .along,
          .object([
            .init("plan", .string(along.plan)), .init("group", .string(along.group)),
            .init("period", .string(along.period)), .init("drawn", .integer(along.drawn)),
          ])))
    }
    if let stage = relations.secondStage {
      members.append(
        .init(
          .stage2,
          .object([
            .init("registry", .string(stage.registry)),
            .init("population", .integer(stage.population)),
            .init(
              "drawn",
              .array(
                stage.drawn.map {
                  .object([
                    .init("key", .string($0.key)), .init("ticket", .string($0.ticket)),
                    .init("of", .string($0.of)),
                  ])
                })),
          ])))
    }
    if let listing = relations.listing { members.append(.init(.list, .string(listing))) }
    return members
  }

  static func json(_ due: DrawResult.DueDate) -> JSONValue {
    var members: [JSONValue.Member] = [.init("what", .string(due.matter.rawValue))]
    if due.matter == .finding {
      members += [
        .init("situation", .string(due.situation)), .init("measure", .string(due.measure)),
        .init("responsible", .array(due.responsible.map { .string($0.name) })),
      ]
    }
    if due.matter == .task {
      members.append(.init("task", .string(due.situation)))
      if !due.measure.isEmpty { members.append(.init("content", .string(due.measure))) }
      members.append(.init("responsible", .array(due.responsible.map { .string($0.name) })))
    }
    if due.isAtMost { members.append(.init("atMost", .bool(true))) }
    if !due.awaited.isEmpty { members.append(.init("awaited", .string(due.awaited))) }
    return .object(
      members + [
        .init("deadline", .string(due.words)), .init("from", .optional(due.event?.rawValue)),
        .init("day", .optional(due.day?.description)),
      ])
  }

  /// What is told of the drawn object at a position besides its ticket and stratum.
  func relations(of position: Int) -> [JSONValue.Member] {
    let relations = result.relations
    var members: [JSONValue.Member] = []
    if relations.leadOfObject.indices.contains(position) {
      let lead = relations.leads[relations.leadOfObject[position]]
      members.append(.init("lead", .string(lead.department.name)))
    }
    if relations.attendancesOfObject.indices.contains(position) {
      let coming = relations.attendancesOfObject[position]
        .map { relations.attendances[$0].department.name }
      members.append(.init("with", .array(coming.map { .string($0) })))
    }
    return members
  }
}
