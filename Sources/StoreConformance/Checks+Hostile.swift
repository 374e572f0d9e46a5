import Engine
import Store

extension ConformanceCheck {
  static let hostile =
    (1...2).map { seed in
      ConformanceCheck("hostile names and values go through every statement (\(seed))") { store in
        var texts = HostileTexts(seed: UInt64(seed))
        let reference = MemoryStore()
        let stores = [store, reference]
        try copyFirst(&texts, into: stores)
        try appendEvents(&texts, to: stores)
        for _ in 0..<3 { try importRegistry(&texts, into: stores) }
        try compareAll(&texts, store, reference)
      }
    } + [
      ConformanceCheck("U+0000 is refused everywhere, and found nowhere") { store in
        try refuseNull(store)
      },
      ConformanceCheck("names that are too long are refused") { store in
        // No text of so many bytes repeats itself, so no engine makes it shorter.
        func name(_ count: Int) -> String {
          String((1...2_001).map { "\($0 &* 7_919 % 2_003)" }.joined().prefix(count))
        }
        let most = name(2_000)
        let registry = schema(most, ("k", .text, false))
        try importing([["a"]], registry, into: store)
        try expectEqual(try rows(try store.snapshot(), registry), [["a"]], "rows")
        _ = try store.append([1], kind: most, to: most, expectedVersion: 0)
        try expectEqual(try store.snapshot().streams(startingWith: most), [most], "streams")
        let isTooLong = { $0 == StoreError.nameTooLong(name(2_001), most: 2_000) }
        try expectError("a registry", isTooLong) {
          _ = try store.beginImport(schema(name(2_001), ("k", .text, false)))
        }
        try expectError("a stream", isTooLong) {
          _ = try store.append([1], kind: "k", to: name(2_001), expectedVersion: 0)
        }
      },
      ConformanceCheck("names are told apart by their bytes") { store in
        let names = ["é", "e\u{301}", "가", "\u{1100}\u{1161}", "\u{212B}", "Å"]
        for (index, name) in names.enumerated() {
          let key = String(index)
          try importing([[.text(key)]], schema(name, ("k", .text, false)), into: store)
          _ = try store.append([UInt8(index)], kind: "k", to: name, expectedVersion: 0)
        }
        let snapshot = try store.snapshot()
        for (index, name) in names.enumerated() {
          let registry = schema(name, ("k", .text, false))
          try expectEqual(try rows(snapshot, registry), [[.text(String(index))]], "rows of \(name)")
          try expectEqual(
            try snapshot.events(in: name).map(\.payload), [[UInt8(index)]], "events of \(name)")
          try expectEqual(try snapshot.versions(of: name).count, 1, "versions of \(name)")
        }
        try expectEqual(try snapshot.streams(startingWith: "e").count, 1, "streams of e")
        try expectEqual(try store.verify(Meter()), [], "faults")
      },
    ]

  /// What another store holds is copied in.
  private static func copyFirst(_ texts: inout HostileTexts, into stores: [any Store]) throws {
    let source = MemoryStore()
    try appendEvents(&texts, to: [source])
    try importRegistry(&texts, into: [source])
    let reports = try stores.map { try $0.copy(try source.snapshot()) }
    try expectEqual(reports[0], reports[1], "report of a copy")
  }

  private static func appendEvents(_ texts: inout HostileTexts, to stores: [any Store]) throws {
    for _ in 0..<15 {
      let (stream, kind, payload) = (texts.text(), texts.text(), Array(texts.text().utf8))
      let expected = texts.below(4) == 0 ? 7 : nil
      let answers = try stores.map { store in
        let version = try store.snapshot().events(in: stream).count
        return Result { () throws(StoreError) in
          try store.append(payload, kind: kind, to: stream, expectedVersion: expected ?? version)
        }
      }
      try expect(answers.allSatisfy { $0 == answers[0] }, "events of \(stream): \(answers)")
    }
  }

  /// A replacement and a merge into it, each compared before it is committed.
  private static func importRegistry(_ texts: inout HostileTexts, into stores: [any Store]) throws {
    let registry = texts.registry()
    for (mode, numbers) in [(RegistryImportMode.replace, 0..<15), (.merge, 10..<25)] {
      let sample = try table(registry, texts.rows(numbers) + texts.rows(numbers))
      let origin = texts.origin()
      let answers = try stores.map { store in
        let target = try store.beginImport(registry, mode)
        let duplicates = try target.append(sample)
        let difference = try target.difference(limit: 100)
        return (duplicates, difference, try target.commit(origin))
      }
      try expect(
        answers.allSatisfy { $0 == answers[0] }, "imports of \(registry): \(answers)")
    }
  }

