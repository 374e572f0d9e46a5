public import Engine
package import Semantics
public import Source
public import Store
import Syntax

/// The plans of several scripts, looked at together.
public struct Portfolio: Sendable {
  public let scripts: [CheckedScript]
  package let company: PlanCompany
  /// - Parameter scripts: without errors; their places are in one set of files, as `ScriptLoader`
  ///   gives them when it is handed one.
  public init(_ scripts: [CheckedScript]) {
    self.scripts = scripts
    let files = Set(scripts.compactMap { $0.trees.first?.file.id })
    company = PlanCompany(scripts.map(\.program)) { files.contains($0) }
  }

  /// Whether a script has a plan that is meant to be carried out.
  public var hasPlans: Bool { !company.plans.isEmpty }

  /// What is certainly wrong between plans of different scripts, whatever the registries hold.
  /// Mistakes that one script shows by itself are in its own diagnostics.
  public var diagnostics: [Diagnostic] {
    let told = scripts.map { Set($0.trees.map(\.file.id)) }
    return company.mistakes { a, b in
      !told.contains { $0.contains(a) && $0.contains(b) }
    }.sortedByPlace()
  }

  /// Whether a file is a module of one of the scripts: what it declares is for others, and may go
  /// unused in it.
  public func isModule(_ file: FileID) -> Bool {
    scripts.contains { $0.trees.dropFirst().contains { $0.file.id == file } }
  }

  /// Looks at every object of the registries that the plans are about: whom the recorded draws
  /// visit, and whom the others will or may visit.
  ///
  /// - Parameter years: nil for all that the plans' periods touch.
  /// - Complexity: near O(objects × plans).
  public func review(
    over store: any Store, years: Set<Int>? = nil, limits: Limits = Limits()
  ) throws(RunFailure) -> PortfolioReview {
    let snapshot: any StoreSnapshot
    do {
      snapshot = try store.snapshot()
    } catch {
      throw RunFailure(error)
    }
    var reviewer = PortfolioReviewer(self, snapshot, Meter(limits))
    return try reviewer.review(years)
  }
}
