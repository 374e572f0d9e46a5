import Digest
import Engine
public import Quantities
import Sampling
import Semantics
import Source
import Store
import Syntax

/// What a draw is asked for.
public struct DrawRequest: Sendable {
  public let plan: String
  /// Must lie in the plan's period; it is the plan's as-of date.
  public let on: CivilDate
  public let seed: String
  /// Why the round is drawn again; nil for its first draw.
  public let redrawReason: String?
  /// Values for the plan's parameters, by their names, as they would be written: `10%`.
  public let parameters: [String: String]

  public init(
    plan: String, on: CivilDate, seed: String, redrawReason: String? = nil,
    parameters: [String: String] = [:]
  ) {
    self.parameters = parameters
    self.plan = plan
    self.on = on
    self.seed = seed
    self.redrawReason = redrawReason
  }
}

/// A draw as it was recorded.
public struct RecordedDraw: Sendable {
  public let result: DrawResult
  /// The manifest's text, as stored and published.
  public let manifest: [UInt8]
  /// The manifest's own digest.
  public let digest: String
  /// The event's version in the history of the plan's round.
  public let event: Int

  public init(result: DrawResult, manifest: [UInt8], digest: String, event: Int) {
    self.result = result
    self.manifest = manifest
    self.digest = digest
    self.event = event
  }
}

extension Session {
  /// Computes a sample without recording it: for rehearsals, tests and verification.
  public func sample(_ request: DrawRequest) throws(RunFailure) -> DrawResult {
    try rehearse(request, commitment: nil).result
  }

  /// Draws a sample and appends it to the history of the plan's round. A second draw of a round is
  /// refused unless the request gives a reason, and a seed that differs from the one committed to.
  public func draw(_ request: DrawRequest) throws(RunFailure) -> RecordedDraw {
    let plan = try plan(request.plan)
    let snapshot = try snapshot()
    let round = try round(of: plan, on: request.on, request.parameters, in: snapshot)
    let history = try history(of: plan, round, in: snapshot)
    let redraw = try redraw(plan, round, history, request.redrawReason)
    let commitment = history.openCommitment
    if let commitment, commitment.digest != (try History.digest(ofSeed: request.normalSeed)) {
      throw .mistakes([seedNotCommitted(commitment)])
    }
    if redraw != nil, commitment == nil, history.hasCommitments {
      throw .mistakes([redrawNeedsCommitment(plan, round)])
    }
    let (result, others) = try rehearse(
      request, commitment: commitment, over: snapshot)
    let manifest = Manifest(
      result: result, texts: script.texts, tool: toolVersion,
      hosts: script.program.hostFunctions(of: plan), otherRegistries: others,
      redraw: redraw)
    let document: (value: JSONValue, digest: String)
    do {
      document = try manifest.document()
    } catch {
      throw RunFailure(StoreError.noDigest)
    }
    let bytes = Array(document.value.text().utf8)
    let event = try append(bytes, History.drawn, to: history)
    return RecordedDraw(
      result: result, manifest: bytes, digest: document.digest, event: event.version)
  }

  /// Records that the seed is fixed, before the draw, without telling it: only its hash is stored.
  /// One seed can be committed to for each draw of a round.
  ///
  /// - Parameters:
  ///   - date: any day of the round; needed where the plan has several.
  ///   - parameters: values for the plan's parameters, as for the draw; those that decide on the
  ///     number of rounds are needed.
  public func commitSeed(
    _ seed: String, plan name: String, on date: CivilDate? = nil,
    parameters: [String: String] = [:]
  ) throws(RunFailure) -> SeedCommitment {
    let plan = try plan(name)
    let snapshot = try snapshot()
    let round = try round(of: plan, on: date, parameters, in: snapshot)
    let seed = NormalizationFormC.normalizing(seed)
    try check(seed)
    let history = try history(of: plan, round, in: snapshot)
    let registry = script.program.registries[plan.registry.index].name.text
    let version: Int?
    do {
      version = try snapshot.registry(registry)?.version
    } catch {
      throw RunFailure(error)
    }
    let digest = try History.digest(ofSeed: seed)
    if let open = history.openCommitment {
      // Saying the same again changes nothing.
      if open.digest == digest { return open }
      throw .mistakes([commitmentOpen(plan, round)])
    }
    let payload = JSONValue.object([
      .init("format", "yijian-seed/1"),
      .init("digest", .string(digest)),
      .init("registryVersion", version.map { .integer($0) } ?? .null),
    ])
    let event = try append(Array(payload.text(.compact).utf8), History.committed, to: history)
    return SeedCommitment(digest: digest, event: event.version, registryVersion: version)
  }

