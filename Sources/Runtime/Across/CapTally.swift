import Semantics
import Source
import Syntax

/// Counts the objects that are visited more often than a cap allows.
struct CapTally {
  let cap: VisitCapOutline
  /// The column of the classes that tells the cap's case; nil if it has none.
  let column: Int?
  private let shares: [PlanShare]
  private let year: Int
  /// The shares that each limit is about; the first entry is all departments together.
  private let bodies: [(body: Body, departments: Set<String>, shares: [Int])]
  /// By share and state.
  private let visits: [[ClosedRange<Int64>]]
  /// By share, the reasons for an inclusion that the cap excepts.
  private let excepted: [Set<Int>]
  private let dependence: [String]
  /// By share, the share whose visits are its own as well: that of the plan it is drawn along with.
  private let roots: [Int]
  /// By share, the first share of its plan if that draws nobody twice.
  private let families: [Int?]
  private var knownOdds: [OddsKey: UInt64] = [:]
  private var visited = 0
  private var over = 0
  private var mayBeOver = 0
  private var expected: UInt128 = 0
  private var examples: [(object: Int, overrun: Excess)] = []
  private var possibleExamples: [(object: Int, overrun: Excess)] = []
  private static let mostExamples = 3

  private enum Body {
    case together
    case level(AdministrativeLevel)
    case department(PlanOutline.Department)
  }

  /// Visits that are left, and of which shares they may be, with their states.
  private struct OddsKey: Hashable {
    var limit: Int64
    var states: [Int32]
  }

  private struct Excess {
    let body: Body
    let limit: Int64
    let terms: [(share: Int, visits: Int64)]
  }

  init(_ cap: VisitCapOutline, _ shares: [PlanShare], _ year: Int, column: Int?) {
    self.cap = cap
    self.shares = shares
    self.year = year
    self.column = column
    let all = Set(cap.departments.map(\.key))
    var bodies: [(Body, Set<String>, [Int])] = [(.together, all, Self.indices(of: all, shares))]
    for level in Set(cap.departments.compactMap(\.level)).sorted() {
      let own = Set(cap.departments.filter { $0.level == level }.map(\.key))
      bodies.append((.level(level), own, Self.indices(of: own, shares)))
    }
    for department in cap.departments {
      let own: Set = [department.key]
      bodies.append((.department(department), own, Self.indices(of: own, shares)))
    }
    self.bodies = bodies
    visits = shares.map { $0.visits(in: year) }
    dependence = shares.indices.map { shares[$0].dependence($0) }
    roots = shares.indices.map { index in
      shares[index].along.flatMap { along in shares.firstIndex { $0.place == along } } ?? index
    }
    families = shares.map { share in
      guard share.plan.sampling.history.drawsNobodyTwice else { return nil }
      return shares.firstIndex { $0.outline.plan.span == share.outline.plan.span }
    }
    excepted = shares.map { share in
      let reasons = share.plan.inclusionReasons
      return Set(reasons.indices.filter { cap.cap.exceptions.contains(reasons[$0]) })
    }
  }

  /// The shares that one of the departments takes part in.
  private static func indices(of keys: Set<String>, _ shares: [PlanShare]) -> [Int] {
    shares.indices.filter { index in
      shares[index].outline.departments.contains { keys.contains($0.key) }
    }
  }

  mutating func count(_ group: ObjectClasses.Class, _ states: [PlanShare.State]) {
    let isVisited = bodies[0].shares.contains {
      states[$0].isPossible && shares[$0].sends(bodies[0].departments, to: states[$0])
    }
    guard isVisited else { return }
    guard let limits = limits(of: group) else { return }
    visited += group.size
    var worst: UInt64 = 0
    var possible: Excess?
    for body in bodies {
      guard let limit = limit(limits, body.body) else { continue }
      let certain = terms(body, group, states) { $0.isCertain ? $1.lowerBound : 0 }
      if certain.sum > limit {
        over += group.size
        let excess = Excess(body: body.body, limit: limit, terms: certain.terms)
        for object in group.firstObjects { Self.keep((object, excess), in: &examples) }
        return
      }
      let most = terms(body, group, states) { $0.isPossible ? $1.upperBound : 0 }
      let greatest = greatest(most.terms)
      guard greatest.reduce(0, { $0.saturating(plus: $1.visits) }) > limit else { continue }
      let odds = odds(above: limit, most.terms, group, states)
      if possible == nil || odds > worst {
        possible = Excess(body: body.body, limit: limit, terms: greatest)
        worst = odds
      }
    }
    guard let possible else { return }
    mayBeOver += group.size
    expected += UInt128(worst) * UInt128(group.size)
    for object in group.firstObjects { Self.keep((object, possible), in: &possibleExamples) }
  }

  private static func keep(
    _ example: (Int, Excess), in examples: inout [(object: Int, overrun: Excess)]
  ) {
    examples.append(example)
    guard examples.count > mostExamples else { return }
    examples.sort { $0.object < $1.object }
    examples.removeLast()
  }

