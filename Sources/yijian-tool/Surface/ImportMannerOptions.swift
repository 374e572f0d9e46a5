import ArgumentParser
import Foundation
import Yijian

/// How an import meets what is there already.
struct ImportMannerOptions: ParsableArguments {
  @Flag(help: "Keep the registry's rows: replace those whose keys are in the file, add the others.")
  var merge = false

  @Flag(help: "Store nothing, only show what would change.")
  var dryRun = false

  @Option(help: "Who imports, for the record.")
  var by: String?

  /// The same for a store; changes are compared where they are shown.
  func manner() -> ImportingStore.Manner {
    var manner = ImportingStore.Manner()
    manner.mode = merge ? .merge : .replace
    manner.importedBy = by
    manner.importedAt = Date.now.formatted(.iso8601)
    manner.isDryRun = dryRun
    if merge || dryRun { manner.differenceLimit = DifferenceView.limit }
    return manner
  }
}
