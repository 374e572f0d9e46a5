import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which server and database: a `postgresql://` address as libpq reads it. No message ever shows it,
/// because somebody may have put a password in.
struct Address: Sendable {
  private let text: String

  /// - Throws: `.passwordInAddress`, or `.unavailable` for what is no address.
  init(_ text: String, _ library: ClientLibrary) throws(StoreError) {
    guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://"), !text.contains("\0")
    else { throw Address.malformed }
    guard let options = unsafe library.conninfoParse(text, nil) else {
      // libpq's own reason would quote the address.
      throw Address.malformed
    }
    defer { unsafe library.conninfoFree(options) }
    var next = unsafe options.assumingMemoryBound(to: ClientLibrary.ConnectionOption.self)
    while let keyword = unsafe next.pointee.keyword {
      if unsafe next.pointee.value != nil {
        let name = unsafe String(cString: keyword)
        if name == "password" || name == "sslpassword" { throw .passwordInAddress }
      }
      unsafe next += 1
    }
    self.text = text
  }

  private static let malformed = StoreError.unavailable(
    "not an address of PostgreSQL: postgresql://[USER@]HOST[:PORT]/DATABASE[?sslmode=verify-full]")

  /// Connects. Everything that the address leaves open comes from where libpq looks: environment,
  /// service file, password file.
  func connect(
    _ library: ClientLibrary, _ interrupted: @escaping Session.Interrupted
  ) throws(StoreError) -> Session {
    var settings = [
      ("fallback_application_name", "yijian"),
      // A peer that is gone without a word is noticed within two minutes.
      ("keepalives_idle", "30"), ("keepalives_interval", "15"), ("keepalives_count", "4"),
      ("tcp_user_timeout", "90000"),
    ]
    if unsafe getenv("PGCONNECT_TIMEOUT") == nil { settings.append(("connect_timeout", "10")) }
    // What stands behind the address goes before it; what stands before it, the address changes.
    settings += [("dbname", text), ("client_encoding", "UTF8")]
    let pointers = unsafe settings.flatMap { unsafe [strdup($0.0), strdup($0.1)] }
    defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
    var keywords: [ClientLibrary.Text?] = unsafe []
    var values: [ClientLibrary.Text?] = unsafe []
    for index in unsafe pointers.indices {
      let text = unsafe pointers[index].map { unsafe ClientLibrary.Text($0) }
      if index.isMultiple(of: 2) {
        unsafe keywords.append(text)
      } else {
        unsafe values.append(text)
      }
    }
    unsafe keywords.append(nil)
    unsafe values.append(nil)
    guard let connection = unsafe library.connectdbParams(keywords, values, 1) else {
      throw .unavailable("libpq: out of memory")
    }
    let session = unsafe Session(library, connection, interrupted)
    guard unsafe library.status(connection) == 0 else {
      throw .unavailable(session.message)
    }
    return session
  }
}
