import ArgumentParser
import Yijian

struct StoreStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows what a store holds, and who imported it when.",
    discussion: """
      Nothing is changed: a store of an older format is not brought to the newest one.

      EXAMPLE
        yijian store status sqlite:canteens.db
        yijian store status sqlite:canteens.db --versions
      """)

  @Argument(help: StoreURL.help)
  var store: StoreURL

  @Flag(help: "Every version that was ever imported, not only the newest of each registry.")
  var versions = false

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(show) }

  private func show(_ console: Console) throws {
    if let format = try asking(console, { () throws(StoreError) in try store.format() }),
      format.found != format.known
    {
      return show(format, console)
    }
    let opened = try opening(store, mustExist: true, console)
    let (status, found) = try asking(console) { () throws(StoreError) in
      let snapshot = try opened.snapshot()
      var found = try snapshot.registries()
      if versions {
        let names = found.map(\.schema.name)
        found = []
        for name in names { found += try snapshot.versions(of: name) }
      }
      return (try opened.status(), found)
    }
    switch console.format {
    case .json: console.output(json(status, found))
    case .text: console.output(text(status, found, console))
    }
  }

  /// Of a store that this program does not open as it is.
  private func show(_ format: StoreFormat, _ console: Console) {
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-store-status/1",
        "format": ["found": .integer(format.found), "known": .integer(format.known)],
      ])
    case .text:
      console.output(
        console.text(
          "格式 \(format.found)，本程序用的是 \(format.known)\n",
          "format \(format.found), this program uses \(format.known)\n"))
      console.remark(
        format.isOlder
          ? console.text(
            "先备份，再用 yijian store migrate 升级；其他命令打开它时也会升级",
            "make a copy, then run yijian store migrate; any other command that opens it does the same"
          )
          : console.text("请升级 yijian", "please upgrade yijian"))
    }
  }

  private func text(
    _ status: StoreStatus, _ versions: [RegistryVersion], _ console: Console
  ) -> String {
    var facts = TextTable([.left, .left])
    facts.add([console.text("引擎", "engine"), status.engine])
    if let format = status.format {
      facts.add([
        console.text("格式", "format"),
        console.text("\(format.found)（最新）", "\(format.found) (the newest)"),
      ])
    }
    if let bytes = status.byteCount {
      facts.add([console.text("占用", "size"), console.text("\(bytes) 字节", "\(bytes) bytes")])
    }
    facts.add([
      console.text("名录", "registries"),
      console.text(
        "\(status.registryCount) 个，共 \(status.rowCount) 行",
        "\(status.registryCount), \(status.rowCount) rows in all"),
    ])
    facts.add([
      console.text("历史", "histories"),
      console.text(
        "\(status.streamCount) 个，共 \(status.eventCount) 条",
        "\(status.streamCount), \(status.eventCount) entries in all"),
    ])
    var list = TextTable([.left, .right, .right, .left, .left, .left])
    for version in versions {
      list.add([
        version.schema.name,
        console.text("第 \(version.version) 版", "version \(version.version)"),
        console.text("\(version.rowCount) 行", "\(version.rowCount) rows"),
        version.origin.name, version.origin.importedBy ?? "", version.origin.importedAt ?? "",
      ])
    }
    return facts.text + (versions.isEmpty ? "" : "\n" + list.text)
  }

  private func json(_ status: StoreStatus, _ versions: [RegistryVersion]) -> JSONValue {
    [
      "schema": "yijian-store-status/1", "engine": .string(status.engine),
      "format": status.format.map {
        ["found": .integer($0.found), "known": .integer($0.known)]
      } ?? .null,
      "bytes": status.byteCount.map { .integer($0) } ?? .null,
      "registries": .integer(status.registryCount), "rows": .integer(status.rowCount),
      "streams": .integer(status.streamCount), "events": .integer(status.eventCount),
      "versions": .array(
        versions.map { version in
          let origin = version.origin
          return [
            "registry": .string(version.schema.name), "version": .integer(version.version),
            "rows": .integer(version.rowCount), "digest": .string(version.digest),
            "origin": .string(origin.name), "fileDigest": .optional(origin.fileDigest),
            "asAt": .optional(origin.asAt.map { "\($0)" }),
            "importedBy": .optional(origin.importedBy),
            "importedAt": .optional(origin.importedAt),
          ]
        }),
    ]
  }
}
