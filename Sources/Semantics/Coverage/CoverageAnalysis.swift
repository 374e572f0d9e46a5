/// What a matrix leaves out, says twice or never reaches, in terms of classes of values.
struct CoverageAnalysis: Sendable {
  /// For each column, a set of its classes.
  typealias Box = [BitSet]

  let columns: [ValueClasses]
  /// By row.
  let boxes: [Box]
  /// By row: whether it takes anything at all.
  let isPossible: [Bool]
  let budget: Int
  private let possible: BitSet
  /// By column, by class: the rows that take it.
  private let takers: [[BitSet]]

  /// Nil if the columns cannot be cut into classes, or if that alone would take more than 128 MB
  /// or some seconds.
  init?(_ matrix: PatternMatrix, budget: Int) {
    var columns: [ValueClasses] = []
    for (index, column) in matrix.columns.enumerated() {
      let classes = ValueClasses(
        column.type, patterns: matrix.rows.map { $0.patterns[index] } + column.domain,
        enumerations: matrix.enumerations)
      guard let classes else { return nil }
      columns.append(classes)
    }
    let words = columns.reduce(0) { $0 + $1.count } * (matrix.rows.count / 64 + 1)
    guard words <= 1 << 24, columns.count <= 512 else { return nil }

    let boxes = matrix.rows.map { row in
      zip(columns, row.patterns).map { $0.classes(of: $1) }
    }
    let cells = boxes.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    guard cells <= (1 << 31) / (matrix.rows.count / 64 + 1) else { return nil }
    self.columns = columns
    everything = zip(columns, matrix.columns).map { classes, column in
      column.domain.reduce(classes.all) { $0.intersection(classes.classes(of: $1)) }
    }
    self.boxes = boxes
    self.budget = budget
    isPossible = boxes.map { !$0.contains(where: \.isEmpty) }
    var possible = BitSet(capacity: boxes.count)
    for row in boxes.indices where isPossible[row] { possible.insert(row) }
    self.possible = possible
    takers = columns.indices.map { column in
      let none = BitSet(capacity: boxes.count)
      var takers = Array(repeating: none, count: columns[column].count)
      for (row, box) in boxes.enumerated() {
        for element in box[column].elements { takers[element].insert(row) }
      }
      return takers
    }
  }

  /// Everything that occurs.
  let everything: Box

  /// Whether a row takes something, but nothing that occurs.
  func isOutside(_ row: Int) -> Bool {
    isPossible[row] && zip(boxes[row], everything).contains { !$0.intersects($1) }
  }

  /// The other rows that take something that a row takes; it is possible itself.
  func neighbours(of row: Int) -> BitSet {
    var result = possible
    result.remove(row)
    for (column, classes) in boxes[row].enumerated() where classes != columns[column].all {
      var meeting = BitSet(capacity: boxes.count)
      for element in classes.elements { meeting.formUnion(takers[column][element]) }
      result.formIntersection(meeting)
    }
    return result
  }

  /// Whether boxes together take all of a region, where one look at them tells; nil where it takes
  /// a search.
  func isPlainlyCovered(_ region: Box, by boxes: [Box]) -> Bool? {
    if boxes.contains(where: { zip(region, $0).allSatisfy { $0.isSubset(of: $1) } }) { return true }
    for (column, classes) in region.enumerated() {
      var rest = classes
      for box in boxes { rest.subtract(box[column]) }
      if !rest.isEmpty { return false }
    }
    return nil
  }

  func search(_ region: Box, in boxes: [Box], budget: Int) -> CoverageSearch {
    CoverageSearch(region: region, boxes: boxes, columns: columns, budget: budget)
  }
}
