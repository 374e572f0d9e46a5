import Digest
import Engine
import Quantities
import Store

/// What a `SelectingSnapshot` must answer, worked out from plain scans: slow, and obviously right.
struct ReferenceSelection {
  let schema: RegistrySchema
  /// All rows, in the order of their keys.
  let rows: [[Cell]]

  init(_ snapshot: any StoreSnapshot, _ schema: RegistrySchema) throws {
    self.schema = schema
    rows = try StoreConformance.rows(snapshot, schema)
  }

  func matching(_ filter: RowFilter) -> [[Cell]] { rows.filter { meets(filter, $0) } }

  private func meets(_ filter: RowFilter, _ row: [Cell]) -> Bool {
    switch filter {
    case .all: true
    case .and(let parts): parts.allSatisfy { meets($0, row) }
    case .or(let parts): parts.contains { meets($0, row) }
    case .not(let part): !meets(part, row)
    case .isAbsent(let field): row[field] == .none
    case .compare(let field, let comparison, let value):
      row[field] != .none && comparison.holds(order(row[field], Cell(value)))
    case .isAmong(let field, let values): values.contains { order(row[field], Cell($0)) == 0 }
    case .startsWith(let field, let prefix):
      if case .text(let text) = row[field] { text.utf8.starts(with: prefix.utf8) } else { false }
    }
  }

  func counts(_ filter: RowFilter, by fields: [Int]) -> (groups: [[Cell]], counts: [Int]) {
    var counts: [[Cell]: Int] = fields.isEmpty ? [[]: 0] : [:]
    for row in matching(filter) { counts[fields.map { row[$0] }, default: 0] += 1 }
    let groups = counts.keys.sorted { left, right in
      let first = zip(left, right).lazy.map { order($0, $1) }.first { $0 != 0 }
      return (first ?? 0) < 0
    }
    return (groups, groups.map { counts[$0] ?? 0 })
  }

  struct Drawn {
    let ticket: [UInt8]
    let row: [Cell]
    let index: Int
  }

  func select(_ filter: RowFilter, _ selection: TicketSelection) throws -> [Drawn] {
    var classes: [[Drawn]] = selection.classes.map { _ in [] }
    for row in matching(filter) {
      let tuple = selection.fields.map { row[$0] }
      let index = selection.classes.firstIndex { one in
        one.tuples.contains { $0.map { $0.map { Cell($0) } ?? Cell.none } == tuple }
      }
      guard let index, case .text(let key) = row[schema.key] else { continue }
      var hasher = try SHA256Hasher()
      try hasher.update((selection.root + Array(key.utf8)).span)
      classes[index].append(Drawn(ticket: try hasher.finish().bytes, row: row, index: index))
    }
    // The rows come by key, and sorting keeps that order where tickets are the same.
    func inOrder(_ drawn: [Drawn]) -> [Drawn] {
      drawn.sorted { $0.ticket.lexicographicallyPrecedes($1.ticket) }
    }
    let chosen = zip(classes, selection.classes).flatMap { inOrder($0).prefix($1.count) }
    return inOrder(chosen)
  }
}

extension Cell {
  init(_ value: RowValue) {
    self =
      switch value {
      case .integer(let value): .integer(value)
      case .decimal(let value): .decimal(value.description)
      case .text(let text): .text(text)
      }
  }
}

/// Negative, zero or positive; absence comes first.
private func order(_ left: Cell, _ right: Cell) -> Int {
  switch (left, right) {
  case (.none, .none): 0
  case (.none, _): -1
  case (_, .none): 1
  case (.integer(let a), .integer(let b)): a < b ? -1 : a == b ? 0 : 1
  case (.decimal(let a), .decimal(let b)): order(Decimal(a) ?? 0, Decimal(b) ?? 0)
  case (.text(let a), .text(let b)):
    a.utf8.elementsEqual(b.utf8) ? 0 : a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
  default: 1
  }
}

private func order(_ left: Decimal, _ right: Decimal) -> Int {
  left < right ? -1 : left == right ? 0 : 1
}

extension RowFilter.Comparison {
  /// Whether it holds for values whose order is negative, zero or positive.
  fileprivate func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
