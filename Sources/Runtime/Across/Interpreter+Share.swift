import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

extension Interpreter {
  /// The share of a plan that has not been drawn: how many of each cell it will draw. The
  /// interpreter's date is the first day on which the plan may be drawn.
  ///
  /// - Parameters:
  ///   - values: of the parameters, where others than the plan's own are known.
  ///   - earlier: the shares of its earlier rounds, if it draws nobody twice.
  func plannedShare(
    _ outline: PlanOutline, _ round: Round, _ space: KeySpace,
    _ values: [PlanDeclaration.ParameterValue?], after earlier: [PlanShare] = []
  ) throws(Stop) -> PlanShare {
    let plan = try ready(outline.plan, values, on: round.days.from)
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    try checkAsAt(plan, rows)
    try rows.load(plan.fields(key: rows.declaration.key))
    let taken: Set<Int32> =
      earlier.isEmpty
      ? []
      : Set(
        (0..<Int32(rows.rowCount)).filter { row in
          let object = space.object(ofRow: row, in: outline.registry)
          return earlier.contains { $0.state(of: object).isCertain }
        })
    let population = try population(of: plan, round, rows, among: nil, taken: taken)
    let cells = try cells(of: plan, population)
    let parts = try parts(of: plan, round, population, cells)
    let quotas = try allocate(plan, round, cells, parts).quotas
    let ranks = try ranks(of: plan, population)

    var table = StateTable(count: space.count)
    var certain = population.onTop.count
    let marks = try marks(of: plan, outline, rows)
    for row in population.onTop {
      table.set(marks.marking(.certain, row), space, row, outline.registry)
    }
    for row in population.onTopBefore {
      table.set(.passedOver, space, row, outline.registry)
    }
    let states = states(plan, population, cells, quotas, ranks)
    var undecided = UndecidedCounts(plan, states.map { $0.map(\.drawn) })
    for position in 0..<population.rows.count {
      let row = population.rows[position]
      let rank = ranks.isEmpty ? 0 : Int(ranks[Int(row)])
      let cell = Int(cells.ofRows[position])
      let state: PlanShare.State
      if population.isCounted[position] {
        state = .certain.inLayers(plan.layers(of: cells.cells[cell]))
      } else if population.isSpent(position) {
        state = .passedOver
      } else {
        state = states[cell][rank].state
      }
      if state.isCertain { certain += 1 }
      let number = table.set(marks.marking(state, row), space, row, outline.registry)
      if !state.isCertain, state.isPossible { undecided.count(number, cell, rank) }
    }
    return PlanShare(
      outline: outline, plan: plan, round: round, basis: .planned,
      population: population.rows.count + population.onTop.count + population.onTopBefore.count,
      drawn: quotas.reduce(population.onTop.count, +), certain: certain, states: table.states,
      ofObjects: table.ofObjects, absentees: marks.absentees, undecided: undecided.all)
  }

  /// The share of a plan that has been drawn. What was drawn from is worked out anew for the day of
  /// the draw; the keys are those that were recorded.
  func drawnShare(
    _ outline: PlanOutline, _ round: Round, _ space: KeySpace, _ draw: RecordedKeys
  ) throws(Stop) -> PlanShare {
    let plan = try ready(outline.plan, draw.values, on: draw.on)
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    try rows.load(plan.fields(key: rows.declaration.key))
    let population = try population(of: plan, round, rows, among: nil)
    var table = StateTable(count: space.count)
    for row in population.onTop + population.onTopBefore {
      table.set(.passedOver, space, row, outline.registry)
    }
    for position in 0..<population.rows.count {
      table.set(.passedOver, space, population.rows[position], outline.registry)
    }
    var gone = 0
    let marks = try marks(of: plan, outline, rows)
    for drawn in draw.keys {
      guard let row = space.row(of: drawn.key, in: outline.registry) else {
        gone += 1
        continue
      }
      var state = PlanShare.State.certain
      state.layers = drawn.layers...drawn.layers
      table.set(marks.marking(state, row), space, row, outline.registry)
    }
    return PlanShare(
      outline: outline, plan: plan, round: round,
      basis: .drawn(on: draw.on.description, event: draw.event, gone: gone),
      population: draw.population, drawn: draw.keys.count, certain: draw.keys.count,
      states: table.states, ofObjects: table.ofObjects, absentees: marks.absentees)
  }

  /// By cell and rank: of each cell, those with the lowest ranks are drawn first. Of parts of a cell
  /// that have bounds of their own, no more is known than of the whole cell.
  private func states(
    _ plan: PlanDeclaration, _ population: Population, _ cells: Cells, _ quotas: [Int],
    _ ranks: [UInt8]
  ) -> [[(state: PlanShare.State, drawn: Int)]] {
    var sizes = cells.cells.map { _ in Array(repeating: 0, count: Int(ranks.max() ?? 0) + 1) }
    for position in 0..<population.rows.count
    where !population.isCounted[position] && !population.isSpent(position) {
      let rank = ranks.isEmpty ? 0 : Int(ranks[Int(population.rows[position])])
      sizes[Int(cells.ofRows[position])][rank] += 1
    }
    return cells.cells.indices.map { cell in
      var left = quotas[cell] - cells.cells[cell].included
      return sizes[cell].map { size in
        let drawn = min(max(left, 0), size)
        left -= size
        let state = PlanShare.State(drawing: drawn, of: size)
        return (state.inLayers(plan.layers(of: cells.cells[cell])), drawn)
      }
    }
  }

