package import Engine
package import Store

/// A checked script together with a store: what runs scripts, draws samples and keeps their
/// history. Every call sees one consistent snapshot of the store.
package struct Session {
  package let script: CheckedScript
  package let store: any Store
  package let limits: Limits
  /// What the tool calls itself in manifests: `yijian 0.1.0`.
  package let toolVersion: String

  package init(
    _ script: CheckedScript, store: any Store, limits: Limits = Limits(),
    toolVersion: String = "yijian"
  ) {
    self.script = script
    self.store = store
    self.limits = limits
    self.toolVersion = toolVersion
  }
}
