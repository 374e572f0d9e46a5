import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Rows that do not fit in memory, in a temporary file that has no name and goes with the program:
/// runs of rows in canonical form, each sorted by key. A row stands behind its length in four bytes.
final class RowFile {
  /// Where a run stands.
  struct Run {
    var range: Range<Int>
    /// Where every 64th row begins.
    var places: [Int]
  }

  private let descriptor: CInt
  private let folder: String
  private(set) var runs: [Run] = []
  private var end = 0
  private let key: Int

  init(_ schema: RegistrySchema) throws(StoreError) {
    key = schema.key
    var folder = "/tmp"
    if let named = unsafe getenv("TMPDIR") { folder = unsafe String(cString: named) }
    self.folder = folder
    var path = Array((folder + "/yijian-XXXXXX").utf8CString)
    descriptor = unsafe path.withUnsafeMutableBufferPointer { path in
      guard let start = path.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    if descriptor < 0 { throw failure() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func failure() -> StoreError {
    .cannotWrite("a temporary file in \(folder): \(unsafe String(cString: strerror(errno)))")
  }

  /// Stores rows that are sorted by key as another run.
  func add(_ rows: RowBuffer) throws(StoreError) {
    let start = end
    var places: [Int] = []
    var bytes: [UInt8] = []
    let source = rows.bytes
    for (number, row) in rows.rows.enumerated() {
      if number.isMultiple(of: 64) { places.append(end + bytes.count) }
      let count = UInt32(truncatingIfNeeded: row.range.count)
      for shift in [24, 16, 8, 0] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: count >> shift))
      }
      bytes.append(contentsOf: source[row.range])
      if bytes.count >= 1 << 20 {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
    runs.append(Run(range: start..<end, places: places))
  }

  private func write(_ bytes: [UInt8]) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done,
          off_t(end + done))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      done += count
    }
    end += bytes.count
  }

  /// Up to `count` bytes from `position` on; fewer only at the end of the file.
  func read(at position: Int, count: Int, into buffer: inout [UInt8]) throws(StoreError) {
    let wanted = min(count, end - position)
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: repeatElement(0, count: max(0, wanted)))
    var done = 0
    while done < wanted {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress.map { unsafe $0 + done }, wanted - done,
          off_t(position + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      done += count
    }
  }

  /// Whether a row with the key is in one of the runs.
  func contains(_ wanted: ArraySlice<UInt8>) throws(StoreError) -> Bool {
    for run in runs {
      // The last of the places whose key is not after the wanted one.
      var (low, high) = (0, run.places.count)
      while low < high {
        let middle = (low + high) / 2
        var reader = RowReader(
          self, run.places[middle]..<run.range.upperBound, key: key, ahead: 512)
        guard try reader.advance() else { break }
        if wanted.lexicographicallyPrecedes(reader.key) { high = middle } else { low = middle + 1 }
      }
      if low == 0 { continue }
      let end = low < run.places.count ? run.places[low] : run.range.upperBound
      var reader = RowReader(self, run.places[low - 1]..<end, key: key, ahead: 16_384)
      while try reader.advance() { if reader.key == wanted { return true } }
    }
    return false
  }
}

/// Walks along a run.
struct RowReader {
  private let file: RowFile
  private var rest: Range<Int>
  private let keyIndex: Int
  private let ahead: Int
  private var buffer: [UInt8] = []
  private var position = 0
  /// Where the row stands in the buffer.
  private var place = 0..<0
  private var keyPlace = 0..<0

  /// - Parameter ahead: how many bytes are read at a time, unless a row is longer.
  init(_ file: RowFile, _ range: Range<Int>, key: Int, ahead: Int) {
    self.file = file
    rest = range
    keyIndex = key
    self.ahead = ahead
  }

  var row: ArraySlice<UInt8> { buffer[place] }
  var key: ArraySlice<UInt8> { buffer[keyPlace] }

  /// The eight bytes of the key after the first `skipped`, so that most comparisons need no more.
  func prefix(skipping skipped: Int) -> UInt64 {
    RowBuffer.prefix(of: keyPlace.dropFirst(skipped), in: buffer)
  }

  /// Moves on to the next row; false at the end.
  mutating func advance() throws(StoreError) -> Bool {
    guard try has(4) else { return false }
    let count = buffer[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    guard try has(4 + count) else { return false }
    place = position + 4..<position + 4 + count
    position += 4 + count
    var cell = place.lowerBound
    for _ in 0..<keyIndex { _ = CanonicalRow.next(in: buffer.span, at: &cell) }
    guard case .text(let range)? = CanonicalRow.next(in: buffer.span, at: &cell) else {
      throw .corrupt("a row that was put aside")
    }
    keyPlace = range
    return true
  }

  /// Whether so many bytes stand in the buffer, which is filled up if they do not.
  private mutating func has(_ count: Int) throws(StoreError) -> Bool {
    if buffer.count - position >= count { return true }
    let start = rest.lowerBound - (buffer.count - position)
    let wanted = min(max(count, ahead), rest.upperBound - start)
    guard wanted >= count else { return false }
    try file.read(at: start, count: wanted, into: &buffer)
    rest = start + wanted..<rest.upperBound
    position = 0
    return true
  }
}