  /// The most that can be at once: of a plan that draws nobody twice one round visits the object.
  private func greatest(
    _ terms: [(share: Int, visits: Int64)]
  ) -> [(share: Int, visits: Int64)] {
    var found: [(share: Int, visits: Int64)] = []
    for term in terms {
      let family = families[term.share]
      if family != nil, let place = found.firstIndex(where: { families[$0.share] == family }) {
        if found[place].visits < term.visits { found[place] = term }
      } else {
        found.append(term)
      }
    }
    return found
  }

  private func terms(
    _ body: (body: Body, departments: Set<String>, shares: [Int]), _ group: ObjectClasses.Class,
    _ states: [PlanShare.State],
    _ visits: (PlanShare.State, ClosedRange<Int64>) -> Int64
  ) -> (sum: Int64, terms: [(share: Int, visits: Int64)]) {
    var sum: Int64 = 0
    var terms: [(Int, Int64)] = []
    let isAlong = !roots.elementsEqual(roots.indices)
    // Of joint visits those that are certain count first.
    let order =
      isAlong
      ? body.shares.sorted { states[$0].isCertain && !states[$1].isCertain } : body.shares
    for index in order {
      let state = states[index]
      guard shares[index].sends(body.departments, to: state) else { continue }
      if let reason = state.reason, excepted[index].contains(reason) { continue }
      let own = visits(state, self.visits[index][Int(group.values[index])])
      guard own > 0 else { continue }
      // A visit for a plan that another one is drawn along with is one of the other's, too.
      let joint = isAlong ? terms.filter { roots[$0.0] == roots[index] } : []
      let further = joint.reduce(own) { $0 - min($0, $1.1) }
      guard further > 0 else { continue }
      terms.append((index, further))
      sum = sum.saturating(plus: further)
    }
    return (sum, terms)
  }

  /// The probability of more visits than the limit. What is certain needs no odds, and the rest is
  /// the same for many classes.
  private mutating func odds(
    above limit: Int64, _ terms: [(share: Int, visits: Int64)], _ group: ObjectClasses.Class,
    _ states: [PlanShare.State]
  ) -> UInt64 {
    var left = limit
    var open = OddsKey(limit: 0, states: [])
    for (share, visits) in terms {
      if states[share].isCertain {
        let (rest, overflow) = left.subtractingReportingOverflow(visits)
        left = overflow ? -1 : rest
      } else {
        open.states += [Int32(share), group.values[share]]
      }
    }
    if left < 0 { return PlanShare.State.certainty }
    open.limit = left
    if let known = knownOdds[open] { return known }
    let odds = VisitOdds.above(
      left,
      terms.filter { !states[$0.share].isCertain }.map { share, visits in
        VisitOdds.Chance(
          probability: states[share].probability, visits: visits,
          tickets: dependence[share], lowest: states[share].lowestTicket)
      })
    knownOdds[open] = odds
    return odds
  }

  private func limit(_ limits: VisitCapDeclaration.Limits, _ body: Body) -> Int64? {
    switch body {
    case .together: limits.together
    case .level: limits.eachLevel
    case .department: limits.each
    }
  }

  private func words(_ body: Body) -> Words? {
    switch body {
    case .together: nil
    case .level(let level): level.words
    case .department(let department): Words(zh: department.name, en: department.name)
    }
  }

  /// Nil where the cap does not protect the objects.
  private func limits(of group: ObjectClasses.Class) -> VisitCapDeclaration.Limits? {
    guard let column else { return cap.cap.limits }
    let number = Int(group.values[column])
    if number == 0 { return nil }
    return number <= cap.cap.cases.count ? cap.cap.cases[number - 1].limits : cap.cap.limits
  }

  /// By plan, its rounds together.
  private func terms(_ excess: Excess) -> [PortfolioReview.Overrun.Term] {
    var terms: [PortfolioReview.Overrun.Term] = []
    for (share, visits) in excess.terms {
      let plan = shares[share].outline.name.text
      let before = terms.last?.plan == plan ? terms.removeLast().visits : 0
      terms.append(PortfolioReview.Overrun.Term(plan: plan, visits: before &+ visits))
    }
    return terms
  }

  func finding(_ space: KeySpace) -> PortfolioReview.Cap {
    let shown = examples.isEmpty ? possibleExamples : examples
    return PortfolioReview.Cap(
      name: cap.cap.name.text, year: year, exceptions: cap.cap.exceptions, visited: visited,
      over: over, mayBeOver: mayBeOver, expectedOver: PortfolioReview.Expected(fixed: expected),
      examples: shown.sorted { $0.object < $1.object }.map { object, excess in
        PortfolioReview.Overrun(
          key: space.key(of: object),
          terms: terms(excess), visits: excess.terms.reduce(0) { $0 &+ $1.visits },
          limit: excess.limit,
          body: words(excess.body))
      })
  }
}
