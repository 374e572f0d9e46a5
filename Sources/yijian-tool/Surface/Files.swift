import Foundation
import Yijian

/// Why a file could not be used, with the system's own words.
struct FileProblem: Error {
  let path: String
  let reason: Words

  init(path: String, reason: Words) {
    self.path = path
    self.reason = reason
  }

  /// For what the system says, in its own language.
  init(path: String, reason: String) {
    self.init(path: path, reason: Words(zh: reason, en: reason))
  }

  var diagnostic: Diagnostic {
    Diagnostic(.fileUnavailable, at: .nowhere, [.text(path), .words(reason)])
  }
}

/// Reading and writing files. Paths are the user's own, relative to the working folder.
enum Files {
  private static func problem(_ path: String) -> FileProblem {
    FileProblem(path: path, reason: unsafe String(cString: strerror(errno)))
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a path leads to something, or to where nothing can be made.
  static func isThere(_ path: String) -> Bool {
    if FileManager.default.fileExists(atPath: path) { return true }
    let folder = (path as NSString).deletingLastPathComponent
    return !isFolder(folder.isEmpty ? "." : folder)
  }

  /// Whether two paths lead to one file that exists.
  static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// A path's last part.
  static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// All bytes of a file.
  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let reader = try FileReader(path)
    var bytes: [UInt8] = []
    while let part = try reader.next() { bytes += part }
    return bytes
  }

  /// Writes a file so that it is either there whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileProblem(path: path, reason: Self.words(of: error))
    }
  }

  /// Makes an empty file where there is none, so that a later write cannot fail for want of a place.
  static func reserve(_ path: String) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem(path) }
    close(descriptor)
  }

  static func remove(_ path: String) { unsafe unlink(path) }

  /// What cannot be removed stays.
  static func remove(folder path: String) {
    do { try FileManager.default.removeItem(atPath: path) } catch { return }
  }

  static func rename(_ from: String, to: String) throws(FileProblem) {
    guard unsafe Foundation.rename(from, to) == 0 else { throw problem(to) }
  }

  static func makeFolder(_ path: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(path: path, reason: Self.words(of: error))
    }
  }

  private static func words(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }

  /// The scripts that paths stand for: a file is itself, a folder all `.yj` files below it, by name.
  static func scripts(at paths: [String]) throws(FileProblem) -> [String] {
    var found: [String] = []
    for path in paths {
      guard isFolder(path) else {
        found.append(path)
        continue
      }
      guard let walker = FileManager.default.enumerator(atPath: path) else { throw problem(path) }
      var below: [String] = []
      for case let name as String in walker where name.hasSuffix(".yj") {
        below.append(path.hasSuffix("/") ? path + name : path + "/" + name)
      }
      guard !below.isEmpty else {
        throw FileProblem(path: path, reason: Words(zh: "里面没有 .yj 文件", en: "no .yj files"))
      }
      found += below.sorted()
    }
    return found
  }

  /// Reads a file in parts of 1 MiB.
  final class FileReader {
    private let path: String
    private let descriptor: Int32
    /// The file's size, for progress; 0 where it has none.
    let size: Int
    private let isSeekable: Bool

    init(_ path: String) throws(FileProblem) {
      self.path = path
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Files.problem(path) }
      var information = stat()
      guard unsafe fstat(descriptor, &information) == 0 else {
        close(descriptor)
        throw Files.problem(path)
      }
      guard information.st_mode & S_IFMT != S_IFDIR else {
        close(descriptor)
        throw FileProblem(path: path, reason: unsafe String(cString: strerror(EISDIR)))
      }
      size = Int(information.st_size)
      isSeekable = information.st_mode & S_IFMT == S_IFREG
    }

    deinit { close(descriptor) }

    /// For rooms that read a file without knowing that it is one.
    var byteSource: ByteSource {
      { () throws(ReadFailure) in
        do throws(FileProblem) {
          return try self.next()
        } catch {
          throw ReadFailure("\(error.path): \(error.reason.english)")
        }
      }
    }

    /// The file's bytes by their place; nil for a pipe, which has only a start.
    var access: RandomAccess? {
      guard isSeekable else { return nil }
      return RandomAccess(count: size) { offset, count throws(ReadFailure) in
        do throws(FileProblem) {
          return try self.bytes(at: offset, count)
        } catch {
          throw ReadFailure("\(error.path): \(error.reason)")
        }
      }
    }

    private func bytes(at offset: Int, _ count: Int) throws(FileProblem) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      var read = 0
      while read < count {
        let more = unsafe bytes.withUnsafeMutableBytes { buffer in
          unsafe pread(
            descriptor, buffer.baseAddress.map { unsafe $0 + read }, count - read,
            off_t(offset + read))
        }
        if more == 0 { break }
        if more < 0, errno != EINTR { throw Files.problem(path) }
        read += max(0, more)
      }
      bytes.removeSubrange(read...)
      return bytes
    }

    func next() throws(FileProblem) -> [UInt8]? {
      var part = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = unsafe part.withUnsafeMutableBytes { buffer in
          unsafe Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        }
        if count > 0 {
          part.removeSubrange(count...)
          return part
        }
        if count == 0 { return nil }
        if errno != EINTR { throw Files.problem(path) }
      }
    }
  }
}
