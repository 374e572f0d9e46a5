import Engine
public import Import
import Quantities
import Semantics
public import Source
import Store
import Syntax

/// The drawn objects with what the registry says of them, for people: a row each, in the order of
/// their tickets.
public struct DrawnList: Sendable {
  /// Number, columns of the registry, stratum, whether the object had to be drawn, ticket.
  public let header: [String]
  public let rows: [[TableCell]]

  /// Writes the list.
  public func write(to writer: inout some TableWriter) throws(ReadFailure) {
    try writer.start(header.map { .text($0) })
    for row in rows { try writer.add(row) }
    try writer.finish()
  }
}

extension Session {
  /// The list of a draw, with the registry as it is in the store; refused if that is no longer the one
  /// that was drawn from.
  ///
  /// - Parameter language: of the columns that do not come from the registry.
  public func list(of draw: DrawResult, in language: Language) throws(RunFailure) -> DrawnList {
    let snapshot = try snapshot()
    let name = draw.registry.schema.name
    let found: [String: [TableCell]]?
    do throws(StoreError) {
      let isSame = try snapshot.registry(name)?.digest == draw.registry.digest
      found = isSame ? try drawnRows(of: draw, in: snapshot) : nil
    } catch {
      throw RunFailure(error)
    }
    guard let found else { throw .mistakes([registryChanged(name)]) }
    let strata = draw.strata.map(\.label)
    let rows = draw.drawn.enumerated().map { number, object -> [TableCell] in
      let stratum = object.stratum.map { strata[$0] } ?? ""
      return [.integer(Int64(number + 1))] + (found[object.key] ?? [])
        + [
          stratum.isEmpty ? .empty : .text(stratum), .bool(object.isIncluded), .text(object.ticket),
        ]
    }
    let titles = script.program.registries.first { $0.name.text == name }?.fields.map(\.title)
    let words =
      language == .chinese
      ? ["序号", "层", "必查", "签号"] : ["number", "stratum", "must include", "ticket"]
    return DrawnList(
      header: [words[0]] + (titles ?? draw.registry.schema.fields.map(\.name)) + words[1...],
      rows: rows)
  }

  /// The drawn rows by their keys.
  private func drawnRows(
    of draw: DrawResult, in snapshot: any StoreSnapshot
  ) throws(StoreError) -> [String: [TableCell]] {
    let schema = draw.registry.schema
    let wanted = Set(draw.drawn.map(\.key))
    let fields = Array(schema.fields.indices)
    var found: [String: [TableCell]] = [:]
    func take(_ rows: Table) {
      for row in 0..<rows.rowCount {
        guard let key = rows.columns[schema.key].text(at: row), wanted.contains(key) else {
          continue
        }
        found[key] = zip(schema.fields, rows.columns).map { $0.kind.cell($1, row) }
      }
    }
    if let engine = snapshot as? any SelectingSnapshot {
      take(
        try engine.rows(
          of: schema, withKeys: draw.drawn.map(\.key), fields, Meter(limits)))
      return found
    }
    try snapshot.scan(schema.name, fields: fields, batchSize: 16_384) {
      (batch: Table) throws(StoreError) -> Bool in
      take(batch)
      return found.count < wanted.count
    }
    return found
  }
}

extension FieldKind {
  /// A value as a cell of a list.
  func cell(_ column: Column, _ row: Int) -> TableCell {
    switch self {
    case .bool: column.integer(at: row).map { TableCell.bool($0 != 0) } ?? .empty
    case .integer: column.integer(at: row).map { TableCell.integer($0) } ?? .empty
    case .decimal: column.decimal(at: row).map { TableCell.decimal($0) } ?? .empty
    case .percent: column.decimal(at: row).map { TableCell.percent($0) } ?? .empty
    case .text, .code: column.text(at: row).map { TableCell.text($0) } ?? .empty
    case .date:
      column.integer(at: row).flatMap { CivilDate(dayNumber: Int($0)) }
        .map { TableCell.date($0) } ?? .empty
    case .enumeration(let members):
      column.integer(at: row).flatMap { members.indices.contains(Int($0)) ? members[Int($0)] : nil }
        .map { TableCell.text($0) } ?? .empty
    }
  }
}
