import Sampling
import Semantics

/// What a sample says of parts, alternatives and layers of its strata.
extension [DrawResult.Stratum] {
  /// Adds what there is to say beyond the counts. O(rows) if a stratum has parts, O(objects) if one
  /// has layers.
  mutating func add(
    _ strata: [PlanDeclaration.Stratum], _ population: Population, _ cells: Cells,
    _ parts: PlanParts, _ objects: [Sample.Object]
  ) {
    let haveParts = strata.contains(where: \.quantity.hasParts)
    guard haveParts || strata.contains(where: { !$0.quantity.layers.isEmpty }) else { return }
    let positions = haveParts ? cells.positions(ofStrata: strata.count) : []
    var drawn: [[Sample.Object]] = strata.map { _ in [] }
    for object in objects {
      if let stratum = object.stratum { drawn[stratum].append(object) }
    }
    for index in indices {
      let rows =
        strata[index].quantity.hasParts ? positions[index].map { population.rows[Int($0)] } : []
      self[index].add(strata[index], parts, drawn[index], rows)
    }
  }
}

extension DrawResult.Stratum {
  fileprivate mutating func add(
    _ stratum: PlanDeclaration.Stratum, _ parts: PlanParts, _ own: [Sample.Object],
    _ registered: [Int32]
  ) {
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