  /// The frequency's arm of each row, the reason for which it must be included, and who does not
  /// come.
  private func marks(
    of plan: PlanDeclaration, _ outline: PlanOutline, _ rows: RegistryRows
  ) throws(Stop) -> RowMarks {
    let all = RowSet(rows)
    var marks = RowMarks(
      try attendances(of: plan, at: all), zip(plan.leads + plan.participants, outline.departments))
    if let frequency = plan.frequency, frequency.arms.count > 1 {
      marks.arms = try frequencyArms(of: plan, all) ?? []
    }
    let reasons = plan.inclusionReasons
    guard !reasons.isEmpty else { return marks }
    marks.reasons = Array(repeating: nil, count: rows.rowCount)
    for include in plan.sampling.includes.reversed() {
      let number = include.grounds?.reason.flatMap(reasons.firstIndex)
      for position in try positions(
        where: include.condition, .rows(all, .row(plan.registry)), Scope())
      {
        marks.reasons[Int(position)] = number
      }
    }
    return marks
  }
}

/// What tells rows of one cell apart; empty where nothing does.
private struct RowMarks {
  var arms: [Int] = []
  var reasons: [Int?] = []
  private var absences: [Int] = []
  /// Sets of departments by their keys; the first is empty.
  private(set) var absentees: [Set<String>] = [[]]

  /// - Parameters:
  ///   - attendances: at all rows.
  ///   - departments: those of the plan, with what they are among other plans.
  init(
    _ attendances: [Attendance],
    _ departments: some Sequence<(DepartmentID, PlanOutline.Department)>
  ) {
    guard let count = attendances.first?.comes.count else { return }
    absences = Array(repeating: 0, count: count)
    for attendance in attendances {
      guard let key = departments.first(where: { $0.0 == attendance.department })?.1.key else {
        continue
      }
      // From the set without this department to the one with it.
      var with: [Int: Int] = [:]
      for row in 0..<count where !attendance.comes[row] {
        let before = absences[row]
        let number = with[before] ?? absentees.count
        if number == absentees.count { absentees.append(absentees[before].union([key])) }
        with[before] = number
        absences[row] = number
      }
    }
  }

  func marking(_ state: PlanShare.State, _ row: Int32) -> PlanShare.State {
    var state = state
    if !arms.isEmpty { state.arm = arms[Int(row)] }
    if !absences.isEmpty { state.absence = absences[Int(row)] }
    // Others are drawn for no reason but their tickets.
    if !reasons.isEmpty, state.isCertain { state.reason = reasons[Int(row)] }
    return state
  }
}

/// How many objects of each state a quota still to be drawn is about.
private struct UndecidedCounts {
  /// By cell and rank; empty where nobody asks.
  private var counts: [[[Int]]]
  private let drawn: [[Int]]

  init(_ plan: PlanDeclaration, _ drawn: [[Int]]) {
    self.drawn = drawn
    let isWanted = plan.capacities.contains { $0.perObject != nil }
    counts = isWanted ? drawn.map { $0.map { _ in [] } } : []
  }

  mutating func count(_ state: Int32, _ cell: Int, _ rank: Int) {
    guard !counts.isEmpty else { return }
    while counts[cell][rank].count <= Int(state) { counts[cell][rank].append(0) }
    counts[cell][rank][Int(state)] += 1
  }

  var all: [PlanShare.Undecided] {
    zip(drawn, counts).flatMap { drawn, counts in
      zip(drawn, counts).map { drawn, objects in
        PlanShare.Undecided(
          drawn: drawn,
          objects: objects.indices.filter { objects[$0] > 0 }.map { ($0, objects[$0]) })
      }
    }
  }
}

extension PlanDeclaration {
  /// How many layers an object of a cell may have if it is drawn.
  fileprivate func layers(of cell: Cells.Cell) -> ClosedRange<Int64> {
    1...Int64(1 + sampling.strata[cell.stratum].quantity.layers.count)
  }

  /// The reasons for which objects must be included, each once.
  var inclusionReasons: [String] {
    var reasons: [String] = []
    for reason in sampling.includes.compactMap({ $0.grounds?.reason })
    where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return reasons
  }
}

extension PlanShare.State {
  static let certain = PlanShare.State(probability: certainty, isInPopulation: true)
  static let passedOver = PlanShare.State(probability: 0, isInPopulation: true)

  fileprivate func inLayers(_ layers: ClosedRange<Int64>) -> PlanShare.State {
    var state = self
    state.layers = layers
    return state
  }

  /// Of each of some objects, of which a number is drawn.
  init(drawing quota: Int, of population: Int) {
    let quota = min(max(quota, 0), population)
    self.init(
      probability: population == 0 ? 0 : (UInt64(quota) << 32) / UInt64(population),
      isInPopulation: true)
  }
}

/// The state of each object, every state told once.
private struct StateTable {
  private(set) var states: [PlanShare.State] = [.outside]
  private(set) var ofObjects: [Int32]
  private var known: [PlanShare.State: Int32] = [.outside: 0]
  private var last: (state: PlanShare.State, number: Int32) = (.outside, 0)

  init(count: Int) { ofObjects = Array(repeating: 0, count: count) }

  /// The state's number.
  @discardableResult mutating func set(
    _ state: PlanShare.State, _ space: KeySpace, _ row: Int32, _ registry: String
  ) -> Int32 {
    if state != last.state { last = (state, number(of: state)) }
    ofObjects[space.object(ofRow: row, in: registry)] = last.number
    return last.number
  }

  private mutating func number(of state: PlanShare.State) -> Int32 {
    if let number = known[state] { return number }
    let number = Int32(states.count)
    states.append(state)
    known[state] = number
    return number
  }
}
