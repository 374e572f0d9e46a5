import Source

/// Strata in a manifest: what a plan does not use has no member.
extension Manifest {
  static func json(_ stratum: DrawResult.Stratum) -> JSONValue {
    let cells = stratum.cells.map { cell in
      JSONValue.object(
        [.init("label", .string(cell.label))] + json(cell.counts) + alternative(cell.alternative))
    }
    let parts = stratum.parts.map { part in
      JSONValue.object([
        .init("label", .string(part.label)),
        .init(part.isCovering ? "values" : "population", .integer(part.population)),
        .init("drawn", .integer(part.drawn)),
      ])
    }
    let layers = stratum.layers.map { JSONValue.integer($0) }
    return .object(
      [.init("label", .string(stratum.label))] + json(stratum.counts)
        + alternative(stratum.alternative)
        + (stratum.quotaBeforeOverall.map { [.init("quotaBeforeOverall", .integer($0))] } ?? [])
        + (parts.isEmpty ? [] : [.init("parts", .array(parts))])
        + (layers.isEmpty ? [] : [.init("layers", .array(layers))])
        + [.init("cells", .array(cells))])
  }

  /// What a manifest says only of plans with bounds of areas.
  var areaMembers: [JSONValue.Member] {
    if result.areas.isEmpty { return [] }
    let areas = result.areas.map { area in
      let values = area.values.map { value in
        JSONValue.object([
          .init("label", .string(value.label)), .init("population", .integer(value.population)),
          .init("least", .integer(value.bounds.lowerBound)),
          .init("most", .integer(value.bounds.upperBound)), .init("drawn", .integer(value.drawn)),
        ])
      }
      return JSONValue.object([
        .init("label", .string(area.label)), .init("values", .array(values)),
      ])
    }
    return [.init(.areas, .array(areas))]
  }

  private static func alternative(_ label: String?) -> [JSONValue.Member] {
    label.map { [.init("alternative", .string($0))] } ?? []
  }
}
