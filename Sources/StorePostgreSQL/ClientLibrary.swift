import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of libpq that are used, found at run time: the program needs neither PostgreSQL's
/// headers when it is built nor its library unless a PostgreSQL store is opened
/// (docs/decisions/0004-libpq-at-run-time.md). Their meaning is that of PostgreSQL's manual, chapter
/// "libpq".
///
/// Safe to hold: the library is never unloaded, and libpq is thread-safe for different connections.
@safe struct ClientLibrary: Sendable {
  typealias Connection = OpaquePointer
  typealias Result = OpaquePointer
  typealias Cancel = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Buffer = UnsafeMutablePointer<CChar>
  typealias NoticeProcessor = @convention(c) (UnsafeMutableRawPointer?, Text?) -> Void

  let connectdbParams:
    @Sendable @convention(c) (UnsafePointer<Text?>, UnsafePointer<Text?>, CInt) -> Connection?
  let conninfoParse:
    @Sendable @convention(c) (Text, UnsafeMutablePointer<Buffer?>?) -> UnsafeMutableRawPointer?
  let conninfoFree: @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Void
  let finish: @Sendable @convention(c) (Connection) -> Void
  let status: @Sendable @convention(c) (Connection) -> CInt
  let transactionStatus: @Sendable @convention(c) (Connection) -> CInt
  let errorMessage: @Sendable @convention(c) (Connection) -> Text?
  let serverVersion: @Sendable @convention(c) (Connection) -> CInt
  let socket: @Sendable @convention(c) (Connection) -> CInt
  let setNoticeProcessor:
    @Sendable @convention(c) (Connection, NoticeProcessor?, UnsafeMutableRawPointer?)
      -> NoticeProcessor?
  let sendQuery: @Sendable @convention(c) (Connection, Text) -> CInt
  let sendQueryParams:
    @Sendable @convention(c) (
      Connection, Text, CInt, UnsafePointer<UInt32>?, UnsafePointer<Text?>?, UnsafePointer<CInt>?,
      UnsafePointer<CInt>?, CInt
    ) -> CInt
  let setSingleRowMode: @Sendable @convention(c) (Connection) -> CInt
  let consumeInput: @Sendable @convention(c) (Connection) -> CInt
  let isBusy: @Sendable @convention(c) (Connection) -> CInt
  let getResult: @Sendable @convention(c) (Connection) -> Result?
  let resultStatus: @Sendable @convention(c) (Result) -> CInt
  let resultErrorField: @Sendable @convention(c) (Result, CInt) -> Text?
  let clear: @Sendable @convention(c) (Result) -> Void
  let rowCount: @Sendable @convention(c) (Result) -> CInt
  let isNull: @Sendable @convention(c) (Result, CInt, CInt) -> CInt
  let value: @Sendable @convention(c) (Result, CInt, CInt) -> Text?
  let valueLength: @Sendable @convention(c) (Result, CInt, CInt) -> CInt
  let getCopyData:
    @Sendable @convention(c) (Connection, UnsafeMutablePointer<Buffer?>, CInt) -> CInt
  let putCopyData: @Sendable @convention(c) (Connection, Text, CInt) -> CInt
  let putCopyEnd: @Sendable @convention(c) (Connection, Text?) -> CInt
  let freeMemory: @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Void
  let getCancel: @Sendable @convention(c) (Connection) -> Cancel?
  let cancel: @Sendable @convention(c) (Cancel, Buffer, CInt) -> CInt
  let freeCancel: @Sendable @convention(c) (Cancel) -> Void

  /// `PQconninfoOption`: what `conninfoParse` gives an array of, whose last one has no keyword.
  @safe struct ConnectionOption {
    let keyword: Text?
    let environmentVariable: Text?
    let compiledDefault: Text?
    let value: Text?
    let label: Text?
    let display: Text?
    let size: CInt
  }

  /// Where the library is looked for.
  static let names: [String] = {
    #if os(macOS)
      [
        "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib",
        "/usr/local/opt/libpq/lib/libpq.5.dylib",
      ]
    #else
      ["libpq.so.5"]
    #endif
  }()

