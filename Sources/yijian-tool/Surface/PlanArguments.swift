import ArgumentParser

/// What a command about one plan is told: the script, the plan and where its data is.
struct PlanArguments: ParsableArguments {
  @Argument(help: "The script.")
  var script: String

  @Argument(help: "The plan's name.")
  var plan: String

  @Option(help: StoreURL.help)
  var store: StoreURL
}
