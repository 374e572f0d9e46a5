import FuzzImport
import Import

/// CSV below a header, its encoding found out and said.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let header = Array((fuzzedFields.joined(separator: ",") + "\n").utf8)
  fuzzImport(bytes, ReadingOptions(format: .csv))
  fuzzImport(header + bytes, ReadingOptions(format: .csv))
  fuzzImport(header + bytes, ReadingOptions(format: .csv, encoding: .gb18030))
  return 0
}
