import Dispatch
import Engine
import Store
import Synchronization

@testable import StorePostgreSQL

/// Keys and a number.
let simple = RegistrySchema(
  name: "简单", key: 0,
  fields: [
    FieldSchema(name: "键", kind: .text, isOptional: false),
    FieldSchema(name: "数", kind: .integer, isOptional: true),
  ])

let origin = ImportOrigin(name: "样本.csv", fileDigest: nil)

/// `count` rows whose keys come in no order.
func scattered(_ count: Int) -> Table {
  var keys = TextColumnBuilder()
  var numbers = IntegerColumnBuilder()
  for index in 0..<count {
    keys.append("k\(index &* 7_919 % count)")
    numbers.append(Int64(index))
  }
  return Table(
    rowCount: count, columns: [.texts(keys.finish()), .integers(numbers.finish())])
}

@discardableResult func importing(
  _ count: Int, _ schema: RegistrySchema = simple, into store: any Store
) throws -> RegistryVersion {
  let target = try store.beginImport(schema)
  _ = try target.append(scattered(count))
  return try target.commit(origin)
}

/// How many rows a registry has when they are read.
func countRows(_ snapshot: any StoreSnapshot, _ registry: String = "简单") throws -> Int {
  var count = 0
  try snapshot.scan(registry, fields: [0, 1], batchSize: 1_000) {
    (batch: Table) throws(StoreError) in
    count += batch.rowCount
    return true
  }
  return count
}

/// Runs something on another thread; `value` waits for what it gives.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  init(_ body: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) {
      let found = Result { try body() }
      self.result.withLock { $0 = found }
    }
  }

  var value: Value {
    get throws {
      group.wait()
      guard let found = result.withLock({ $0 }) else {
        throw ProgramFailure(description: "nothing came back")
      }
      return try found.get()
    }
  }
}
