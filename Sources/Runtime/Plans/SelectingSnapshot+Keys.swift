import Engine
import Store

extension SelectingSnapshot {
  /// The rows with some keys, as far as there are such, in no particular order.
  func rows(
    of schema: RegistrySchema, withKeys keys: [String], _ fields: [Int], _ meter: Meter
  ) throws(StoreError) -> Table {
    var rows = TableBuilder(fields.map { schema.fields[$0].kind })
    // What cannot be a key is not there, and an engine need not take it.
    let keys = keys.filter { RegistrySchema.isKey($0.utf8.span) }
    for start in stride(from: 0, to: keys.count, by: keysAtOnce) {
      let some = keys[start..<min(start + keysAtOnce, keys.count)]
      try scan(
        schema.name, fields: fields, where: .isAmong(field: schema.key, some.map { .text($0) }),
        batchSize: keysAtOnce, meter: meter
      ) { (batch: Table) throws(StoreError) in
        guard rows.append(contentsOf: batch) else { throw .corrupt(schema.name) }
        return true
      }
    }
    return rows.finish()
  }
}

/// An engine takes some ten thousands of values with one question.
private let keysAtOnce = 8_192
