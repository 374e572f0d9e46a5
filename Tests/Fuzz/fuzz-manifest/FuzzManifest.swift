import Runtime
import Source

/// Whatever the bytes are: a manifest is verified, found wanting or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? verify(
    manifest: bytes, registry: ("r.csv", Array("k\n".utf8)),
    limits: .init(steps: 100_000, memory: 1 << 24))
  return 0
}
