import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum FileKind { case absent, file, folder }

func fileKind(_ path: String) -> FileKind {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return .absent }
  return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
}

/// Says in plain words what SQLite would only call "unable to open database file".
func checkPath(_ path: String, mustExist: Bool) throws(StoreError) {
  switch fileKind(path) {
  case .folder: throw .unavailable("\(path): is a folder, not a file")
  case .absent where mustExist: throw .unavailable("\(path): no such file")
  default: break
  }
}

/// The path as SQLite is to read it: as a file's, never as an address (`file:x?mode=memory`) or as one
/// of its own names (`:memory:`).
func plainPath(_ path: String) -> String {
  path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
}
