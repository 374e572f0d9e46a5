public import Engine
import Quantities
import Semantics
import Source
public import Store

/// A checked script together with a store: what runs scripts, draws samples and keeps their
/// history. Every call sees one consistent snapshot of the store.
public struct Session {
  public let script: CheckedScript
  public let store: any Store
  public let limits: Limits
  /// What the tool calls itself in manifests: `yijian 0.1.0`.
  public let toolVersion: String

  /// - Parameter script: must be without errors.
  public init(
    _ script: CheckedScript, store: any Store, limits: Limits = Limits(),
    toolVersion: String = "yijian"
  ) {
    self.script = script
    self.store = store
    self.limits = limits
    self.toolVersion = toolVersion
  }

  /// The store as it is now.
  func snapshot() throws(RunFailure) -> any StoreSnapshot {
    do {
      return try store.snapshot()
    } catch {
      throw RunFailure(error)
    }
  }

  /// - Parameter snapshot: nil for the store as it is now.
  func interpreter(
    asOf: CivilDate?, over snapshot: (any StoreSnapshot)? = nil
  ) throws(RunFailure) -> Interpreter {
    if script.hasErrors {
      throw .mistakes(script.diagnostics.filter { $0.severity == .error })
    }
    let snapshot = if let snapshot { snapshot } else { try self.snapshot() }
    return Interpreter(script, snapshot: snapshot, asOf: asOf, meter: Meter(limits))
  }
}

extension Interpreter {
  convenience init(
    _ script: CheckedScript, snapshot: any StoreSnapshot, asOf: CivilDate?, meter: Meter,
    absentIsEmpty: Bool = false
  ) {
    self.init(
      script.program,
      registries: RegistryProvider(
        script.program, snapshot: snapshot, meter: meter, absentIsEmpty: absentIsEmpty),
      asOf: asOf, meter: meter, language: script.language, hosts: script.hosts)
  }
}
