import Engine

/// Objects that are the same wherever they stand: the rows of one registry; of all registries whose
/// keys are uniform codes, the rows with one code.
///
/// Objects are numbered in ascending order of their keys' UTF-8 bytes.
struct KeySpace {
  let count: Int
  private let registries: [String: Member]

  private struct Member {
    let keys: TextColumn
    /// The object of each row; nil where they are the same.
    let objects: [Int32]?
  }

  /// - Parameter registries: their keys, ascending as stores keep them.
  /// - Complexity: O(rows × registries), O(1) for one registry.
  init(_ registries: [(name: String, keys: TextColumn)]) {
    if let only = registries.first, registries.count == 1 {
      count = only.keys.count
      self.registries = [only.name: Member(keys: only.keys, objects: nil)]
      return
    }
    var next = Array(repeating: 0, count: registries.count)
    var objects = registries.map { Array(repeating: Int32(0), count: $0.keys.count) }
    var object: Int32 = 0
    while true {
      // The smallest key that is left, and who has it.
      var smallest: String?
      var holders: [Int] = []
      for (index, registry) in registries.enumerated() where next[index] < registry.keys.count {
        let key = registry.keys[next[index]]
        if let known = smallest {
          if key == known {
            holders.append(index)
            continue
          }
          guard key.utf8.lexicographicallyPrecedes(known.utf8) else { continue }
        }
        smallest = key
        holders = [index]
      }
      guard smallest != nil else { break }
      for index in holders {
        objects[index][next[index]] = object
        next[index] += 1
      }
      object += 1
    }
    count = Int(object)
    var members: [String: Member] = [:]
    for (index, registry) in registries.enumerated() {
      members[registry.name] = Member(keys: registry.keys, objects: objects[index])
    }
    self.registries = members
  }

  /// The object of a row of a registry.
  func object(ofRow row: Int32, in registry: String) -> Int {
    Int(registries[registry]?.objects?[Int(row)] ?? row)
  }

  /// The row of a registry with a key; nil if there is none. O(log rows).
  func row(of key: String, in registry: String) -> Int32? {
    guard let keys = registries[registry]?.keys else { return nil }
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].utf8.lexicographicallyPrecedes(key.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < keys.count && keys[low] == key ? Int32(low) : nil
  }

  /// The key of an object.
  func key(of object: Int) -> String {
    for (_, member) in registries.sorted(by: { $0.key < $1.key }) {
      guard let objects = member.objects else { return member.keys[object] }
      var (low, high) = (0, objects.count)
      while low < high {
        let middle = (low + high) / 2
        if objects[middle] < object { low = middle + 1 } else { high = middle }
      }
      if low < objects.count, objects[low] == object { return member.keys[low] }
    }
    return ""
  }
}
