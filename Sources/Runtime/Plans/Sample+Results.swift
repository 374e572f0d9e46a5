import Sampling
import Semantics

/// What a sample says of parts, alternatives and layers of its strata.
extension DrawResult.Stratum {
  /// Adds what there is to say beyond the counts.
  mutating func add(
    _ stratum: PlanDeclaration.Stratum, _ index: Int, _ parts: PlanParts,
    _ objects: [Sample.Object], _ registered: [Int32]
  ) {
    let own = objects.filter { $0.stratum == index }
    layers = stratum.quantity.layers.indices.map { layer in
      own.count { $0.layers > layer + 1 }
    }
    guard stratum.quantity.hasParts else { return }
    for (number, subquota) in stratum.quantity.subquotas.enumerated() {
      func holds(_ row: Int32) -> Bool {
        parts.classes[Int(parts.ofRows[Int(row)])].holds[number]
      }
      self.parts.append(
        DrawResult.Part(
          label: subquota.label, population: registered.count(where: holds),
          drawn: own.count { holds($0.row) }))
    }
    guard let covering = stratum.quantity.covering else { return }
    func values(_ rows: [Int32]) -> Int {
      Set(rows.map { parts.classes[Int(parts.ofRows[Int($0)])].value }).count
    }
    self.parts.append(
      DrawResult.Part(
        label: covering.label, population: values(registered), drawn: values(own.map(\.row)),
        isCovering: true))
  }
}
