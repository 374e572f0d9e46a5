internal import Engine

/// Where a choice stands: what has been taken of each part, and what there still is of each class.
struct ChoiceState {
  /// By position in the requirement's list of classes.
  private(set) var available: [Int]
  /// What each part still lacks, and how many more it permits.
  private var least: [Int]
  private var room: [Int]
  /// For each class the parts it is in.
  private let partsOfClass: [[Int]]
  private let families: [Int]
  private var partCount: Int { families.count }

  /// - Parameter available: The rows of each class, by the class's number.
  init(_ requirement: Requirement, available: [Int]) {
    self.available = requirement.classes.map { available[$0] }
    least = requirement.parts.map(\.least)
    room = requirement.parts.map(\.greatest)
    families = requirement.parts.map(\.family)
    var positions: [Int: Int] = [:]
    for (position, number) in requirement.classes.enumerated() { positions[number] = position }
    var parts = [[Int]](repeating: [], count: requirement.classes.count)
    for (index, part) in requirement.parts.enumerated() {
      for number in part.classes {
        if let position = positions[number] { parts[position].append(index) }
      }
    }
    partsOfClass = parts
  }

  /// Takes a row of a class.
  mutating func take(_ position: Int) {
    available[position] -= 1
    for part in partsOfClass[position] {
      least[part] -= 1
      room[part] -= 1
    }
  }

  /// No further row of this class is taken.
  mutating func close(_ position: Int) { available[position] = 0 }

  /// Whether the rows that are left can be taken so that every part is met, and a number of them
  /// in the range.
  func canComplete(
    _ total: ClosedRange<Int>, _ meter: Meter
  ) throws(LimitExceeded) -> Bool {
    var rows = [Int](repeating: 0, count: partCount)
    for (position, parts) in partsOfClass.enumerated() {
      for part in parts { rows[part] += available[position] }
    }
    // A part that nothing can upset any more is left out, and classes that then are in the same
    // parts become one.
    var numbers: [[Int]: Int] = [:]
    var kinds: [Int] = []
    var sums: [CountSystem.Sum] = []
    var sumOfPart = [Int?](repeating: nil, count: partCount)
    for part in 0..<partCount {
      if rows[part] < least[part] || room[part] < 0 { return false }
      guard least[part] > 0 || room[part] < rows[part] else { continue }
      sumOfPart[part] = sums.count
      sums.append(
        CountSystem.Sum(
          kinds: [], least: max(0, least[part]), greatest: room[part], family: families[part]))
    }
    for (position, count) in available.enumerated() where count > 0 {
      let own = partsOfClass[position].compactMap { sumOfPart[$0] }
      if let kind = numbers[own] {
        kinds[kind] += count
        continue
      }
      numbers[own] = kinds.count
      for sum in own { sums[sum].kinds.append(kinds.count) }
      kinds.append(count)
    }
    sums.append(
      CountSystem.Sum(
        kinds: Array(kinds.indices), least: total.lowerBound, greatest: total.upperBound))
    return try CountSystem(available: kinds, sums: sums).hasSolution(meter)
  }
}
