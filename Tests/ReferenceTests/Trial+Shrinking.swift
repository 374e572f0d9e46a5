import Quantities
import Runtime

extension Trial {
  /// The smallest trial found, by leaving things out, that still fails in the same way.
  func shrunk(_ fails: (Trial) -> Bool) -> Trial {
    var best = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for index in best.script.shows.indices.reversed() where best.script.shows.count > 1 {
        var next = best
        next.script.shows.remove(at: index)
        if fails(next) { (best, isSmaller) = (next, true) }
      }
      for index in best.script.declarations.indices.reversed() {
        var next = best
        next.script.declarations.remove(at: index)
        if fails(next) { (best, isSmaller) = (next, true) }
      }
      for (name, rows) in best.rows.sorted(by: { $0.key < $1.key }) where !rows.rows.isEmpty {
        let count = rows.rows.count
        for range in [0..<count / 2, count / 2..<count, 1..<count, 0..<count - 1] {
          guard range.count < count else { continue }
          var next = best
          next.rows[name] = rows.keeping(range)
          if fails(next) {
            (best, isSmaller) = (next, true)
            break
          }
        }
      }
    }
    return best
  }

  var report: String {
    var text = "seed \(seed), as of \(asOf.map(\.description) ?? "no day")\n\(script.text)"
    for name in names {
      guard let rows = rows[name], script.text.contains(name) else { continue }
      text += "\(name): \(rows.rows.count) rows\n"
      for row in rows.rows.prefix(12) { text += "  \(row.map { "\(Value($0))" })\n" }
    }
    return text
  }
}
