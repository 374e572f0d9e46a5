import Quantities
import Store
import TestSupport

/// Random rows of a registry that a script declares, with the texts that the script looks for.
struct ExampleRows {
  private var random: SplitMix64
  private let texts: [String]

  /// - Parameter script: whose text literals are values of the rows.
  init(script: String, seed: UInt64) {
    random = SplitMix64(seed: seed)
    let quoted = script.split(omittingEmptySubsequences: false) { "\"“”\n".contains($0) }
    let literals = quoted.filter { (1...12).contains($0.count) && !$0.contains(" ") }
    texts = Set(literals.map { NormalizationFormC.normalizing(String($0)) }).sorted() + ["甲", "乙"]
  }

  mutating func table(_ schema: RegistrySchema, count: Int) -> TableBuilder {
    var table = TableBuilder(schema.fields.map(\.kind))
    for number in 0..<count {
      for (column, field) in schema.fields.enumerated() {
        if column == schema.key {
          _ = table.append(utf8: key(number, field.kind).utf8.span, to: column)
        } else if field.isOptional, Int.random(in: 0..<4, using: &random) == 0 {
          table.appendMissing(to: column)
        } else {
          append(field.kind, to: column, &table)
        }
      }
      table.endRow()
    }
    return table
  }

  private func key(_ number: Int, _ kind: FieldKind) -> String {
    let digits = String(1_000_000 + number * 7919 % 1_000_003)
    if case .code = kind { return "91310000MA" + digits + "X" }
    return "号" + digits
  }

  private mutating func append(_ kind: FieldKind, to column: Int, _ table: inout TableBuilder) {
    func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
    switch kind {
    case .bool: _ = table.append(number(0...1), to: column)
    case .integer:
      _ = table.append([number(0...5), number(0...100)][Int(number(0...1))], to: column)
    case .enumeration(let members):
      _ = table.append(number(0...Int64(members.count - 1)), to: column)
    case .date: _ = table.append(number(18_600...20_500), to: column)
    case .decimal, .percent:
      let places = kind == .percent ? 2 : 1
      _ = table.append(
        Decimal(coefficient: Int128(number(0...100)), places: places) ?? .zero, to: column)
    case .text:
      _ = table.append(utf8: texts[Int(number(0...Int64(texts.count - 1)))].utf8.span, to: column)
    case .code(let kind):
      let codes = RandomProgram.codes(kind)
      _ = table.append(utf8: codes[Int(number(0...Int64(codes.count - 1)))].utf8.span, to: column)
    }
  }
}
