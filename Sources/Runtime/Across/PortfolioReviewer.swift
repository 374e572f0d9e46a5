import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

/// Works out a review: first the share of each plan, then what the shares mean together.
struct PortfolioReviewer {
  let portfolio: Portfolio
  let snapshot: any StoreSnapshot
  let meter: Meter
  private(set) var spaces: [String: KeySpace] = [:]
  var shares: [PlanShare] = []
  var diagnostics: [Diagnostic] = []

  init(_ portfolio: Portfolio, _ snapshot: any StoreSnapshot, _ meter: Meter) {
    self.portfolio = portfolio
    self.snapshot = snapshot
    self.meter = meter
  }

  mutating func review(_ wanted: Set<Int>?) throws(RunFailure) -> PortfolioReview {
    try makeSpaces()
    try makeShares(wanted)
    let touched = Set(shares.flatMap { Array($0.round.years) })
    let years = (wanted.map(touched.intersection) ?? touched).sorted()
    var caps: [PortfolioReview.Cap] = []
    var merges: [PortfolioReview.Merge] = []
    for year in years {
      for name in spaces.keys.sorted() {
        let found = try review(space: name, in: year)
        caps += found.caps
        merges += found.merges
      }
    }
    var loads: [PortfolioReview.Load] = []
    for year in years { loads += reviewLoads(in: year) }
    let joints = try reviewJoints()
    merges.sort { $0.saved.tenths > $1.saved.tenths }
    return PortfolioReview(
      years: years, plans: shares.map(PortfolioReview.Plan.init), caps: merged(caps),
      merges: merges, joints: joints, loads: loads, diagnostics: diagnostics.sortedByPlace())
  }

  /// A cap without a registry has a finding in every key space.
  private func merged(_ caps: [PortfolioReview.Cap]) -> [PortfolioReview.Cap] {
    var result: [PortfolioReview.Cap] = []
    for cap in caps {
      let known = result.firstIndex { $0.name == cap.name && $0.year == cap.year }
      if let known {
        result[known] = result[known].joined(cap)
      } else {
        result.append(cap)
      }
    }
    return result
  }

  // MARK: Objects

  func interpreter(_ script: Int, asOf date: CivilDate? = nil) -> Interpreter {
    Interpreter(portfolio.scripts[script], snapshot: snapshot, asOf: date, meter: meter)
  }

  func program(_ script: Int) -> Program { portfolio.scripts[script].program }

  /// The key space of a registry as a script declares it.
  func spaceName(_ registry: RegistryID, _ script: Int) -> String {
    let declaration = program(script).registries[registry.index]
    // No registry has an empty name.
    return declaration.fields[declaration.key].type == .code(.uniform) ? "" : declaration.name.text
  }

  private mutating func makeSpaces() throws(RunFailure) {
    var registries: [(script: Int, id: RegistryID)] = []
    for plan in portfolio.company.plans { registries.append((plan.script, plan.plan.registry)) }
    for cap in portfolio.company.caps {
      if let registry = cap.cap.registry { registries.append((cap.script, registry)) }
    }
    var keys: [String: [(name: String, keys: TextColumn)]] = [:]
    var known: Set<String> = []
    for (script, id) in registries {
      let name = program(script).registries[id.index].name
      guard known.insert(name.text).inserted else { continue }
      do throws(Stop) {
        let rows = try interpreter(script).registries.rows(id, at: name.span)
        try rows.load([rows.declaration.key])
        guard case .texts(let column) = try rows.column(rows.declaration.key) else { continue }
        keys[spaceName(id, script), default: []].append((name.text, column))
      } catch {
        // What cannot be read is told for each plan that is about it.
        guard error.isFault else { throw RunFailure(error) }
      }
    }
    spaces = keys.mapValues { KeySpace($0) }
  }
}

extension PortfolioReview.Plan {
  init(_ share: PlanShare) {
    let basis: Basis =
      switch share.basis {
      case .drawn(let on, let event, let gone): .drawn(on: on, event: event, gone: gone)
      case .planned: .planned
      }
    self.init(
      name: share.outline.name.text,
      round: share.outline.plan.rounds.map { _ in
        DrawResult.Round(number: share.round.number, count: share.round.count)
      }, departments: share.outline.departments.map(\.name),
      registry: share.outline.registry, basis: basis, population: share.population,
      drawn: share.drawn, certain: share.certain)
  }
}

extension PortfolioReview.Cap {
  /// The same cap in another key space.
  fileprivate func joined(_ other: PortfolioReview.Cap) -> PortfolioReview.Cap {
    PortfolioReview.Cap(
      name: name, year: year, exceptions: exceptions, visited: visited + other.visited,
      over: over + other.over, mayBeOver: mayBeOver + other.mayBeOver,
      expectedOver: PortfolioReview.Expected(
        tenths: expectedOver.tenths + other.expectedOver.tenths),
      examples: Array((examples + other.examples).prefix(3)))
  }
}

extension Round {
  /// The calendar years that it touches.
  var years: ClosedRange<Int> { days.from.year...max(days.from.year, days.to.year) }
}