  private static func compareAll(
    _ texts: inout HostileTexts, _ store: any Store, _ reference: any Store
  ) throws {
    let (found, expected) = (try store.snapshot(), try reference.snapshot())
    try expectEqual(try found.registries(), try expected.registries(), "registries")
    for version in try expected.registries() {
      let name = version.schema.name
      try expectEqual(try found.registry(name), version, "registry \(name)")
      try expectEqual(
        try found.versions(of: name), try expected.versions(of: name), "versions of \(name)")
      let sample = try rows(expected, version.schema, batch: 7)
      try expectEqual(try rows(found, version.schema, batch: 7), sample, "rows of \(name)")
      try compareSelections(&texts, found, version.schema, sample)
    }
    let streams = try expected.streams(startingWith: "")
    for prefix in streams.map({ String($0.prefix(1)) }) + [texts.text(), ""] {
      try expectEqual(
        try found.streams(startingWith: prefix).map { Array($0.utf8) },
        try expected.streams(startingWith: prefix).map { Array($0.utf8) }, "streams of \(prefix)")
    }
    for stream in streams + [texts.text()] {
      try expectEqual(
        try found.events(in: stream), try expected.events(in: stream), "events of \(stream)")
    }
    let (status, other) = (try store.status(), try reference.status())
    try expectEqual(status.rowCount, other.rowCount, "rows of the status")
    try expectEqual(status.registryCount, other.registryCount, "registries of the status")
    try expectEqual(status.streamCount, other.streamCount, "streams of the status")
    try expectEqual(status.eventCount, other.eventCount, "events of the status")
    try expectEqual(try store.verify(Meter()), [], "faults")
    let copy = MemoryStore()
    _ = try copy.copy(found)
    try expectEqual(
      try copy.snapshot().registries().map(\.digest), try expected.registries().map(\.digest),
      "digests of a copy")
  }

  /// Values of filters and classes are compared, and never read as anything else.
  private static func compareSelections(
    _ texts: inout HostileTexts, _ snapshot: any StoreSnapshot, _ schema: RegistrySchema,
    _ sample: [[Cell]]
  ) throws {
    guard let snapshot = snapshot as? any SelectingSnapshot else { return }
    let reference = try ReferenceSelection(snapshot, schema)
    for _ in 0..<8 {
      let field = [1, 2, 4][texts.below(3)]
      var text = texts.text()
      if case .text(let known)? = sample.randomRow(&texts)?[field] { text = known }
      let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(1)))
      let filters: [RowFilter] = [
        .compare(field: field, .equal, .text(text)), .isAmong(field: field, [.text(text)]),
        .and([.startsWith(field: field, prefix), .compare(field: field, .lessOrEqual, .text(text))]
        ),
        .not(.compare(field: field, .less, .text(text))),
        .or([.compare(field: field, .equal, .text(text + "\0")), .isAbsent(field: 0)]),
      ]
      let classes = [TicketSelection.Class(tuples: [[.text(text)]], count: 3)]
      let selection = TicketSelection(root: Array(text.utf8), by: [field], classes: classes)
      for filter in filters where snapshot.canTest(filter, in: schema) {
        try compareScan(snapshot, reference, filter, [0, 1, 2, 3, 4], batch: 4)
        try compareCounts(snapshot, reference, filter, [field, 0])
        try compareSelection(snapshot, reference, filter, [1, 2], selection)
      }
    }
  }

  private static func refuseNull(_ store: any Store) throws {
    let null = "a\0b"
    try importing([["k", 1]], into: store)
    _ = try store.append([0], kind: "k", to: "s", expectedVersion: 0)
    let plain = schema("文本", ("k", .text, false), ("t", .text, true))
    for row: [Cell] in [["k", .text(null)], ["k", "\0"], [.text(null), "t"]] {
      let target = try store.beginImport(plain)
      try expectError("a text of a row", isInvalidRows) {
        _ = try target.append(try table(plain, [["j", "t"], row]))
      }
      target.cancel()
    }
    let member = FieldKind.enumeration(members: ["a", null])
    for other in [
      schema(null, ("k", .text, false)),
      schema("r", ("k", .text, false), (null, .text, true)),
      schema("r", ("k", .text, false), ("e", member, true)),
    ] {
      for mode in [RegistryImportMode.replace, .merge] {
        try expectError("a name of a registry", isInvalidRows) {
          _ = try store.beginImport(other, mode)
        }
      }
    }
    for (stream, kind) in [(null, "k"), ("s", null)] {
      try expectError("a name of a stream or kind", isInvalidRows) {
        _ = try store.append([1], kind: kind, to: stream, expectedVersion: 0)
      }
    }
    for origin in [
      ImportOrigin(name: null, fileDigest: nil), ImportOrigin(name: "n", fileDigest: null),
      ImportOrigin(name: "n", fileDigest: nil, importedBy: null),
      ImportOrigin(name: "n", fileDigest: nil, importedAt: null),
    ] {
      let target = try store.beginImport(simple)
      try expectError("a text of an origin", isInvalidRows) { _ = try target.commit(origin) }
      target.cancel()
    }
    let snapshot = try store.snapshot()
    for name in ["s\0", "\0", "简单\0"] {
      try expectEqual(try snapshot.events(in: name), [], "events")
      try expectEqual(try snapshot.streams(startingWith: name), [], "streams")
      try expectEqual(try snapshot.versions(of: name), [], "versions")
      try expectEqual(try snapshot.registry(name), nil, "registry")
      let missing = { $0 == StoreError.noSuchRegistry(name) }
      try expectError("a scan", missing) {
        try snapshot.scan(name, fields: [0], batchSize: 1) { _ in true }
      }
    }
    try expectEqual(try snapshot.registries().count, 1, "registries")
    try expectEqual(try snapshot.registry("简单")?.version, 1, "version")
    try expectEqual(try store.verify(Meter()), [], "faults")
  }
}

extension [[Cell]] {
  fileprivate func randomRow(_ texts: inout HostileTexts) -> [Cell]? {
    isEmpty || texts.below(4) == 0 ? nil : self[texts.below(count)]
  }
}
