import Sampling
import Semantics

/// What a sample says of parts, alternatives and layers of its strata.
extension [DrawResult.Stratum] {
  /// Adds what there is to say beyond the counts. O(objects) if a stratum has parts or layers.
  mutating func add(
    _ strata: [PlanDeclaration.Stratum], _ cells: Cells, _ parts: PlanParts,
    _ objects: [Sample.Object]
  ) {
    guard strata.contains(where: { $0.quantity.hasParts || !$0.quantity.layers.isEmpty }) else {
      return
    }
    var drawn: [[Sample.Object]] = strata.map { _ in [] }
    for object in objects {
      if let stratum = object.stratum { drawn[stratum].append(object) }
    }
    for index in indices {
      let classes = parts.classes.indices.filter {
        cells.cells[Int(parts.classes[$0].cell)].stratum == index
      }
      self[index].add(strata[index], parts, drawn[index], classes)
    }
  }
}

extension DrawResult.Stratum {
  fileprivate mutating func add(
    _ stratum: PlanDeclaration.Stratum, _ parts: PlanParts, _ own: [Sample.Object],
    _ registered: [Int]
  ) {
    layers = stratum.quantity.layers.indices.map { layer in
      own.count { $0.layers > layer + 1 }
    }
    guard stratum.quantity.hasParts else { return }
    let ofDrawn = own.map { Int(parts.ofRows[Int($0.row)]) }
    for (number, subquota) in stratum.quantity.subquotas.enumerated() {
      func holds(_ kind: Int) -> Bool { parts.classes[kind].holds[number] }
      self.parts.append(
        DrawResult.Part(
          label: subquota.label, population: parts.population(registered.filter(holds)),
          drawn: ofDrawn.count(where: holds)))
    }
    guard let covering = stratum.quantity.covering else { return }
    func values(_ kinds: [Int]) -> Int { Set(kinds.map { parts.classes[$0].value }).count }
    self.parts.append(
      DrawResult.Part(
        label: covering.label, population: values(registered), drawn: values(ofDrawn),
        isCovering: true))
  }
}