  /// The first library of these names that is there and has every function.
  init(names: [String] = ClientLibrary.names) throws(StoreError) {
    for name in names {
      guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      guard let library = unsafe ClientLibrary(Symbols(handle: handle)) else { continue }
      self = library
      return
    }
    throw .missingLibrary(names.first ?? "libpq")
  }

  private init?(_ symbols: Symbols) {
    guard let connectdbParams = symbols["PQconnectdbParams"],
      let conninfoParse = symbols["PQconninfoParse"],
      let conninfoFree = symbols["PQconninfoFree"], let finish = symbols["PQfinish"],
      let status = symbols["PQstatus"], let transaction = symbols["PQtransactionStatus"],
      let errorMessage = symbols["PQerrorMessage"], let version = symbols["PQserverVersion"],
      let socket = symbols["PQsocket"], let notices = symbols["PQsetNoticeProcessor"],
      let sendQuery = symbols["PQsendQuery"], let sendParams = symbols["PQsendQueryParams"],
      let singleRows = symbols["PQsetSingleRowMode"],
      let consumeInput = symbols["PQconsumeInput"], let isBusy = symbols["PQisBusy"],
      let getResult = symbols["PQgetResult"], let resultStatus = symbols["PQresultStatus"],
      let errorField = symbols["PQresultErrorField"], let clear = symbols["PQclear"],
      let rowCount = symbols["PQntuples"], let isNull = symbols["PQgetisnull"],
      let value = symbols["PQgetvalue"], let length = symbols["PQgetlength"],
      let getCopyData = symbols["PQgetCopyData"], let putCopyData = symbols["PQputCopyData"],
      let putCopyEnd = symbols["PQputCopyEnd"], let freeMemory = symbols["PQfreemem"],
      let getCancel = symbols["PQgetCancel"], let cancel = symbols["PQcancel"],
      let freeCancel = symbols["PQfreeCancel"]
    else { return nil }
    unsafe self.connectdbParams = connectdbParams.function()
    unsafe self.conninfoParse = conninfoParse.function()
    unsafe self.conninfoFree = conninfoFree.function()
    unsafe self.finish = finish.function()
    unsafe self.status = status.function()
    unsafe self.transactionStatus = transaction.function()
    unsafe self.errorMessage = errorMessage.function()
    unsafe self.serverVersion = version.function()
    unsafe self.socket = socket.function()
    unsafe self.setNoticeProcessor = notices.function()
    unsafe self.sendQuery = sendQuery.function()
    unsafe self.sendQueryParams = sendParams.function()
    unsafe self.setSingleRowMode = singleRows.function()
    unsafe self.consumeInput = consumeInput.function()
    unsafe self.isBusy = isBusy.function()
    unsafe self.getResult = getResult.function()
    unsafe self.resultStatus = resultStatus.function()
    unsafe self.resultErrorField = errorField.function()
    unsafe self.clear = clear.function()
    unsafe self.rowCount = rowCount.function()
    unsafe self.isNull = isNull.function()
    unsafe self.value = value.function()
    unsafe self.valueLength = length.function()
    unsafe self.getCopyData = getCopyData.function()
    unsafe self.putCopyData = putCopyData.function()
    unsafe self.putCopyEnd = putCopyEnd.function()
    unsafe self.freeMemory = freeMemory.function()
    unsafe self.getCancel = getCancel.function()
    unsafe self.cancel = cancel.function()
    unsafe self.freeCancel = freeCancel.function()
  }
}

/// A library that is open.
@safe private struct Symbols {
  let handle: UnsafeMutableRawPointer

  subscript(name: String) -> Symbol? {
    guard let address = unsafe dlsym(handle, name) else { return nil }
    return unsafe Symbol(address: address)
  }
}

/// Where a function begins.
@safe private struct Symbol {
  let address: UnsafeMutableRawPointer

  /// The function, whose type the caller knows from the manual.
  @unsafe func function<Function>() -> Function {
    unsafe unsafeBitCast(address, to: Function.self)
  }
}
