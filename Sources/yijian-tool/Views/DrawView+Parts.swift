import Yijian

/// What a stratum says beyond its counts: the alternative taken, parts, and layers.
extension DrawView {
  /// Further lines of the table below a stratum.
  func more(of stratum: DrawResult.Stratum) -> [[String]] {
    var lines: [[String]] = []
    if let alternative = stratum.alternative {
      lines.append([console.text("  取 \(alternative)", "  took \(alternative)"), "", "", "", ""])
    }
    if let before = stratum.quotaBeforeOverall {
      lines.append([
        console.text("  总体把定额从 \(before) 调到这里", "  moved by overall, from \(before)"), "", "", "",
        "",
      ])
    }
    let taken = Set(stratum.cells.compactMap(\.alternative)).sorted()
    for alternative in taken {
      let count = stratum.cells.count { $0.alternative == alternative }
      lines.append([
        console.text("  \(count) 格取 \(alternative)", "  \(count) cells took \(alternative)"), "",
        "", "", "",
      ])
    }
    for part in stratum.parts {
      let name =
        part.isCovering
        ? console.text("  涵盖 \(part.label)", "  covering \(part.label)")
        : console.text("  其中 \(part.label)", "  where \(part.label)")
      lines.append([name, "\(part.population)", "", "\(part.drawn)", ""])
    }
    for (index, count) in stratum.layers.enumerated() {
      lines.append([
        console.text("  第 \(index + 2) 次检查", "  visited \(index + 2) times"), "", "", "\(count)",
        "",
      ])
    }
    return lines
  }

  /// One line for each bound over all strata.
  var areas: String {
    draw.result.areas.map { area in
      let low = spread(area.values.map(\.bounds.lowerBound))
      let drawn = spread(area.values.map(\.drawn))
      return console.text(
        "总体 各 \(area.label)：\(area.values.count) 个，每个至少 \(low) 户，抽中 \(drawn) 户\n",
        "overall each \(area.label): \(area.values.count) values, at least \(low) of each, \(drawn) drawn\n"
      )
    }.joined()
  }

  private func spread(_ numbers: [Int]) -> String {
    let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
    if least == most { return "\(least)" }
    return console.text("\(least) 至 \(most)", "\(least) to \(most)")
  }

  var areaMembers: [JSONValue.Member] {
    if draw.result.areas.isEmpty { return [] }
    let areas = draw.result.areas.map { area -> JSONValue in
      [
        "label": .string(area.label),
        "values": .array(
          area.values.map { value in
            [
              "label": .string(value.label), "population": .integer(value.population),
              "least": .integer(value.bounds.lowerBound),
              "most": .integer(value.bounds.upperBound), "drawn": .integer(value.drawn),
            ]
          }),
      ]
    }
    return [.init("areas", .array(areas))]
  }
}
