public import Engine
internal import Import
public import Quantities
public import Runtime
public import Store

/// A checked script, a store and limits: what a program needs to import registries, draw samples
/// and read values. Every call stands alone; nothing is global.
public struct Workspace: Sendable {
  /// The script, which has no errors; it may have warnings.
  public let script: CheckedScript
  /// Where registries, draws and events are kept.
  public let store: any Store
  /// What each call may use; every call starts from zero.
  public let limits: Limits

  /// - Parameters:
  ///   - modules: reads the modules that the script uses, apart from the standard library's.
  ///   - hosts: functions of the program that the script may call.
  /// - Throws: the script's errors.
  public init(
    _ text: String, name: String = "script.yj", store: any Store = MemoryStore(),
    limits: Limits = Limits(), hosts: [HostFunction] = [],
    modules: @escaping ScriptLoader.ModuleReader = { _ in nil }
  ) throws(RunFailure) {
    script = ScriptLoader(hosts: hosts, modules: modules).load(
      name: name, bytes: Array(text.utf8))
    self.store = store
    self.limits = limits
    if script.hasErrors {
      throw .mistakes(script.diagnostics.filter { $0.severity == .error })
    }
  }

  /// Replaces a registry by the rows of a file; nothing is stored if a row has a problem.
  @discardableResult
  public func replace(
    _ registry: String, by file: RegistryFile
  ) throws(RunFailure) -> RegistryVersion {
    var settings = ImportSettings()
    settings.asAt = file.asAt
    let result = try script.importRegistry(
      registry, from: DataFile(name: file.name, bytes: file.bytes), settings, into: store,
      meter: Meter(limits))
    return result.report.version
  }

  /// Draws a plan's sample and records it in the store.
  public func draw(
    _ plan: String, on date: CivilDate, seed: String, redrawReason: String? = nil,
    parameters: [String: String] = [:]
  ) throws(RunFailure) -> RecordedDraw {
    try session.draw(
      DrawRequest(
        plan: plan, on: date, seed: seed, redrawReason: redrawReason, parameters: parameters))
  }

  /// The values of the script's `show` lines, in order.
  public func values(asOf date: CivilDate? = nil) throws(RunFailure) -> [TypedValue] {
    try session.shows(asOf: date)
  }

  /// For everything else that can be done with a script and a store.
  public var session: Session {
    Session(script, store: store, limits: limits, toolVersion: "yijian library")
  }
}