  /// The history of a plan's round, oldest first.
  ///
  /// - Parameter date: any day of the round; needed where the plan has several.
  public func history(
    plan name: String, on date: CivilDate? = nil
  ) throws(RunFailure) -> [HistoryEntry] {
    try history(of: try plan(name), on: date).entries
  }

  /// The manifest of a recorded draw, by its event in the history.
  ///
  /// - Parameter date: any day of the round; needed where the plan has several.
  public func manifest(
    plan name: String, event: Int, on date: CivilDate? = nil
  ) throws(RunFailure) -> [UInt8]? {
    let history = try history(of: try plan(name), on: date)
    return history.events.first { $0.version == event && $0.kind == History.drawn }?.payload
  }

  func plan(_ name: String) throws(RunFailure) -> PlanDeclaration {
    if script.hasErrors {
      throw .mistakes(script.diagnostics.filter { $0.severity == .error })
    }
    guard let plan = script.program.plans.first(where: { $0.name.text == name }) else {
      throw .mistakes([unknownPlan(name, script.program.plans)])
    }
    return plan
  }

  private func append(
    _ payload: [UInt8], _ kind: String, to history: History
  ) throws(RunFailure) -> StoredEvent {
    do {
      return try store.append(
        payload, kind: kind, to: history.stream, expectedVersion: history.events.count)
    } catch {
      throw RunFailure(error)
    }
  }

  private func redraw(
    _ plan: PlanDeclaration, _ round: Round, _ history: History, _ reason: String?
  ) throws(RunFailure) -> Manifest.Redraw? {
    guard case .drawn(let event, _, let digest, _, _) = history.draws.last else {
      if reason == nil { return nil }
      throw .mistakes([nothingToRedraw(plan, round)])
    }
    guard let reason, !reason.isEmpty else {
      throw .mistakes([alreadyDrawn(plan, round, history.draws)])
    }
    return Manifest.Redraw(of: event, digest: digest, reason: reason)
  }

  private func check(_ seed: String) throws(RunFailure) {
    if seed.isEmpty { throw .mistakes([emptySeed(at: nil)]) }
    if seed.utf8.contains(UInt8(ascii: "\n")) { throw .mistakes([lineFeed(in: .seed, at: nil)]) }
  }

  /// The result, and the registries that were read besides the plan's own.
  ///
  /// - Parameter past: earlier draws in place of those of the store.
  func rehearse(
    _ request: DrawRequest, commitment: SeedCommitment?, over snapshot: (any StoreSnapshot)? = nil,
    past: [PastDraw]? = nil
  ) throws(RunFailure) -> (result: DrawResult, otherRegistries: [RegistryVersion]) {
    let plan = try plan(request.plan)
    let seed = request.normalSeed
    try check(seed)
    try checkDay(request.on, of: plan)
    let values = try script.parameterValues(request.parameters, of: plan)
    if let mistake = outsideWindow(request.on, plan, at: nil) { throw .mistakes([mistake]) }
    let interpreter = try interpreter(asOf: request.on, over: snapshot)
    interpreter.registries.givenDraws = past
    do throws(Stop) {
      let ready = try interpreter.ready(plan, values, on: request.on, at: nil)
      let sample = try interpreter.sample(
        ready.plan, ready.round, seed: seed, seedSpan: nil, asksEngine: true)
      var result = try DrawResult(
        sample, script.program, on: request.on, seed: seed, commitment: commitment)
      result.coverage = try interpreter.coverage(of: sample)
      let own = sample.rows.version.schema.name
      return (result, interpreter.registries.versions.filter { $0.schema.name != own })
    } catch {
      throw RunFailure(error)
    }
  }
}

extension DrawRequest {
  /// The seed in NFC, as tickets want it.
  var normalSeed: String { NormalizationFormC.normalizing(seed) }
}
