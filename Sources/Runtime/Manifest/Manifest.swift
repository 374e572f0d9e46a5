import Digest
import Quantities
import Source
import Store

/// What a draw publishes (format `yijian-manifest/1`): everything that is needed to derive it
/// again, apart from the registry's data, and everything that comes out.
struct Manifest {
  static let format = "yijian-manifest/1"

  let result: DrawResult
  let texts: [SourceText]
  let tool: String
  /// Functions of the embedding program that the script uses.
  let hosts: [String]
  /// The registries that the plan reads besides its own.
  let otherRegistries: [RegistryVersion]
  let redraw: Redraw?

  /// Why a round was drawn again.
  struct Redraw: Hashable {
    /// The earlier draw's event, and the digest of its manifest.
    let of: Int
    let digest: String
    let reason: String
  }

  /// The document without its own digest.
  private func body() throws(DigestFailure) -> JSONValue {
    let plan: [JSONValue.Member] = [
      .init("name", .string(result.plan)),
      .init("digest", .string(try SourceText.digest(texts))),
    ]
    let drawn = result.drawn.enumerated().map { position, object in
      JSONValue.object(
        [
          .init("key", .string(object.key)),
          .init("ticket", .string(object.ticket)),
          .init("stratum", object.stratum.map { .integer($0 + 1) } ?? .null),
          .init("included", .bool(object.isIncluded)),
        ] + (object.layers > 1 ? [.init("layer", .integer(object.layers))] : [])
          + relations(of: position))
    }
    var members: [JSONValue.Member] = [
      .init(.format, .string(Self.format)),
      .init(.tool, .string(tool)),
      .init(.draw, "yijian-draw/1"),
      .init(.plan, .object(plan)),
      .init(.lead, Self.json(result.lead)),
      .init(.participants, .array(result.participants.map(Self.json))),
      .init(.on, .string(result.on.description)),
      .init(.period, .string(result.periodText)),
      .init(.group, .string(result.group)),
      .init(.seed, .string(result.seed)),
      .init(.seedCommitment, commitment),
      .init(.root, .string(result.root)),
      .init(.calendar, calendars),
      .init(.registry, registry),
      .init(.otherRegistries, .array(otherRegistries.map { .string($0.schema.name) })),
      .init(.hostFunctions, .array(hosts.map { .string($0) })),
      .init(.counts, counts),
      .init(.strata, .array(result.strata.map(Self.json))),
      .init(.visits, visits),
    ]
    members += relations
    members += [
      .init(.redraw, redrawValue),
      .init(.drawn, .array(drawn)),
      .init(.sources, .array(texts.map(Self.json))),
    ]
    return .object(
      members + areaMembers + inspectionMembers + roundMembers + historyMembers + parameterMembers
        + dueMembers + dutyMembers)
  }

  /// What a manifest says only of plans that have parameters.
  private var parameterMembers: [JSONValue.Member] {
    if result.parameters.isEmpty { return [] }
    return [.init(.parameters, .array(result.parameters.map(Self.json)))]
  }

  /// What a manifest says only of plans that earlier draws mean something to.
  private var historyMembers: [JSONValue.Member] {
    guard let earlier = result.earlier else { return [] }
    let draws = earlier.draws.map { draw in
      JSONValue.object([
        .init("plan", .string(draw.plan)), .init("period", .string(draw.period)),
        .init("on", .string(draw.on.description)), .init("event", .integer(draw.event)),
        .init("digest", .string(draw.digest)),
      ])
    }
    var members: [JSONValue.Member] = [
      .init("draws", .array(draws)), .init("excluded", .integer(earlier.excluded)),
    ]
    if let coverage = result.coverage {
      members += [
        .init("covered", .integer(coverage.drawn)), .init("of", .integer(coverage.population)),
      ]
    }
    return [.init(.history, .object(members))]
  }

  /// What a manifest says only of plans that ask for something by a deadline.
  private var dueMembers: [JSONValue.Member] {
    if result.dueDates.isEmpty { return [] }
    return [.init(.dueDates, .array(result.dueDates.map(Self.json)))]
  }

  /// What a manifest says only of plans that have rounds.
  private var roundMembers: [JSONValue.Member] {
    guard let round = result.round else { return [] }
    return [
      .init(
        .round,
        .object([.init("number", .integer(round.number)), .init("count", .integer(round.count))]))
    ]
  }

  /// The whole document, its digest last.
  func document() throws(DigestFailure) -> (value: JSONValue, digest: String) {
    let body = try body()
    let digest = try Manifest.digest(of: body)
    guard case .object(let members) = body else { return (body, digest) }
    return (.object(members + [.init(.digest, .string(digest))]), digest)
  }

