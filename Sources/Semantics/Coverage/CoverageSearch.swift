/// Looks for a point of a region that no box contains.
///
/// A box is a product: for each column, a set of classes. The search fixes one column after the
/// other and carries the set of boxes still open. It stops early where some open box takes
/// everything that is left, and remembers the (column, open boxes) it has found covered.
struct CoverageSearch {
  /// More steps than the budget allows would be needed.
  struct OutOfBudget: Error {}

  /// Classes of a column that the same boxes take.
  private struct Group {
    var classes: BitSet
    let boxes: BitSet
  }

  private struct State: Hashable {
    let depth: Int
    let open: BitSet
  }

  private let region: [BitSet]
  private let boxCount: Int
  /// Columns in the order of the search: those that most boxes restrict come first.
  private let order: [Int]
  /// By depth.
  private let groups: [[Group]]
  /// By depth: the boxes that take everything of the region in all columns from there on.
  private let complete: [BitSet]
  private var covered: Set<State> = []
  /// What is left of it.
  private(set) var budget: Int

  /// Boxes and region have a set of classes for each column of `columns`.
  init(region: [BitSet], boxes: [[BitSet]], columns: [ValueClasses], budget: Int) {
    self.region = region
    self.budget = budget
    boxCount = boxes.count
    let restricting = columns.indices.map { column in
      boxes.count { !region[column].isSubset(of: $0[column]) }
    }
    order = columns.indices.sorted { (restricting[$0], $1) > (restricting[$1], $0) }
    groups = order.map { column in
      Self.groups(of: region[column], in: columns[column], boxes: boxes.map { $0[column] })
    }
    var complete = [BitSet(0..<boxes.count, capacity: boxes.count)]
    for column in order.reversed() {
      var whole = complete[complete.count - 1]
      for box in whole.elements where !region[column].isSubset(of: boxes[box][column]) {
        whole.remove(box)
      }
      complete.append(whole)
    }
    self.complete = complete.reversed()
  }

  /// Classes in the order in which people would name them, so that the first gap is a natural one.
  private static func groups(
    of classes: BitSet, in column: ValueClasses, boxes: [BitSet]
  ) -> [Group] {
    var takers = Array(repeating: BitSet(capacity: boxes.count), count: column.count)
    for (index, box) in boxes.enumerated() {
      for element in box.intersection(classes).elements { takers[element].insert(index) }
    }
    var groups: [Group] = []
    var known: [BitSet: Int] = [:]
    for element in column.naturalOrder where classes.contains(element) {
      if let group = known[takers[element]] {
        groups[group].classes.insert(element)
      } else {
        known[takers[element]] = groups.count
        let single = BitSet(element..<element + 1, capacity: column.count)
        groups.append(Group(classes: single, boxes: takers[element]))
      }
    }
    return groups
  }

  /// A box of the region that no box touches, or nil if there is none. May be called once.
  mutating func gap() throws(OutOfBudget) -> [BitSet]? {
    guard !region.contains(where: \.isEmpty) else { return nil }
    let everything = BitSet(0..<boxCount, capacity: boxCount)
    guard let path = try path(from: 0, open: everything) else { return nil }
    var result = region
    for (depth, classes) in path.reversed().enumerated() { result[order[depth]] = classes }
    return result
  }

  /// The classes chosen from a depth on, the last first; nil if all is covered.
  private mutating func path(from depth: Int, open: BitSet) throws(OutOfBudget) -> [BitSet]? {
    // A step costs as much as the sets it handles are long.
    budget -= 1 + open.words.count / 8
    guard budget >= 0 else { throw OutOfBudget() }
    if open.isEmpty { return [] }
    if open.intersects(complete[depth]) { return nil }
    let state = State(depth: depth, open: open)
    if covered.contains(state) { return nil }
    for group in groups[depth] {
      if var path = try path(from: depth + 1, open: open.intersection(group.boxes)) {
        path.append(group.classes)
        return path
      }
    }
    covered.insert(state)
    return nil
  }
}
