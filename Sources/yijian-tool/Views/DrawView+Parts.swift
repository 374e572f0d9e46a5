import Yijian

/// What a stratum says beyond its counts: the alternative taken, parts, and layers.
extension DrawView {
  /// Further lines of the table below a stratum.
  func more(of stratum: DrawResult.Stratum) -> [[String]] {
    var lines: [[String]] = []
    if let alternative = stratum.alternative {
      lines.append([console.text("  取 \(alternative)", "  took \(alternative)"), "", "", "", ""])
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
}
