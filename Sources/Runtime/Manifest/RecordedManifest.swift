import Digest
import Engine
import Import
import Quantities
import Semantics
import Source
import Store
import Syntax

/// A manifest as it was read: what is needed to derive the draw again.
struct RecordedManifest {
  let document: JSONValue
  let tool: String
  let hosts: [String]
  let otherRegistries: [String]
  let texts: [SourceText]
  let request: DrawRequest
  let commitment: SeedCommitment?
  /// The earlier draws that the draw relied on.
  let earlier: [DrawResult.EarlierDraws.Draw]
  private let redraw: Manifest.Redraw?
  private let registry: Registry
  /// What the manifest says of the other registries; empty in one of an earlier version of the tool.
  let registries: [Registry]

  /// What a manifest says of a registry that cannot be derived from its file.
  struct Registry {
    let name: String
    let version: Int
    let origin: ImportOrigin

    init(_ reader: ManifestReader) throws(RunFailure) {
      name = try reader.string("name")
      version = try reader.integer("version")
      var asAt: CivilDate?
      if reader.has("asAt") {
        asAt = CivilDate(try reader.string("asAt"))
        if asAt == nil { throw reader.malformed("asAt") }
      }
      origin = ImportOrigin(
        name: try reader.string("origin"), fileDigest: try reader.optionalString("fileDigest"),
        asAt: asAt)
    }

    /// An imported registry, as it was called when the draw was made.
    func called(_ version: RegistryVersion) -> RegistryVersion {
      RegistryVersion(
        schema: version.schema, version: self.version, rowCount: version.rowCount,
        digest: version.digest,
        origin: ImportOrigin(
          name: origin.name,
          fileDigest: origin.fileDigest == nil ? nil : version.origin.fileDigest,
          asAt: version.origin.asAt))
    }
  }

  init(_ document: JSONValue) throws(RunFailure) {
    let reader = ManifestReader(document)
    self.document = document
    let format = try reader.string("format")
    if format == PublicEdition.format { throw .mistakes([manifestIsPublicEdition()]) }
    guard format == Manifest.format else {
      throw reader.malformed("format")
    }
    tool = try reader.string("tool")
    hosts = try reader.strings("hostFunctions")
    otherRegistries = try reader.strings("otherRegistries")
    guard let date = CivilDate(try reader.string("on")) else { throw reader.malformed("on") }
    let seed = try reader.string("seed")
    let redraw = try reader.optional("redraw").map { (reader) throws(RunFailure) in
      Manifest.Redraw(
        of: try reader.integer("of"), digest: try reader.string("digest"),
        reason: try reader.string("reason"))
    }
    self.redraw = redraw
    var parameters: [String: String] = [:]
    if document["parameters"] != nil {
      for parameter in try reader.objects("parameters") {
        parameters[try parameter.string("name")] = try parameter.string("value")
      }
    }
    request = DrawRequest(
      plan: try reader.object("plan").string("name"), on: date, seed: seed,
      redrawReason: redraw?.reason, parameters: parameters)
    commitment = try reader.optional("seedCommitment").map { (reader) throws(RunFailure) in
      SeedCommitment(
        digest: try History.digest(ofSeed: NormalizationFormC.normalizing(seed)),
        event: try reader.integer("event"),
        registryVersion: try reader.optionalInteger("registryVersion"))
    }
    registry = try Registry(try reader.object("registry"))
    var registries: [Registry] = []
    if reader.has("registries") {
      for other in try reader.objects("registries") { registries.append(try Registry(other)) }
    }
    self.registries = registries
    var earlier: [DrawResult.EarlierDraws.Draw] = []
    if document["history"] != nil {
      for draw in try reader.object("history").objects("draws") {
        guard let on = CivilDate(try draw.string("on")) else { throw draw.malformed("on") }
        earlier.append(
          DrawResult.EarlierDraws.Draw(
            plan: try draw.string("plan"), period: try draw.string("period"), on: on,
            event: try draw.integer("event"), digest: try draw.string("digest")))
      }
    }
    self.earlier = earlier
    var texts: [SourceText] = []
    for source in try reader.objects("sources") {
      texts.append(
        SourceText(
          path: try source.string("path"), name: try source.string("name"),
          bytes: Array(try source.string("text").utf8)))
    }
    guard texts.first?.path == "" else { throw reader.malformed("sources") }
    self.texts = texts
  }

  /// The earlier draws, from their manifests; those not among them are a mistake.
  func pastDraws(
    _ manifests: [(name: String, bytes: [UInt8])]
  ) throws(RunFailure) -> [PastDraw] {
    var byDigest: [String: JSONValue] = [:]
    for (name, bytes) in manifests {
      guard let document = try? JSONValue(parsing: bytes),
        let digest = try? Manifest.digest(of: document), document["digest"]?.string == digest
      else { throw .mistakes([historyDiffers(name)]) }
      byDigest[digest] = document
    }
    var draws: [PastDraw] = []
    var missing: [DrawResult.EarlierDraws.Draw] = []
    for draw in earlier {
      let past = byDigest[draw.digest].flatMap { PastDraw(manifest: $0, event: draw.event) }
      if let past { draws.append(past) } else { missing.append(draw) }
    }
    if !missing.isEmpty { throw .mistakes([historyMissing(missing)]) }
    return draws
  }

