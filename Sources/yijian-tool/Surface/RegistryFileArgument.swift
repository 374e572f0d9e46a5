import ArgumentParser

/// A registry with its data file on the command line: `NAME=FILE`.
struct RegistryFileArgument: ExpressibleByArgument {
  let registry: String
  let file: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    (registry, file) = (parts[0], parts[1])
  }
}
