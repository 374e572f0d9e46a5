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
  private let redraw: Manifest.Redraw?
  private let registryVersion: Int
  private let origin: ImportOrigin

  init(_ document: JSONValue) throws(RunFailure) {
    let reader = ManifestReader(document)
    self.document = document
    guard try reader.string("format") == Manifest.format else {
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
    let registry = try reader.object("registry")
    registryVersion = try registry.integer("version")
    origin = ImportOrigin(
      name: try registry.string("origin"), fileDigest: try registry.optionalString("fileDigest"))
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

  /// The embedded script, with the embedded modules and no others.
  func script() -> CheckedScript {
    let loader = ScriptLoader(usesStandardLibrary: false) { path in
      texts.dropFirst().first { $0.path == path }.map { ($0.name, $0.bytes) }
    }
    return loader.load(name: texts[0].name, bytes: texts[0].bytes)
  }

  /// Imports the registry's file as it was imported for the draw: rows with problems are left out,
  /// which the content's digest shows if they were not left out then.
  func importRegistry(
    _ file: (name: String, bytes: [UInt8]), _ session: Session
  ) throws(RunFailure) -> RegistryVersion {
    let plan = try session.plan(request.plan)
    let registry = session.script.program.registries[plan.registry.index].name.text
    let ignore = { (_: ArraySlice<UInt8>) throws(ReadFailure) in }
    return try session.script.importCSV(
      byteSource(file.bytes), file: file.name, registry: registry, into: session.store,
      mode: .rejects(sink: ignore), problemLimit: 0, meter: Meter(session.limits)
    ).report.version
  }

  /// The manifest that the derived draw would have.
  func derived(
    _ result: DrawResult, _ version: RegistryVersion, _ script: CheckedScript
  ) throws(RunFailure) -> JSONValue {
    let registry = RegistryVersion(
      schema: version.schema, version: registryVersion, rowCount: version.rowCount,
      digest: version.digest,
      origin: ImportOrigin(
        name: origin.name,
        fileDigest: origin.fileDigest == nil ? nil : version.origin.fileDigest))
    let manifest = Manifest(
      result: result.over(registry), texts: script.texts, tool: tool, hosts: [],
      otherRegistries: [], redraw: redraw)
    do {
      return try manifest.document().value
    } catch {
      throw RunFailure(StoreError.unavailable("libcrypto: no SHA-256"))
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
      member: place, isStated: Self.stated.contains(name), holds: holds, recorded: Self.shown(a),
      computed: Self.shown(b))
  }

  /// Inputs of the draw and remarks on its making.
  private static let stated: Set<String> = [
    "tool", "on", "seed", "seedCommitment", "redraw", "parameters",
  ]

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
