import Runtime
import Source
import Testing

/// What holds for every member that a manifest can have.
@Suite struct ManifestMemberTests {
  /// No member is without its words and without a decision whether it is told, and none of those
  /// that are decided is made up.
  @Test func everyMemberIsKnown() throws {
    var seen: Set<String> = []
    for kind in try ManifestKind.all() {
      let report = try kind.verified(kind.manifest)
      #expect(report.holds, "\(kind.name): \(report.checks.filter { !$0.holds })")
      let members = try #require(kind.manifest.members)
      seen.formUnion(members.map(\.name))
    }
    #expect(seen == Set(ManifestMember.allCases.map(\.rawValue)))
  }

  /// Every single value, changed and with the digest made anew: what is not found out is what
  /// nobody can derive.
  @Test func everyChangedMemberIsFound() throws {
    let underivable: Set<String> = [
      "tool", "registry.version", "registry.origin", "sources[0].name", "sources[1].name",
      "registries[0].version", "registries[0].origin",
      // Where an earlier draw stands in its round's history, only the store knows.
      "history.draws[0].event",
    ]
    for kind in try ManifestKind.all() {
      var accepted: Set<String> = []
      for path in kind.manifest.leaves where path != ["digest"] {
        // Of many objects of one kind two stand for all.
        if let number = path.dropFirst().compactMap({ Int($0) }).first, number > 1 { continue }
        if kind.holds(try kind.manifest.changing(path).withOwnDigest()) {
          accepted.insert(JSONValue.text(path))
        }
      }
      #expect(accepted.subtracting(underivable) == [], "\(kind.name)")
    }
  }

  /// The edition of a secret list has the members that are told, and digests of the others.
  @Test func theEditionOfASecretList() throws {
    for kind in try ManifestKind.all() {
      var members = try #require(kind.manifest.members)
      members.removeAll { $0.name == "list" }
      members += [.init("list", "secret"), .init("unheardOf", "x")]
      let edition = try publicEdition(ofManifest: Array(JSONValue.object(members).text().utf8))
      let told = try JSONValue(parsing: edition)
      for name in ["seed", "root", "drawn", "stage2", "unheardOf"] { #expect(told[name] == nil) }
      let text = String(decoding: edition, as: UTF8.self)
      for object in kind.manifest["drawn"]?.array ?? [] {
        #expect(!text.contains("\"\(object["key"]?.string ?? "")\""))
        #expect(!text.contains(object["ticket"]?.string ?? "-"))
      }
      for name in ["seedDigest", "drawnDigest", "manifestDigest", "counts", "sources"] {
        #expect(told[name] != nil, "\(kind.name) \(name)")
      }
      #expect((told["stage2Digest"] != nil) == (kind.manifest["stage2"] != nil))
    }
  }
}
