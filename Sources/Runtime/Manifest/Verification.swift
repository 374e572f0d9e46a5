public import Engine
public import Import
import Quantities
import Semantics
public import Source
import Store

/// What verifying a manifest found: named checks, each with what was expected and what is there.
public struct VerificationReport: Sendable {
  public struct Check: Hashable, Sendable {
    /// The manifest's member that was checked.
    public let member: String
    /// Whether the member cannot be derived: what the manifest itself says of its making. Only the
    /// manifest's digest protects it; compare that with the published one.
    public let isStated: Bool
    public let holds: Bool
    /// What the manifest says and what was computed, shortened.
    public let recorded: String
    public let computed: String

    public init(
      member: String, isStated: Bool = false, holds: Bool, recorded: String, computed: String
    ) {
      self.member = member
      self.isStated = isStated
      self.holds = holds
      self.recorded = recorded
      self.computed = computed
    }
  }

  /// In the order of the manifest's members.
  public let checks: [Check]
  /// One for each check that does not hold; or what kept the draw from being derived.
  public let diagnostics: [Diagnostic]
  /// Of the sources embedded in the manifest.
  public let sources: SourceMap
  /// The draw as it was derived again, where it could be.
  public let result: DrawResult?

  public var holds: Bool { diagnostics.isEmpty && checks.allSatisfy(\.holds) }

  public init(
    checks: [Check], diagnostics: [Diagnostic], sources: SourceMap, result: DrawResult?
  ) {
    self.checks = checks
    self.diagnostics = diagnostics
    self.sources = sources
    self.result = result
  }
}

/// A registry's data file: its name without folders, and its bytes.
public typealias RegistryData = (name: String, bytes: [UInt8])

/// Derives a draw again from its manifest and the registries' data files, and from nothing else.
///
/// Everything that a manifest says is compared with what comes out: the sources' digest, the
/// registry's content, the commitment, the root, every count, key and ticket, and the manifest's
/// own digest. What cannot be derived (who drew, the number of the registry's version, why a round
/// was drawn again) is protected by that digest only.
///
/// - Parameters:
///   - others: the data files of the registries that the plan reads besides its own, by the names of
///     the registries.
///   - reading: what to take the plan's own registry file for, where it was imported so. The sheet of
///     a workbook is in the manifest.
///   - history: the manifests of the earlier draws that the manifest names. That there were no others
///     is stated.
public func verify(
  manifest: [UInt8], registry: RegistryData, others: [String: RegistryData] = [:],
  reading: ReadingOptions = ReadingOptions(),
  history: [(name: String, bytes: [UInt8])] = [], limits: Limits = Limits()
) throws(RunFailure) -> VerificationReport {
  let document: JSONValue
  do {
    document = try JSONValue(parsing: manifest)
  } catch {
    throw .mistakes([manifestNotJSON(error)])
  }
  let recorded = try RecordedManifest(document)
  if let host = recorded.hosts.first { throw .mistakes([manifestNeedsHost(host)]) }
  // Without their digests the contents of other registries cannot be checked.
  let known = recorded.registries.map(\.name)
  if let other = recorded.otherRegistries.first(where: { !known.contains($0) || others[$0] == nil })
  {
    throw .mistakes([manifestNeedsRegistry(other)])
  }
  let past = try recorded.pastDraws(history)
  let script = recorded.script()
  if script.hasErrors {
    return VerificationReport(
      checks: [],
      diagnostics: [manifestScriptErrors()]
        + script.diagnostics.filter { $0.severity == .error },
      sources: script.sources, result: nil)
  }
  let store = MemoryStore()
  let session = Session(script, store: store, limits: limits, toolVersion: recorded.tool)
  let version: RegistryVersion
  do throws(RunFailure) {
    version = try recorded.importRegistries(registry, reading, others: others, session)
    let (result, read) = try session.rehearse(
      recorded.request, commitment: recorded.commitment, past: past)
    let derived = try recorded.derived(result, version, read, script)
    let checks = recorded.compare(with: derived)
    return VerificationReport(
      checks: checks, diagnostics: checks.filter { !$0.holds }.map(manifestDiffers),
      sources: script.sources, result: result)
  } catch {
    guard case .mistakes(let diagnostics) = error else { throw error }
    return VerificationReport(
      checks: [], diagnostics: diagnostics, sources: script.sources, result: nil)
  }
}
