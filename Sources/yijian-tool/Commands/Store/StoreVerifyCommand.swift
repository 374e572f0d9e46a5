import ArgumentParser
import Yijian

struct StoreVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks everything that is stored, down to the digests of the rows.",
    discussion: """
      The engine's own check of its files; every row read again and compared with the digest that was
      recorded at its import; no gap in the numbers of versions and of the entries of histories.

      EXAMPLE
        yijian store verify sqlite:canteens.db
      """)

  @Argument(help: StoreURL.help)
  var store: StoreURL

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(verify) }

  private func verify(_ console: Console) throws {
    let opened = try opening(store, mustExist: true, console)
    let meter = Meter(limitOptions.limits())
    let (faults, status) = try asking(console) { () throws(StoreError) in
      (try opened.verify(meter), try? opened.status())
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-store-verification/1", "sound": .bool(faults.isEmpty),
        "faults": .array(faults.map { .string(words($0, console)) }),
      ])
    case .text:
      for fault in faults { console.output("✗ " + words(fault, console) + "\n") }
      if faults.isEmpty {
        let (rows, events) = (status?.rowCount ?? 0, status?.eventCount ?? 0)
        console.output(
          console.text(
            "完好：\(rows) 行、\(events) 条记录都与导入和写入时一致\n",
            "sound: \(rows) rows and \(events) entries are as they were written\n"))
      } else {
        console.remark(
          console.text(
            "请从备份恢复，或重新导入有问题的名录", "restore a copy, or import the damaged registries again"))
      }
    }
    if !faults.isEmpty { throw ExitStatus.findings }
  }

  private func words(_ fault: StoreFault, _ console: Console) -> String {
    switch fault {
    case .engine(let text): console.text("存储引擎：\(text)", "the engine says: \(text)")
    case .unreadable(let registry, let reason):
      console.text(
        "名录“\(registry)”读不完：\(reason)", "registry \"\(registry)\" cannot be read: \(reason)")
    case .rowCount(let registry, let recorded, let found):
      console.text(
        "名录“\(registry)”应有 \(recorded) 行，现有 \(found) 行",
        "registry \"\(registry)\" has \(found) rows, not \(recorded)")
    case .digest(let registry, let recorded, let found):
      console.text(
        "名录“\(registry)”的内容变了：导入时摘要 \(recorded)，现在 \(found)",
        "the rows of registry \"\(registry)\" are others: digest \(found), at the import \(recorded)"
      )
    case .keyOrder(let registry, let key):
      console.text(
        "名录“\(registry)”的主键“\(key)”重复或次序不对",
        "key \"\(key)\" of registry \"\(registry)\" is doubled or out of order")
    case .versionMissing(let registry, let version):
      console.text(
        "名录“\(registry)”缺第 \(version) 版的记录",
        "the record of version \(version) of registry \"\(registry)\" is missing")
    case .eventMissing(let stream, let version):
      console.text(
        "历史“\(stream)”缺第 \(version) 条", "entry \(version) of the history \"\(stream)\" is missing")
    case .leftover(let what):
      console.text("多出不属于任何名录的“\(what)”", "\"\(what)\" belongs to no registry")
    }
  }
}
