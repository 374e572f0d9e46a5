import Syntax

/// Queries over registries, lists, sets, samples and groups.
extension RandomProgram {
  /// A query as it grows. Its steps see `inside`; what does not depend on its rows sees `outside`.
  private struct Query {
    var text: String
    var element: ScriptType
    var inside: Surroundings
    let outside: Surroundings

    init(_ text: String, _ element: ScriptType, _ outside: Surroundings) {
      self.text = text
      self.element = element
      self.outside = outside
      inside = outside.inside(element)
    }

    /// What earlier steps showed about names outside holds for later ones.
    var now: Surroundings {
      var now = outside
      now.present = inside.present
      return now
    }
  }

  // MARK: Sources

  private mutating func source(_ around: Surroundings, _ depth: Int) -> Query {
    if !registries.isEmpty && chance(75) {
      return source(of: .row(number(0..<registries.count)), around, depth)
    }
    let type =
      !records.isEmpty && chance(25)
      ? ScriptType.record(number(0..<records.count)) : scalarType()
    return source(of: type, around, depth)
  }

  private mutating func source(
    of element: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> Query {
    let closed = around.closed
    func query(_ text: String) -> Query { Query(text, element, closed) }
    let lists = places(of: .list(element), closed) + places(of: .set(element), closed)
    if !lists.isEmpty && chance(40) { return query(pick(lists)) }
    if case .row(let registry) = element {
      let plans = closed.mayDraw ? plans.filter { $0.registry == registry } : []
      if !plans.isEmpty && chance(50) { return query(draw(pick(plans), closed)) }
      let stages = closed.mayDraw ? self.plans.filter { $0.stage == registry } : []
      if !stages.isEmpty && chance(50) { return query(draw(pick(stages), closed, stage: 2)) }
      return query(registries[registry].name)
    }
    if element.isScalar && chance(30) {
      return query(expression(.set(element), closed, min(depth, 1)))
    }
    return query(expression(.list(element), closed, depth))
  }

  private mutating func draw(
    _ plan: ScriptPlan, _ around: Surroundings, stage: Int = 1
  ) -> String {
    let date = chance(92) ? "2026-0\(number(3...9))-1\(number(0...9))" : literal(.date)
    let seed = chance(95) ? quoted("s\(number(0...9))") : text()
    let labels = chance(80)
    let parts =
      labels
      ? "\(word(.dateLabel)): \(date), \(word(.seedLabel)): \(seed)" : "\(date), \(seed)"
    let layer = chance(20) ? ", \(word(.layerLabel)): \(number(0...3))" : ""
    let part = stage == 2 ? ", \(word(.stageLabel)): 2" : layer
    var count = ""
    if let rounds = plan.rounds, chance(50) {
      count = ", \(rounds.parameter): \(number(1...rounds.most))"
    }
    return "\(word(.drawFunction))(\(plan.name), \(parts)\(part)\(count))"
  }

  // MARK: Steps that keep a list

  private mutating func grow(_ query: inout Query, _ depth: Int, steps: Int) {
    for _ in 0..<steps { grow(&query, depth) }
  }

  private mutating func grow(_ query: inout Query, _ depth: Int) {
    switch number(0..<10) {
    case 0...4:
      let test = condition(query.inside, depth)
      query.text += " \(word(.where)) \(test.text)"
      query.inside = query.inside.assuming(test.whenTrue)
    case 5...6:
      guard let type = fieldType(query, where: isOrdered) else { return }
      let key = expression(type, query.inside, min(depth, 1))
      let descending = chance(40) ? " " + word(.descending) : ""
      query.text += " \(word(.sortBy)) \(key)\(descending)"
    case 7:
      let count = chance(85) ? String(number(0...6)) : expression(.integer, query.now, depth)
      query.text += " \(word(.first)) \(count)"
    case 8:
      if query.element.isScalar && chance(60) {
        query.text += " " + word(.distinct)
      } else if let type = fieldType(query, where: \.isScalar) {
        query.text += " \(word(.distinct)) \(expression(type, query.inside, min(depth, 1)))"
      }
    default: group(&query, depth)
    }
  }

  /// `分组 … 数` and the like, after which the elements are groups.
  private mutating func group(_ query: inout Query, _ depth: Int) {
    guard let key = fieldType(query, where: \.isScalar) else { return }
    if case .group = query.element { return }
    query.text += " \(word(.groupBy)) \(expression(key, query.inside, min(depth, 1)))"
    // What earlier steps showed about rows is forgotten.
    query.inside.presentInRow = []
    let value = aggregate(&query, depth)
    query.element = .group(key: key, value: value)
    query.inside.element = query.element
  }

  /// Writes a step that makes one value of many; its type, were there one element at least.
  private mutating func aggregate(_ query: inout Query, _ depth: Int) -> ScriptType {
    let numeric = fieldType(query, where: \.isAdditive)
    let ordered = fieldType(query, where: isOrdered)
    switch number(0..<6) {
    case 1...2:
      guard let numeric else { break }
      query.text += " \(word(.sum)) \(expression(numeric, query.inside, depth))"
      return numeric
    case 3...4:
      guard let ordered else { break }
      let step = word(chance(50) ? .minimum : .maximum)
      query.text += " \(step) \(expression(ordered, query.inside, depth))"
      return ordered
    case 5:
      guard let numeric else { break }
      query.text += " \(word(.average)) \(expression(numeric, query.inside, depth))"
      return numeric == .percent ? .percent : .decimal
    default: break
    }
    query.text += " " + word(.count)
    if case .row = query.element { return .objects }
    return .integer
  }

  /// A type of what can be seen in the query's elements, or any other; nil only by chance.
  private mutating func fieldType(
    _ query: Query, where suits: (ScriptType) -> Bool
  ) -> ScriptType? {
    let types = places(query.inside).filter(\.isOfRow).map(\.type).filter { suits($0) }
    if !types.isEmpty && chance(90) { return pick(types) }
    let type = scalarType()
    return suits(type) ? type : types.first
  }

  // MARK: Whole queries

  /// A list of elements of a type.
  mutating func list(of element: ScriptType, _ around: Surroundings, _ depth: Int) -> String {
    let closed = around.closed
    let lists = places(of: .list(element), closed)
    if !lists.isEmpty && chance(30) { return pick(lists) }
    if case .row = element {
      return listQuery(source(of: element, around, depth), depth)
    }
    if depth > 0 && chance(35) && !element.isCode {
      return listQuery(source(of: element, around, depth - 1), depth - 1)
    }
    let count = depth > 0 ? number(1...5) : number(1...2)
    let parts = (0..<count).map { _ in expression(element, closed, min(depth - 1, 1)) }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// Steps that keep the type of the elements.
  private mutating func listQuery(_ source: Query, _ depth: Int) -> String {
    var query = source
    for _ in 0..<number(1...3) {
      var longer = query
      grow(&longer, depth)
      if longer.element == query.element { query = longer }
    }
    if case .row = query.element { return "(\(query.text))" }
    // A set is a list only after a step.
    return "(\(query.text) \(word(.first)) \(number(1...6)))"
  }

  /// Any query whatsoever, for a `显示` line.
  mutating func query(_ around: Surroundings, _ depth: Int) -> String {
    var query = source(around, depth)
    grow(&query, depth, steps: number(0...3))
    if chance(35) {
      group(&query, depth)
      if chance(50) { grow(&query, depth) }
    } else if chance(50) {
      _ = aggregate(&query, depth)
    }
    return "(\(query.text))"
  }

  /// A query that gives one value of a type which is there even if the source is empty.
  mutating func scalarQuery(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String? {
    var query = source(around, depth)
    let steps = number(0...2)
    switch type {
    case .bool:
      grow(&query, depth, steps: steps)
      let test = condition(query.inside, depth).text
      return "(\(query.text) \(word(chance(50) ? .any : .all)) \(test))"
    case .integer, .objects:
      grow(&query, depth, steps: steps)
      var isRow = false
      if case .row = query.element { isRow = true }
      if isRow == (type == .objects) && chance(60) { return "(\(query.text) \(word(.count)))" }
    case .decimal, .percent, .unit: grow(&query, depth, steps: steps)
    default: return nil
    }
    return "(\(query.text) \(word(.sum)) \(expression(type, query.inside, depth)))"
  }

  /// The least or greatest, or the average, which may be absent.
  mutating func extreme(
    _ type: ScriptType, _ around: Surroundings, _ depth: Int
  ) -> String? {
    var query = source(around, depth)
    grow(&query, depth, steps: number(0...2))
    if (type == .decimal || type == .percent) && chance(40) {
      let value = type == .percent ? .percent : pick([ScriptType.decimal, .integer, .days])
      return "(\(query.text) \(word(.average)) \(expression(value, query.inside, depth)))"
    }
    guard isOrdered(type) else { return nil }
    let step = word(chance(50) ? .minimum : .maximum)
    return "(\(query.text) \(step) \(expression(type, query.inside, depth)))"
  }
}
