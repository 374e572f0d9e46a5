import Engine
import Store

extension ConformanceCheck {
  /// Of stores whose engine selects; others have nothing to show here.
  static let selections = [
    ConformanceCheck("an engine that selects answers as plain scans do") { store in
      var random = RandomSelections(seed: 2_026)
      let schema = RandomSelections.schema
      try importing(random.rows(600), schema, into: store)
      guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return }
      let reference = try ReferenceSelection(snapshot, schema)
      var tested = 0
      for _ in 0..<400 {
        let filter = random.filter()
        let (fields, groups) = (random.fields(), random.fields())
        let selection = random.selection(reference.rows)
        guard snapshot.canTest(filter, in: schema) else { continue }
        tested += 1
        try compareScan(snapshot, reference, filter, fields, batch: 1 + random.below(700))
        try compareCounts(snapshot, reference, filter, groups)
        try compareSelection(snapshot, reference, filter, fields, selection)
      }
      try expect(tested >= 50, "only \(tested) of 400 filters could be tested")
    },
    ConformanceCheck("what cannot be tested is refused") { store in
      try importing([["a", 1]], into: store)
      guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return }
      let wrong: [RowFilter] = [
        .isAbsent(field: 2), .isAbsent(field: -1), .compare(field: 0, .equal, .integer(1)),
        .compare(field: 1, .less, .text("1")), .startsWith(field: 1, "1"),
        .not(.isAmong(field: 1, [.integer(1), .text("1")])), .and([.all, .isAbsent(field: 9)]),
      ]
      for filter in wrong {
        try expect(!snapshot.canTest(filter, in: simple), "\(filter) can be tested")
        try expectRefusals(snapshot, filter, [0], TicketSelection(root: [], by: [], classes: []))
      }
      for field in [-1, 2] {
        try expectRefusals(snapshot, .all, [field], nil)
      }
      let all = TicketSelection.Class(tuples: [[]], count: 1)
      let one = TicketSelection.Class(tuples: [[.integer(1)]], count: 1)
      for selection in [
        TicketSelection(root: [], by: [], classes: [all, all]),
        TicketSelection(root: [], by: [1], classes: [all]),
        TicketSelection(root: [], by: [2], classes: [one]),
        TicketSelection(root: [], by: [0], classes: [one]),
      ] {
        try expectError("\(selection)", isInvalidRows) {
          _ = try snapshot.select("简单", where: .all, fields: [], selection, meter: Meter())
        }
      }
      try expectError("no registry", { $0 == .noSuchRegistry("无") }) {
        _ = try snapshot.counts("无", where: .all, by: [], meter: Meter())
      }
    },
    ConformanceCheck("filters of many values, and of many parts") { store in
      try importing(scattered(3_000), into: store)
      guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return }
      let reference = try ReferenceSelection(snapshot, simple)
      let numbers = (0..<2_500).map { Int64($0) * 2 }
      let filters: [RowFilter] = [
        .isAmong(field: 1, numbers.map { .integer($0) }),
        .or(numbers.map { .compare(field: 1, .equal, .integer($0)) }),
        .and(numbers.map { .not(.compare(field: 1, .equal, .integer($0))) }),
      ]
      for filter in filters where snapshot.canTest(filter, in: simple) {
        try compareScan(snapshot, reference, filter, [0, 1], batch: 512)
      }
      // A filter that no engine takes is refused, not tried.
      let tooMany = RowFilter.isAmong(field: 1, (0..<100_000).map { .integer($0) })
      if !snapshot.canTest(tooMany, in: simple) {
        try expectRefusals(snapshot, tooMany, [0], nil)
      }
    },
    ConformanceCheck("ten thousand classes") { store in
      let strata = schema("分层", ("键", .text, false), ("层", .integer, false), ("类", .text, false))
      let sample = (0..<20_000).map { index -> [Cell] in
        [
          .text("k\(index * 7_919 % 20_000)"), .integer(Int64(index % 5_000)),
          .text("类\(index % 2)"),
        ]
      }
      try importing(sample, strata, into: store)
      guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return }
      let counts = try snapshot.counts("分层", where: .all, by: [1, 2], meter: Meter())
      try expectEqual(counts.counts.count, 5_000, "groups")
      try expect(counts.counts.allSatisfy { $0 == 4 }, "counts of the groups")
      let classes = (0..<10_000).map { index in
        TicketSelection.Class(
          tuples: [[.integer(Int64(index / 2)), .text("类\(index % 2)")]], count: 1)
      }
      let selection = TicketSelection(root: [1, 2, 3], by: [1, 2], classes: classes)
      let drawn = try snapshot.select(
        "分层", where: .all, fields: [1], selection, meter: Meter())
      try expectEqual(drawn.rows.rowCount, 5_000, "drawn rows")
      try expectEqual(Set(drawn.classes).count, 5_000, "classes that have rows")
      let tickets = drawn.tickets
      try expect(
        zip(tickets, tickets.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) },
        "tickets out of order")
    },
    ConformanceCheck("an engine that selects stops when the meter says so") { store in
      try importing(scattered(20_000), into: store)
      guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return }
      let all = TicketSelection(
        root: [1], by: [], classes: [TicketSelection.Class(tuples: [[]], count: 10)])
      func stopped() -> Meter { Meter(Limits(interruption: { .cancelled })) }
      let isCancelled = { $0 == StoreError.limit(.cancelled) }
      try expectError("a scan", isCancelled) {
        try snapshot.scan("简单", fields: [0], where: .all, batchSize: 100, meter: stopped()) { _ in
          true
        }
      }
      try expectError("counts", isCancelled) {
        _ = try snapshot.counts("简单", where: .all, by: [0], meter: stopped())
      }
      try expectError("a selection", isCancelled) {
        _ = try snapshot.select("简单", where: .all, fields: [0], all, meter: stopped())
      }
      var batches = 0
      try snapshot.scan("简单", fields: [0], where: .all, batchSize: 100, meter: Meter()) {
        (_: Table) throws(StoreError) in
        batches += 1
        return batches < 3
      }
      try expectEqual(batches, 3, "batches before the body stopped")
      try expectEqual(try rows(snapshot).count, 20_000, "rows after all")
    },
  ]

  static func compareScan(
    _ snapshot: any SelectingSnapshot, _ reference: ReferenceSelection, _ filter: RowFilter,
    _ fields: [Int], batch: Int
  ) throws {
    var found: [[Cell]] = []
    try snapshot.scan(
      reference.schema.name, fields: fields, where: filter, batchSize: batch, meter: Meter()
    ) { (rows: Table) throws(StoreError) in
      found += cells(rows)
      return rows.rowCount <= batch
    }
    let expected = reference.matching(filter).map { row in fields.map { row[$0] } }
    try expect(found == expected, "rows of \(fields) where \(filter)")
  }

  static func compareCounts(
    _ snapshot: any SelectingSnapshot, _ reference: ReferenceSelection, _ filter: RowFilter,
    _ fields: [Int]
  ) throws {
    let found = try snapshot.counts(
      reference.schema.name, where: filter, by: fields, meter: Meter())
    let expected = reference.counts(filter, by: fields)
    try expect(
      cells(found.groups) == expected.groups && found.counts == expected.counts,
      "counts by \(fields) where \(filter)")
  }

  static func compareSelection(
    _ snapshot: any SelectingSnapshot, _ reference: ReferenceSelection, _ filter: RowFilter,
    _ fields: [Int], _ selection: TicketSelection
  ) throws {
    let found = try snapshot.select(
      reference.schema.name, where: filter, fields: fields, selection, meter: Meter())
    let expected = try reference.select(filter, selection)
    try expect(
      cells(found.rows) == expected.map { drawn in fields.map { drawn.row[$0] } }
        && found.tickets == expected.map(\.ticket) && found.classes == expected.map(\.index),
      "\(selection) of \(fields) where \(filter)")
  }

  private static func expectRefusals(
    _ snapshot: any SelectingSnapshot, _ filter: RowFilter, _ fields: [Int],
    _ selection: TicketSelection?
  ) throws {
    try expectError("a scan of \(fields) where \(filter)", isInvalidRows) {
      try snapshot.scan("简单", fields: fields, where: filter, batchSize: 1, meter: Meter()) { _ in
        true
      }
    }
    try expectError("counts by \(fields) where \(filter)", isInvalidRows) {
      _ = try snapshot.counts("简单", where: filter, by: fields, meter: Meter())
    }
    try expectError("a selection of \(fields) where \(filter)", isInvalidRows) {
      _ = try snapshot.select(
        "简单", where: filter, fields: fields,
        selection ?? TicketSelection(root: [], by: [], classes: []), meter: Meter())
    }
  }
}
