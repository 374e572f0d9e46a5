import Source
import Syntax

/// What is declared and never named, and literals whose type nothing tells.
extension Checker {
  /// Warnings about the main file; a module declares things for others.
  mutating func reportUnused() {
    for use in modules[main].uses where !usedImports.contains(Import(from: main, to: use.module)) {
      report(unusedModule(use.path, use.span))
    }
    for declared in modules[main].own where !used.contains(declared.entity) {
      switch declared.entity {
      case .department where !isLibrary: report(unusedDepartment(declared.name))
      case .constant where !isLibrary: report(unusedBinding(declared.name))
      default: break
      }
    }
  }

  /// Whether the main file seems to be a module: nothing in it runs but tests.
  private var isLibrary: Bool {
    !modules[main].tree.items.contains { item in
      switch item {
      case .plan, .show, .registry: true
      default: false
      }
    }
  }

  /// Reports `无` and `[]` whose type nothing around them has told.
  mutating func reportUnsettled() {
    guard errorCount == 0 else { return }
    for (span, code) in unsettled.sorted(by: { $0.key.start < $1.key.start }) {
      report(withoutType(code, span))
    }
  }
}
