import FuzzImport
import Import

/// JSON Lines, their encoding found out and said.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  fuzzImport(bytes, ReadingOptions(format: .jsonLines))
  fuzzImport(bytes, ReadingOptions(format: .jsonLines, encoding: .gb18030))
  return 0
}