  /// SHA-256 of the document written compactly, without the member `digest`.
  static func digest(of document: JSONValue) throws(DigestFailure) -> String {
    guard case .object(let members) = document else { return "" }
    return try SHA256.hex(
      of: JSONValue.object(members.filter { $0.name != ManifestMember.digest.rawValue }).text(
        .compact))
  }

  private var commitment: JSONValue {
    guard let commitment = result.commitment else { return .null }
    return .object([
      .init("digest", .string(commitment.digest)),
      .init("event", .integer(commitment.event)),
      .init("registryVersion", commitment.registryVersion.map { .integer($0) } ?? .null),
    ])
  }

  private var registry: JSONValue { Self.json(result.registry) }

  static func json(_ version: RegistryVersion) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(version.schema.name)),
      .init("version", .integer(version.version)),
      .init("rows", .integer(version.rowCount)),
      .init("contentDigest", .string(version.digest)),
      .init("origin", .string(version.origin.name)),
      .init("fileDigest", .optional(version.origin.fileDigest)),
    ]
    if let asAt = version.origin.asAt {
      members.append(.init("asAt", .string(asAt.description)))
    }
    return .object(members)
  }

  private var counts: JSONValue {
    var members: [JSONValue.Member] = [
      .init("inScope", .integer(result.inScope)),
      .init("excluded", .integer(result.excluded)),
      .init("includedOnTop", .integer(result.includedOnTop)),
    ]
    if result.includedBefore > 0 {
      members.append(.init("includedBefore", .integer(result.includedBefore)))
    }
    return .object(members + [.init("drawn", .integer(result.drawn.count))])
  }

  /// Where the frequency is a range, also the most there may be: null without a bound.
  private var visits: JSONValue {
    let persons = result.personVisits.map { visits in
      JSONValue.object(
        [
          .init("department", .string(visits.department)),
          .init("inspectors", .integer(Int(visits.inspectors))),
          .init("visits", .integer(Int(visits.personVisits))),
        ] + Self.most(visits.mostPersonVisits, least: visits.personVisits))
    }
    let loads = result.loads.map { load in
      JSONValue.object([
        .init("department", .string(load.department)),
        .init("persons", .integer(Int(load.persons))),
        .init("needed", .integer(Int(load.needed))),
        .init("available", .integer(Int(load.available))),
      ])
    }
    return .object(
      [.init("objects", .integer(Int(result.visits)))]
        + Self.most(result.mostVisits, least: result.visits)
        + [.init("persons", .array(persons))]
        + (loads.isEmpty ? [] : [.init("workingDays", .array(loads))]))
  }

  private static func most(_ most: Int64?, least: Int64) -> [JSONValue.Member] {
    most == least ? [] : [.init("atMost", most.map { .integer(Int($0)) } ?? .null)]
  }

  private var redrawValue: JSONValue {
    guard let redraw else { return .null }
    return .object([
      .init("of", .integer(redraw.of)),
      .init("digest", .string(redraw.digest)),
      .init("reason", .string(redraw.reason)),
    ])
  }

  private static func json(_ parameter: DrawResult.Parameter) -> JSONValue {
    .object([
      .init("name", .string(parameter.name)), .init("value", .string(parameter.value)),
    ])
  }

  static func json(_ department: DrawResult.Department) -> JSONValue {
    .object([
      .init("name", .string(department.name)), .init("title", .optional(department.title)),
    ])
  }

  private static func json(_ text: SourceText) -> JSONValue {
    .object([
      .init("path", .string(text.path)),
      .init("name", .string(text.fileName)),
      .init("text", .string(String(decoding: text.bytes, as: UTF8.self))),
    ])
  }

  static func json(_ counts: DrawResult.Counts) -> [JSONValue.Member] {
    [
      .init("population", .integer(counts.population)),
      .init("included", .integer(counts.included)),
      .init("quota", .integer(counts.quota)),
      .init("drawn", .integer(counts.drawn)),
    ]
      + (counts.drawnBefore > 0 ? [.init("drawnBefore", .integer(counts.drawnBefore))] : [])
  }
}

extension SourceText {
  /// The name without folders: those are where the file lay, and nobody else's business.
  fileprivate var fileName: String {
    String(name.split { $0 == "/" || $0 == "\\" }.last ?? "")
  }

  /// SHA-256 over the paths and texts: `"yijian-sources/1" LF`, then for each text its path, LF,
  /// its number of bytes, LF, and the bytes. Lowercase hexadecimal.
  static func digest(_ texts: [SourceText]) throws(DigestFailure) -> String {
    var hasher = try SHA256Hasher()
    try hasher.update("yijian-sources/1\n")
    for text in texts {
      try hasher.update("\(text.path)\n\(text.bytes.count)\n")
      try hasher.update(text.bytes)
    }
    return try hasher.finish().hex
  }
}
