import FuzzImport
import Import

/// The archive of a workbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  fuzzImport(bytes, ReadingOptions(format: .xlsx))
  return 0
}
