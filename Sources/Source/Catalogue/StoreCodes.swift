/// What a store can answer instead of doing what it was asked.
extension DiagnosticCode {
  static let storeCodes: [DiagnosticCode] = [
    storeUnavailable, storeBusy, storeCannotWrite, storeCorrupt, storeNewer, storeConflict,
  ]

  public static let storeUnavailable = DiagnosticCode(
    "YJ0730",
    zh: "存储不可用：{0}",
    en: "the store is not available: {0}",
    why: Words(
      zh: "打不开存储：路径是文件夹、没有权限，或者不是数据库。",
      en: "The store cannot be opened: a folder in its place, no permission, or no database."),
    example: .situation(
      Words(zh: "--store sqlite: 后面是一个文件夹。", en: "A folder behind --store sqlite:.")))

  public static let storeBusy = DiagnosticCode(
    "YJ0731",
    zh: "存储正忙：{0}",
    en: "the store is busy: {0}",
    why: Words(
      zh: "另一个程序正在写入同一个存储。等它结束后再试。",
      en: "Another program writes to the same store. Try again when it has finished."),
    example: .situation(Words(zh: "两次导入同时进行。", en: "Two imports at the same time.")))

  public static let storeCannotWrite = DiagnosticCode(
    "YJ0732",
    zh: "写不进存储：{0}",
    en: "cannot write to the store: {0}",
    why: Words(
      zh: "磁盘已满或写入失败。这次写入的内容一点也没有留下，存储仍是原来的样子。",
      en: "The disk is full or writing failed. Nothing of this write is visible."),
    example: .situation(Words(zh: "导入途中磁盘满了。", en: "The disk fills up during an import.")))

  public static let storeCorrupt = DiagnosticCode(
    "YJ0733",
    zh: "存储里的内容不合规则：{0}",
    en: "what is stored breaks the store's own rules: {0}",
    why: Words(
      zh: "存储被别的程序改动或损坏了。请从备份恢复，或重新导入。",
      en: "The store was changed by another program, or damaged. Restore a copy or import again."),
    example: .situation(Words(zh: "用别的工具改了数据库。", en: "The database was edited by hand.")))

  public static let storeNewer = DiagnosticCode(
    "YJ0734",
    zh: "存储的格式（{0}）比这个版本认识的（{1}）新",
    en: "the store's format ({0}) is newer than this version knows ({1})",
    why: Words(
      zh: "存储由更新版本的 yijian 写成，请升级。",
      en: "The store was written by a newer version of yijian; please upgrade."),
    example: .situation(Words(zh: "用旧版本打开新版本的存储。", en: "An old version opens a new store.")))

  public static let storeConflict = DiagnosticCode(
    "YJ0735",
    zh: "同一时刻另有人写入了“{0}”",
    en: "somebody else wrote to \"{0}\" at the same time",
    why: Words(
      zh: "历史只能一条接一条地增加。请看看新增的记录，再决定是否重试。",
      en: "A history grows by one entry at a time. Look at the new entry before trying again."),
    example: .situation(
      Words(zh: "两个人同时抽取同一轮。", en: "Two people draw the same round at once.")))
}
