import Engine
import Quantities
import Testing

@Suite struct ColumnBuilderTests {
  @Test(
    arguments: [
      ([0, 1], 1), ([-128, 127], 1), ([-129, 0], 2), ([32_767], 2), ([32_768], 4),
      ([-2_147_483_648], 4), ([2_147_483_648], 8), ([.min, .max], 8),
    ] as [([Int64], Int)])
  func `integers take the narrowest width that holds them`(values: [Int64], width: Int) {
    var builder = IntegerColumnBuilder()
    for value in values { builder.append(value) }
    let column = builder.finish()
    #expect(column.byteCount == values.count * width)
    #expect(values.indices.map { column[$0] } == values)
  }
}
