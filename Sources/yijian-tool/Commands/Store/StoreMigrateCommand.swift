import ArgumentParser
import Yijian

struct StoreMigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Brings a store to the newest format, in one transaction.",
    discussion: """
      Make a copy of the store first: an older yijian will no longer open it.

      EXAMPLE
        yijian store migrate sqlite:canteens.db
      """)

  @Argument(help: StoreURL.help)
  var store: StoreURL

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(migrate) }

  private func migrate(_ console: Console) throws {
    let before = try asking(console) { () throws(StoreError) in try store.format() }
    let opened = try opening(store, mustExist: true, console)
    let after = try asking(console) { () throws(StoreError) in try opened.status() }.format
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-store-migration/1",
        "from": before.map { .integer($0.found) } ?? .null,
        "to": after.map { .integer($0.found) } ?? .null,
      ])
    case .text:
      guard let before, let after else {
        return console.output(
          console.text("这种存储没有格式可升级\n", "a store of this kind has no format\n"))
      }
      console.output(
        before == after
          ? console.text(
            "已经是最新的格式 \(after.found)\n", "format \(after.found) already, the newest\n")
          : console.text(
            "格式由 \(before.found) 升级为 \(after.found)\n",
            "from format \(before.found) to \(after.found)\n"))
    }
  }
}
