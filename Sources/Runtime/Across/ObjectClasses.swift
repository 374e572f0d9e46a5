/// Objects for which every column has the same value. What depends on the columns alone is worked
/// out once for each class.
struct ObjectClasses {
  /// The class of each object.
  private(set) var ofObjects: [Int32]
  private var classCount: Int
  /// For each column, from the class after it: the class before it, and the column's value.
  private var steps: [[(before: Int32, value: Int32)]] = []

  init(objects: Int) {
    ofObjects = Array(repeating: 0, count: objects)
    classCount = objects == 0 ? 0 : 1
  }

  /// Divides the classes by one more column.
  ///
  /// - Parameter values: for each object a number in 0..<`limit`.
  /// - Complexity: O(objects) on average.
  mutating func divide(by values: [Int32], limit: Int) {
    var step: [(before: Int32, value: Int32)] = []
    let pairs = classCount.multipliedReportingOverflow(by: limit)
    if !pairs.overflow, pairs.partialValue <= max(1 << 16, 4 * ofObjects.count) {
      var numbers = Array(repeating: Int32(-1), count: pairs.partialValue)
      for object in ofObjects.indices {
        let (before, value) = (ofObjects[object], values[object])
        let pair = Int(before) * limit + Int(value)
        if numbers[pair] < 0 {
          numbers[pair] = Int32(step.count)
          step.append((before, value))
        }
        ofObjects[object] = numbers[pair]
      }
    } else {
      var numbers: [UInt64: Int32] = [:]
      for object in ofObjects.indices {
        let (before, value) = (ofObjects[object], values[object])
        let pair = UInt64(UInt32(before)) << 32 | UInt64(UInt32(value))
        if let number = numbers[pair] {
          ofObjects[object] = number
        } else {
          numbers[pair] = Int32(step.count)
          ofObjects[object] = Int32(step.count)
          step.append((before, value))
        }
      }
    }
    steps.append(step)
    classCount = step.count
  }

  /// A class with the values of all its columns.
  struct Class {
    let values: [Int32]
    let size: Int
    /// Those with the smallest keys, three at most.
    let firstObjects: [Int]
  }

  /// In the order of their first objects. O(objects + classes × columns).
  func all() -> [Class] {
    var sizes = Array(repeating: 0, count: classCount)
    // Three places for each class.
    var first = Array(repeating: Int32(-1), count: 3 * classCount)
    for (object, number) in ofObjects.enumerated() {
      let size = sizes[Int(number)]
      if size < 3 { first[3 * Int(number) + size] = Int32(object) }
      sizes[Int(number)] = size + 1
    }
    return sizes.indices.map { number in
      var values = Array(repeating: Int32(0), count: steps.count)
      var current = number
      for column in steps.indices.reversed() {
        let step = steps[column][current]
        values[column] = step.value
        current = Int(step.before)
      }
      return Class(
        values: values, size: sizes[number],
        firstObjects: first[3 * number..<3 * number + min(3, sizes[number])].map { Int($0) })
    }
  }
}
