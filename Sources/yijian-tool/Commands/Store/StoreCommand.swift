import ArgumentParser

struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Looks after a store: what it holds, its format, whether it is sound, copies of it.",
    subcommands: [
      StoreStatusCommand.self, StoreMigrateCommand.self, StoreVerifyCommand.self,
      StoreCopyCommand.self,
    ])
}
