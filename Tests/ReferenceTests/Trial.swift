import Engine
import Quantities
import Runtime
import Semantics
import Source
import Store
import Syntax
import TestSupport

/// What evaluating a `显示` line gives: a value, or why there is none.
enum Outcome: Equatable, CustomStringConvertible {
  case value(Value)
  case fault(ReferenceFault)
  /// Something that no checked script should lead to.
  case unexpected(String)

  var kind: String {
    switch self {
    case .value: "a value"
    case .fault(let fault): "\(fault.kind)"
    case .unexpected: "a failure"
    }
  }

  var description: String {
    switch self {
    case .value(let value): "\(value)"
    case .fault(let fault):
      "fault \(fault.kind) at \(fault.span.map { "\($0.start)..<\($0.end)" } ?? "nowhere")"
    case .unexpected(let text): text
    }
  }
}

/// One random script with its data, run by the product and by the reference.
struct Trial {
  var script: GeneratedScript
  var rows: [String: RandomRows]
  var past: [ReferencePast] = []
  let names: [String]
  let asOf: CivilDate?
  let seed: UInt64

  init(seed: UInt64, isForDraws: Bool = false) {
    self.seed = seed
    var program = RandomProgram(seed: seed, isForDraws: isForDraws)
    script = program.script()
    names = program.registries.map(\.name)
    rows = [:]
    for registry in program.registries {
      let small = isForDraws ? [1, 30, 60, 150, 400] : [0, 1, 3, 12, 30, 50, 60]
      let counts = program.isLarge ? [2_100, 4_000] : small
      rows[registry.name] = RandomRows(
        registry, count: program.pick(counts), enumerations: program.enumerations,
        isWild: program.isWild, seed: seed &+ 1)
    }
    for registry in program.registries {
      let keys = rows[registry.name]?.keys ?? []
      for _ in 0..<program.number(0...3) {
        let plans = program.plans.map(\.name) + ["p0", "p1"]
        let day = 20_500 + program.number(-900...120)
        past.append(
          ReferencePast(
            registry: registry.name, plan: program.pick(plans),
            on: CivilDate(dayNumber: day) ?? .minimum,
            period: program.pick(["2026-03-01/2026-09-30", "2026-03-01/2026-03-31", "2025"]),
            visits: Int64(program.number(1...2)),
            keys: Set(keys.filter { _ in program.chance(40) } + ["elsewhere"])))
      }
    }
    // One draw stands for each round.
    var streams: Set<String> = []
    past.removeAll { !streams.insert("\($0.plan)/\($0.period)").inserted }
    asOf = program.chance(85) ? CivilDate(year: 2026, month: 3, day: 1) : nil
  }

  /// What is wrong with a trial.
  struct Failure {
    /// The same for failures of one kind, so that a smaller trial fails in the same way.
    let kind: String
    let text: String

    init(_ kind: String, _ text: String) {
      self.kind = kind
      self.text = "\(kind)\n\(text)"
    }
  }

