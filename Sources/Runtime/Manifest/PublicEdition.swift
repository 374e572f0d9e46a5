import Digest
import Source
import Store

/// What may be told of a draw before the objects are inspected.
///
/// Of a plan whose list is secret: everything but the drawn keys and what they could be computed
/// from, which are the seed and the root; instead the digests of the seed (as in a commitment), of
/// the drawn keys under the root, and of the whole manifest, so that whoever gets to see the whole
/// manifest later knows that it is this one. Of any other plan: the whole manifest.
///
/// - Throws: a mistake if the bytes are no manifest.
public func publicEdition(ofManifest manifest: [UInt8]) throws(RunFailure) -> [UInt8] {
  let document: JSONValue
  do {
    document = try JSONValue(parsing: manifest)
  } catch {
    throw .mistakes([manifestNotJSON(error)])
  }
  let reader = ManifestReader(document)
  guard try reader.string("format") == Manifest.format, case .object(let members) = document else {
    throw reader.malformed("format")
  }
  guard document["list"]?.string == "secret" else { return manifest }
  let root = try reader.string("root")
  do {
    var told: [JSONValue.Member] = []
    for member in members {
      // What is not known is not told.
      guard let known = ManifestMember(rawValue: member.name) else { continue }
      switch known.disclosure {
      case .told:
        told.append(known == .format ? .init(.format, .string(PublicEdition.format)) : member)
      case .withheld: continue
      case .seedDigest(let name):
        let seed = try reader.string("seed")
        told.append(.init(name, .string(try History.digest(ofSeed: seed))))
      case .keyDigest(let name):
        let drawn = member.value.array ?? member.value["drawn"]?.array ?? []
        let keys = drawn.compactMap { $0["key"]?.string }
        let text = ([root] + keys).joined(separator: "\n")
        told.append(.init(name, .string(try SHA256.hex(of: text))))
      }
    }
    told.append(.init("manifestDigest", .string(try reader.string("digest"))))
    let digest = try Manifest.digest(of: .object(told))
    return Array(JSONValue.object(told + [.init("digest", .string(digest))]).text().utf8)
  } catch let failure as RunFailure {
    throw failure
  } catch {
    throw RunFailure(StoreError.noDigest)
  }
}

enum PublicEdition {
  static let format = "yijian-manifest-public/1"
}
