import Quantities
import Source

/// What a manifest says only of plans with checklists, duties, measures or working days, so that
/// those of other plans stay as they are.
extension Manifest {
  var inspectionMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !result.inspection.isEmpty {
      members.append(.init(.inspection, .array(result.inspection.map(Self.json))))
    }
    if !result.inapplicable.isEmpty {
      members.append(
        .init(
          .inapplicable,
          .array(
            result.inapplicable.map {
              .object([
                .init("checklist", .string($0.checklist)), .init("element", .string($0.element)),
                .init("reason", .string($0.reason)),
              ])
            })))
    }
    return members
  }

  private static func json(_ item: DrawResult.InspectionItem) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("checklist", .string(item.checklist)),
      .init("item", .string(item.name)),
      .init("text", .string(item.text)),
      .init("element", .string(item.element)),
      .init("department", .string(item.department)),
      .init("matter", .optional(item.matter)),
    ]
    if let category = item.category { members.append(.init("category", .string(category))) }
    if let score = item.score { members.append(.init("score", .integer(Int(score)))) }
    return .object(members + [.init("objects", .integer(item.objects))])
  }

  var dutyMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !result.duties.isEmpty {
      members.append(
        .init(
          .duties,
          .array(
            result.duties.map { duty in
              .object([
                .init("department", .string(duty.department.name)),
                .init("duty", .optional(duty.duty)),
                .init("agreedOn", .optional(duty.agreedOn?.description)),
                .init("record", .optional(duty.record)),
              ])
            })))
    }
    if !result.measures.isEmpty {
      members.append(
        .init(
          .measures,
          .array(
            result.measures.map { measure in
              .object([
                .init("situation", .string(measure.situation)),
                .init("measure", .string(measure.measure)),
                .init("responsible", .array(measure.responsible.map { .string($0.name) })),
              ])
            })))
    }
    return members
  }

  /// Null where no working days are counted.
  var calendars: JSONValue {
    if result.calendars.isEmpty { return .null }
    return .array(
      result.calendars.map { calendar in
        var members: [JSONValue.Member] = [
          .init("name", .string(calendar.name)),
          .init("firstYear", .integer(calendar.years.lowerBound)),
          .init("lastYear", .integer(calendar.years.upperBound)),
          .init("assumedYears", .array(calendar.assumedYears.map { .integer($0) })),
        ]
        if !calendar.notices.isEmpty {
          members.append(
            .init(
              "notices",
              .array(
                calendar.notices.map {
                  .object([.init("year", .integer($0.year)), .init("text", .string($0.text))])
                })))
        }
        return .object(members)
      })
  }
}