  /// What is wrong, if something is.
  func failure(in makeStore: () throws -> any Store) -> Failure? {
    let checked = ScriptLoader(usesStandardLibrary: false).load(
      name: "random.yj", bytes: Array(script.text.utf8))
    let errors = checked.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      let codes = Set(errors.map(\.code.number)).sorted().joined(separator: " ")
      return Failure("rejected: \(codes)", describe(errors))
    }
    if checked.program.shows.count != script.shows.count {
      return Failure("lines were lost", "\(checked.program.shows.count) shown")
    }
    let store: any Store
    do {
      store = try makeStore()
      try fill(store, checked.program)
    } catch {
      return Failure("the store refused the rows", "\(error)")
    }
    let session = Session(checked, store: store)
    let reference = ReferenceEvaluator(
      checked.program,
      registries: checked.program.registries.map { registry in
        (rows[registry.name.text]?.rows ?? []).map { .record($0) }
      }, asOf: asOf)
    reference.past = past
    var outcomes: [Outcome] = []
    for (index, show) in checked.program.shows.enumerated() {
      let expected = Trial.outcome(show, reference)
      let found = Trial.outcome(show, session, asOf)
      if expected != found {
        return Failure(
          "different: \(expected.kind) and \(found.kind)",
          "shown \(index + 1):\n  reference \(expected)\n  runtime   \(found)")
      }
      outcomes.append(expected)
    }
    return together(outcomes, session)
  }

  /// All lines in one run, which ends at the first that fails.
  private func together(_ outcomes: [Outcome], _ session: Session) -> Failure? {
    var found: [Outcome]
    do {
      found = try session.shows(asOf: asOf).map { .value($0.value) }
    } catch {
      found = [Trial.outcome(error)]
    }
    let failing = outcomes.first { if case .value = $0 { false } else { true } }
    let expected = failing.map { [$0] } ?? outcomes
    if found == expected { return nil }
    return Failure("different together", "reference \(expected)\nruntime \(found)")
  }

  func fill(_ store: any Store, _ program: Program) throws {
    for registry in program.registries {
      let pending = try store.beginImport(RegistrySchema(registry, program))
      if let rows = rows[registry.name.text], !rows.rows.isEmpty {
        let duplicates = try pending.append(rows.table(seed: seed))
        precondition(duplicates.isEmpty, "two rows with one key")
      }
      _ = try pending.commit(ImportOrigin(name: "random", fileDigest: nil))
    }
    for draw in past {
      let manifest = JSONValue.object([
        .init("registry", .object([.init("name", .string(draw.registry))])),
        .init("plan", .object([.init("name", .string(draw.plan))])),
        .init("on", .string(draw.on.description)), .init("period", .string(draw.period)),
        .init("digest", .string("")),
        .init(
          "visits", .object([.init("objects", .integer(Int(draw.visits) * draw.keys.count))])),
        .init(
          "drawn", .array(draw.keys.sorted().map { .object([.init("key", .string($0))]) })),
      ])
      _ = try store.append(
        Array(manifest.text().utf8), kind: "drawn", to: "draws/\(draw.plan)/\(draw.period)",
        expectedVersion: 0)
    }
  }

  private func describe(_ diagnostics: [Diagnostic]) -> String {
    let bytes = Array(script.text.utf8)
    return diagnostics.map { diagnostic in
      var place = ""
      if case .source(let span) = diagnostic.location {
        place = String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
      }
      let arguments = diagnostic.arguments.map { $0.text(in: .english) }
      return
        "\(diagnostic.code.number) \(diagnostic.code.message.english) \(arguments) at: \(place)"
    }.joined(separator: "\n")
  }

  // MARK: Outcomes

  static func outcome(_ show: TypedExpression, _ reference: ReferenceEvaluator) -> Outcome {
    do {
      return .value(Value(try reference.evaluate(show)))
    } catch {
      return .fault(error)
    }
  }

  static func outcome(
    _ show: TypedExpression, _ session: Session, _ asOf: CivilDate?
  ) -> Outcome {
    do {
      return .value(try session.evaluate(show, asOf: asOf))
    } catch {
      return outcome(error)
    }
  }

  static func outcome(_ failure: RunFailure) -> Outcome {
    guard case .mistakes(let diagnostics) = failure, let first = diagnostics.first else {
      return .unexpected("\(failure)")
    }
    guard let kind = kind(first.code) else { return .unexpected("\(failure)") }
    if kind == .quantities { return .fault(ReferenceFault(kind, nil)) }
    guard diagnostics.count == 1, case .source(let span) = first.location else {
      return .unexpected("\(failure)")
    }
    return .fault(ReferenceFault(kind, span))
  }

  private static func kind(_ code: DiagnosticCode) -> ReferenceFault.Kind? {
    switch code {
    case .overflow: .overflow
    case .divisionByZero: .divisionByZero
    case .inexactDivision: .inexactDivision
    case .dateOutOfRange: .dateOutOfRange
    case .placesOutOfRange: .placesOutOfRange
    case .outsideCalendar: .outsideCalendar
    case .noAsOfDate: .noAsOfDate
    case .drawOutsidePeriod: .drawOutsidePeriod
    case .drawBetweenRounds: .drawBetweenRounds
    case .emptySeed: .emptySeed
    case .lineFeedInSeed: .lineFeedInSeed
    case .countAbovePopulation, .emptyQuotaRange, .zeroQuota, .overallContradiction, .overallTooLow,
      .partsExclude, .coveringAboveQuota, .countDisagrees, .includedAboveQuota, .areasContradict,
      .overallTooHigh:
      .quantities
    default: nil
    }
  }
}

extension Value {
  init(_ boxed: Boxed) {
    self =
      switch boxed {
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .decimal(let value): .decimal(value)
      case .text(let value): .text(value)
      case .date(let value): .date(value)
      case .member(let value): .member(value)
      case .none: .none
      case .record(let fields): .record(fields.map { Value($0) })
      case .group(let key, let value): .group(key: Value(key), value: Value(value))
      case .list(let elements): .list(elements.map { Value($0) })
      case .set(let elements): .set(elements.map { Value($0) })
      }
  }
}
