import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

extension Interpreter {
  /// The share of a plan that has not been drawn: how many of each cell it will draw. The
  /// interpreter's date is the first day on which the plan may be drawn.
  func plannedShare(
    _ outline: PlanOutline, _ round: Round, _ space: KeySpace
  ) throws(Stop) -> PlanShare {
    let plan = try ready(
      outline.plan, outline.plan.parameters.map { _ in nil }, on: round.days.from)
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    try rows.load(plan.fields(key: rows.declaration.key))
    let population = try population(of: plan, round, rows)
    let cells = try cells(of: plan, population)
    let parts = try parts(of: plan, round, population, cells)
    let quotas = try allocate(plan, round, cells, parts).quotas

    var table = StateTable(count: space.count)
    var certain = population.onTop.count
    for row in population.onTop { table.set(.certain, space, row, outline.registry) }
    let states = zip(quotas, cells.cells).map { quota, cell in
      PlanShare.State(drawing: quota - cell.included, of: cell.population - cell.included)
    }
    for position in 0..<population.rows.count {
      let state =
        population.isCounted[position] ? .certain : states[Int(cells.ofRows[position])]
      if state.isCertain { certain += 1 }
      table.set(state, space, population.rows[position], outline.registry)
    }
    return PlanShare(
      outline: outline, round: round, basis: .planned,
      population: population.rows.count + population.onTop.count,
      drawn: quotas.reduce(population.onTop.count, +), certain: certain, states: table.states,
      ofObjects: table.ofObjects)
  }

  /// The share of a plan that has been drawn. What was drawn from is worked out anew for the day of
  /// the draw; the keys are those that were recorded.
  func drawnShare(
    _ outline: PlanOutline, _ round: Round, _ space: KeySpace, _ draw: RecordedKeys
  ) throws(Stop) -> PlanShare {
    let plan = outline.plan
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    try rows.load(plan.fields(key: rows.declaration.key))
    let population = try population(of: plan, round, rows)
    var table = StateTable(count: space.count)
    for row in population.onTop { table.set(.passedOver, space, row, outline.registry) }
    for position in 0..<population.rows.count {
      table.set(.passedOver, space, population.rows[position], outline.registry)
    }
    var gone = 0
    for key in draw.keys {
      guard let row = space.row(of: key, in: outline.registry) else {
        gone += 1
        continue
      }
      table.set(.certain, space, row, outline.registry)
    }
    return PlanShare(
      outline: outline, round: round,
      basis: .drawn(on: draw.on.description, event: draw.event, gone: gone),
      population: draw.population, drawn: draw.keys.count, certain: draw.keys.count,
      states: table.states, ofObjects: table.ofObjects)
  }
}

/// What a recorded draw says about whom it drew.
struct RecordedKeys {
  let event: Int
  let on: CivilDate
  /// Objects that were drawn from.
  let population: Int
  let keys: [String]

  init(_ event: StoredEvent) throws(RunFailure) {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: event.payload)
    } catch {
      let error = StoreError.corrupt("\(event.stream) \(event.version)")
      throw .store(error, storeFailed(error))
    }
    let reader = ManifestReader(document)
    self.event = event.version
    guard let on = CivilDate(try reader.string("on")) else { throw reader.malformed("on") }
    self.on = on
    let counts = try reader.object("counts")
    population = try counts.integer("inScope") - counts.integer("excluded")
    var keys: [String] = []
    for object in try reader.objects("drawn") { keys.append(try object.string("key")) }
    self.keys = keys
  }
}

extension PlanShare.State {
  static let certain = PlanShare.State(probability: certainty, isInPopulation: true)
  static let passedOver = PlanShare.State(probability: 0, isInPopulation: true)

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

  mutating func set(
    _ state: PlanShare.State, _ space: KeySpace, _ row: Int32, _ registry: String
  ) {
    if state != last.state { last = (state, number(of: state)) }
    ofObjects[space.object(ofRow: row, in: registry)] = last.number
  }

  private mutating func number(of state: PlanShare.State) -> Int32 {
    if let number = known[state] { return number }
    let number = Int32(states.count)
    states.append(state)
    known[state] = number
    return number
  }
}
