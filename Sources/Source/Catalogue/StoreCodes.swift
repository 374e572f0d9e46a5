/// What a store can answer instead of doing what it was asked.
extension DiagnosticCode {
  static let storeCodes: [DiagnosticCode] = [
    storeUnavailable, storeBusy, storeCannotWrite, storeCorrupt, storeNewer, storeConflict,
    storeForbidden, storeInterrupted, mergeDiffers, storeLibraryMissing, passwordInAddress,
    storeOutcomeUnknown, storedNameTooLong,
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

  public static let storeForbidden = DiagnosticCode(
    "YJ0780",
    zh: "存储不允许这样做：{0}",
    en: "the store does not allow this: {0}",
    why: Words(
      zh: "存储不认识这个用户，或者没有给他这项权限。请管理员授权，或换一个用户。",
      en: "The store does not know this user, or has not granted it this right. Ask who runs it."),
    example: .situation(
      Words(zh: "只有读权限的用户导入名录。", en: "A user who may only read imports a registry.")))

  public static let storeInterrupted = DiagnosticCode(
    "YJ0781",
    zh: "与存储的联系中断：{0}",
    en: "the connection to the store was lost: {0}",
    why: Words(
      zh: "联系在中途断开。没有做完的一点也没有留下，可以再试一次；已经报告成功的都在。",
      en: """
        The connection broke in the middle. Nothing unfinished is visible, so it can be tried \
        again; what was reported as done is there.
        """),
    example: .situation(
      Words(zh: "导入途中数据库服务器重启。", en: "The database server restarts during an import.")))

  public static let mergeDiffers = DiagnosticCode(
    "YJ0782",
    zh: "不能并入名录“{0}”：存储里的字段与脚本的声明不一致",
    en: "cannot merge into the registry \"{0}\": the stored fields differ from the declaration",
    why: Words(
      zh: "增量导入只替换和增加行，所以新旧各行的字段必须一致。字段改了以后，请把名录整个导入一次。",
      en: """
        A merge only replaces and adds rows, so that old and new rows must have the same fields. \
        After a change of the fields import the whole registry once.
        """),
    example: .situation(
      Words(zh: "给名录增加字段之后作增量导入。", en: "A merge after a field was added.")))

  public static let storedNameTooLong = DiagnosticCode(
    "YJ0783",
    zh: "名称“{0}”太长，存储最多容纳 {1} 字节",
    en: "the name \"{0}\" is too long: a store holds {1} bytes at most",
    why: Words(
      zh: "名录和抽取历史按名称查找，索引里的名称有长度限制，每种存储都一样。请取短一些的名称。",
      en: "Registries and histories are found by their names, and an index holds names up to a "
        + "length, the same in every store. Choose a shorter one."),
    example: .situation(
      Words(zh: "名录的名称有七百个汉字。", en: "A registry's name has two thousand letters.")))

  public static let storeLibraryMissing = DiagnosticCode(
    "YJ0770",
    zh: "连接 PostgreSQL 要用客户端库 {0}，这台机器上没有",
    en: "PostgreSQL is reached through the client library {0}, which this machine lacks",
    why: Words(
      zh: "装上它就行：Debian、Ubuntu、统信 UOS 用 apt install libpq5；openEuler、麒麟、RHEL 用 dnf install libpq"
        + "（或 postgresql-libs）；macOS 用 brew install libpq。其他存储不需要它。",
      en: "Install it: apt install libpq5 (Debian, Ubuntu), dnf install libpq or postgresql-libs "
        + "(RHEL, openEuler, Kylin), brew install libpq (macOS). Other stores do not need it."),
    example: .situation(
      Words(zh: "没有装 libpq，用了 --store postgresql:。", en: "--store postgresql: without libpq."))
  )

  public static let passwordInAddress = DiagnosticCode(
    "YJ0771",
    zh: "存储的地址里不能写密码",
    en: "the address of a store must not hold a password",
    why: Words(
      zh: "命令行会进入进程列表和命令历史，别人看得到。密码放在 ~/.pgpass（或 PGPASSFILE 所指的文件，权限 0600）、"
        + "连接服务文件（PGSERVICE）或环境变量 PGPASSWORD 里；地址里已经写过的密码应当更换。",
      en: "A command line shows in the list of processes and in the shell's history. Keep the "
        + "password in ~/.pgpass (or the file named by PGPASSFILE, mode 0600), a service file "
        + "(PGSERVICE) or PGPASSWORD, and change one that was written in an address."),
    example: .situation(
      Words(
        zh: "--store postgresql://用户:密码@主机/库", en: "--store postgresql://user:password@host/db")))

  public static let storeOutcomeUnknown = DiagnosticCode(
    "YJ0772",
    zh: "写入没有得到确认，不知道写进去没有：{0}",
    en: "a write was not confirmed; whether it took effect is not known: {0}",
    why: Words(
      zh: "服务器也许已经写入，只是答复没有到；磁盘也许已经记下，只是没有确认。恢复以后先看看存储里有没有，再决定是否重做。",
      en: "The server may have written, and only its answer was lost; or the disk has it, and did "
        + "not confirm it. Look into the store once it works again, then decide whether to repeat."),
    example: .situation(
      Words(
        zh: "提交的一刻网络断了，或者磁盘出了错。",
        en: "The network or the disk fails at the moment of the commit.")))
}
