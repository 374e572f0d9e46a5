import Engine
import Quantities
import TestSupport
import Testing

/// Columns against plain arrays of optionals.
@Suite struct ColumnRowsTests {
  /// A row's value in a form that can be compared, whatever the kind.
  private func values(_ column: Column) -> [String?] {
    (0..<column.count).map { row in
      guard column.isKnown(at: row) else { return nil }
      return column.integer(at: row)?.description ?? column.decimal(at: row)?.description
        ?? column.text(at: row)
    }
  }

  private func columns(_ seed: UInt64, _ rowCount: Int) -> [Column] {
    var columns = RandomColumns(seed: seed, rowCount: rowCount)
    return columns.all()
  }

  @Test(arguments: [1, 2, 50, 1_500]) func `gathering and slicing`(rowCount: Int) {
    var random = SplitMix64(seed: UInt64(rowCount))
    for column in columns(UInt64(rowCount), rowCount) {
      let before = values(column)
      let rows = (0..<rowCount / 2).map { _ in Int32.random(in: 0..<Int32(rowCount), using: &random)
      }
      #expect(values(column.gather(rows)) == rows.map { before[Int($0)] })
      for range in [0..<rowCount, 0..<0, rowCount / 3..<rowCount, rowCount / 2..<rowCount / 2] {
        #expect(values(column.slice(range)) == Array(before[range]))
      }
    }
  }

  @Test func `concatenating any storages of one kind`() throws {
    let parts = [columns(1, 300), columns(2, 0), columns(3, 1), columns(4, 700)]
    for index in parts[0].indices {
      let pieces = parts.map { $0[index] }
      let whole = try #require(Column.concatenating(pieces))
      #expect(values(whole) == pieces.flatMap { values($0) })
    }
    // Narrow with wide, dictionary with flat.
    let mixed: [[Int]] = [[0, 4, 1, 3], [6, 7], [7, 6]]
    for indices in mixed {
      let pieces = indices.enumerated().map { parts[$0.offset == 1 ? 3 : 0][$0.element] }
      let whole = try #require(Column.concatenating(pieces))
      #expect(values(whole) == pieces.flatMap { values($0) })
    }
    #expect(Column.concatenating([]) == nil)
    #expect(Column.concatenating([parts[0][0], parts[0][5]]) == nil)
  }

  @Test func `tables are cut and joined column by column`() throws {
    let table = Table(rowCount: 400, columns: columns(9, 400))
    let joined = try #require(
      Table.concatenating([table.slice(0..<150), table.slice(150..<150), table.slice(150..<400)]))
    #expect(joined.rowCount == 400)
    #expect(joined.columns.map { values($0) } == table.columns.map { values($0) })
    let reversed = table.gather((0..<400).reversed())
    #expect(reversed.columns.map { values($0) } == table.columns.map { values($0).reversed() })
    #expect(Table.concatenating([]) == nil)
    #expect(Table.concatenating([table, Table(rowCount: 0, columns: [])]) == nil)
  }

  @Test func `bytes of a row without a string`() {
    for column in columns(11, 200) {
      guard case .texts(let texts) = column else { continue }
      var bytes: [UInt8] = []
      for row in 0..<200 { texts.appendUTF8(at: row, to: &bytes) }
      #expect(bytes == (0..<200).flatMap { Array(texts[$0].utf8) })
    }
  }
}
