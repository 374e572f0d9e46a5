/// The name that needs the fewest changes to become the text: at most one change for every three
/// characters of the longer one, and the first of equals. Nil if no name is that near.
package func nearestName(to text: String, among names: [String]) -> String? {
  let wanted = Array(text.unicodeScalars.prefix(RowProblem.longestValue))
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.unicodeScalars)
    let distance = editDistance(wanted, candidate)
    let isNear = distance * 3 <= max(wanted.count, candidate.count) || isOtherCase(text, name)
    if isNear, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func isOtherCase(_ text: String, _ name: String) -> Bool {
  text.lowercased() == name.lowercased()
}

/// Insertions, deletions and replacements that turn one into the other.
private func editDistance(_ from: [Unicode.Scalar], _ to: [Unicode.Scalar]) -> Int {
  var previous = Array(0...to.count)
  for (row, scalar) in from.enumerated() {
    var current = [row + 1]
    for (column, other) in to.enumerated() {
      let replaced = previous[column] + (scalar == other ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[to.count]
}
