import Quantities
import Sampling
import Semantics

/// A sample of a plan's registry, before it becomes a result for people.
struct Sample {
  struct Object {
    let row: Int32
    let ticket: Ticket
    /// Nil for must-include objects on top.
    let stratum: Int?
    let isIncluded: Bool
    /// Nil for must-include objects on top.
    var cell: Int?
    /// How many of the layers of its stratum's quantity it belongs to, the first included.
    var layers = 1
  }

  let plan: PlanDeclaration
  let round: Round
  let population: Population
  let rows: RegistryRows
  let root: DrawRoot
  let inScope: Int
  let excluded: Int
  let includedOnTop: Int
  let strata: [DrawResult.Stratum]
  /// In the order of their tickets.
  let objects: [Object]
  /// As `Interpreter.attendances`.
  let attendances: [Attendance]
  /// As `Interpreter.applications`.
  let applications: [[Bool]?]
  var relations = DrawResult.Relations()
  /// As `Interpreter.frequencyArms`.
  var frequencyArms: [Int]?
  var second: SecondSample?
  var areas: [DrawResult.Area] = []
}

/// What the second stage of a plan draws.
struct SecondSample {
  struct Object {
    let row: Int32
    let ticket: Ticket
    /// The position of its object of the first stage in the sample.
    let first: Int
  }

  let rows: RegistryRows
  let population: Int
  /// In the order of their tickets.
  let objects: [Object]
}

/// The rows of a plan's registry, sorted into those that are drawn from and those that are not.
struct Population {
  let inScope: Int
  let excluded: Int
  /// All that is left of the scope: of strata or on top, drawn before or not.
  let objectCount: Int
  /// Must-include rows that come on top.
  var onTop: [Int32]
  /// Must-include rows on top that were drawn before and are not to be drawn again.
  var onTopBefore: [Int32] = []
  /// Rows with a stratum, and which of them are must-include rows that count.
  var rows: RowSet
  var isCounted: [Bool]
  /// How many rows each registry behind `除` took out of the scope.
  let leftOut: [Int]
  /// What earlier draws mean; nil where they mean nothing.
  var marks: PastMarks?
  /// Excluded rows that are so for earlier draws only.
  var excludedByHistory = 0
  /// Rows of the population that were drawn before and are not to be drawn again, by position; empty
  /// for none.
  var isSpent: [Bool] = []

  func isSpent(_ position: Int) -> Bool { isSpent.isEmpty ? false : isSpent[position] }
}

/// The cells of a plan's strata: one for each stratum, or one for each value that occurs in it.
struct Cells {
  struct Cell {
    let stratum: Int
    /// The value's text; nil where strata are not divided.
    let label: String?
    var population = 0
    var included = 0
    /// Of the population, those not to be drawn again.
    var spent = 0
    var available: Int { population - spent }

    /// Takes in the objects of a row of the population.
    mutating func add(_ rows: Population, _ position: Int) {
      let count = rows.rows.objectCount(at: position)
      population += count
      if rows.isCounted[position] { included += count }
      if rows.isSpent(position) { spent += count }
    }
  }

  var cells: [Cell]
  /// The cell of each row of the population.
  var ofRows: [Int32]

  /// The cells of a stratum, which stand together.
  func range(of stratum: Int) -> [Int] { cells.indices.filter { cells[$0].stratum == stratum } }

  /// For each stratum the positions of its rows in the population, ascending. O(rows).
  func positions(ofStrata count: Int) -> [[Int32]] {
    var positions: [[Int32]] = Array(repeating: [], count: count)
    for (position, cell) in ofRows.enumerated() {
      positions[cells[Int(cell)].stratum].append(Int32(position))
    }
    return positions
  }
}