  /// The embedded script, with the embedded modules and no others.
  func script() -> CheckedScript {
    let loader = ScriptLoader(usesStandardLibrary: false) { path in
      texts.dropFirst().first { $0.path == path }.map { ($0.name, $0.bytes) }
    }
    return loader.load(name: texts[0].name, bytes: texts[0].bytes)
  }

  /// Imports the plan's registry from its file, and each of the others from its own.
  func importRegistries(
    _ file: RegistryData, _ reading: ReadingOptions, others: [String: RegistryData],
    _ session: Session
  ) throws(RunFailure) -> RegistryVersion {
    let plan = try session.plan(request.plan)
    let name = session.script.program.registries[plan.registry.index].name.text
    for other in registries {
      guard let data = others[other.name] else {
        throw .mistakes([manifestNeedsRegistry(other.name)])
      }
      _ = try importRegistry(other, other.name, data, ReadingOptions(), session)
    }
    return try importRegistry(registry, name, file, reading, session)
  }

  /// Imports a file as it was imported for the draw: rows with problems are left out, which the
  /// content's digest shows if they were not left out then.
  private func importRegistry(
    _ registry: Registry, _ name: String, _ file: RegistryData, _ reading: ReadingOptions,
    _ session: Session
  ) throws(RunFailure) -> RegistryVersion {
    var settings = ImportSettings()
    settings.reading = reading
    // The sheet of a workbook that was imported stands behind the file's name.
    if settings.reading.sheet == nil, file.bytes.starts(with: [0x50, 0x4B]) {
      settings.reading.sheet = registry.origin.sheet
    }
    settings.asAt = registry.origin.asAt
    settings.mode = .rejects(as: .asRead) { (_) throws(ReadFailure) in }
    settings.problemLimit = 0
    return try session.script.importRegistry(
      name, from: DataFile(name: file.name, bytes: file.bytes), settings, into: session.store,
      meter: Meter(session.limits)
    ).report.version
  }

  /// The manifest that the derived draw would have.
  func derived(
    _ result: DrawResult, _ version: RegistryVersion, _ others: [RegistryVersion],
    _ script: CheckedScript
  ) throws(RunFailure) -> JSONValue {
    let manifest = Manifest(
      result: result.over(registry.called(version)), texts: script.texts, tool: tool, hosts: [],
      otherRegistries: others.map { other in
        registries.first { $0.name == other.schema.name }?.called(other) ?? other
      }, redraw: redraw)
    do {
      return try manifest.document().value
    } catch {
      throw RunFailure(StoreError.noDigest)
    }
  }

  /// Member by member, `drawn` and `strata` element by element.
  func compare(with derived: JSONValue) -> [VerificationReport.Check] {
    guard case .object(let recorded) = document, case .object(let computed) = derived else {
      return []
    }
    var checks: [VerificationReport.Check] = []
    for member in computed {
      checks.append(check(member.name, document[member.name], member.value))
    }
    for member in recorded where derived[member.name] == nil {
      checks.append(check(member.name, member.value, nil))
    }
    return checks
  }

  private func check(
    _ name: String, _ recorded: JSONValue?, _ computed: JSONValue?
  ) -> VerificationReport.Check {
    // The digest is over what is recorded: a changed member is told once, at its own place.
    var computed = computed
    if name == "digest", let own = try? Manifest.digest(of: document) { computed = .string(own) }
    let holds = recorded == computed
    let (place, a, b) =
      holds ? (name, recorded, computed) : JSONValue.firstDifference(name, recorded, computed)
    return VerificationReport.Check(
      member: place, isStated: ManifestMember(rawValue: name)?.isStated ?? false, holds: holds,
      recorded: Self.shown(a),
      computed: Self.shown(b))
  }

  private static func shown(_ value: JSONValue?) -> String {
    guard let value else { return "–" }
    let text = value.string ?? value.text(.compact)
    return text.unicodeScalars.count > 80 ? String(text.prefix(79)) + "…" : text
  }
}

extension JSONValue {
  /// The innermost place where two values differ: `drawn[3].key`.
  fileprivate static func firstDifference(
    _ place: String, _ a: JSONValue?, _ b: JSONValue?
  ) -> (String, JSONValue?, JSONValue?) {
    switch (a, b) {
    case (.object(let x)?, .object(let y)?):
      for member in x {
        let other = b?[member.name]
        if other != member.value {
          return firstDifference("\(place).\(member.name)", member.value, other)
        }
      }
      for member in y where a?[member.name] == nil {
        return ("\(place).\(member.name)", nil, member.value)
      }
    case (.array(let x)?, .array(let y)?):
      for index in 0..<max(x.count, y.count) {
        let (left, right) = (
          index < x.count ? x[index] : nil, index < y.count ? y[index] : nil
        )
        if left != right { return firstDifference("\(place)[\(index)]", left, right) }
      }
    default: break
    }
    return (place, a, b)
  }
}
