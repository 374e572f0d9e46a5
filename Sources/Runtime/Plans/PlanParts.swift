import Sampling
import Semantics

/// What a plan wants of parts of its sample: `其中` and `涵盖` of a stratum, `总体 各` of all.
struct PlanParts {
  /// A stratum with parts, or each of its cells that has a quota of its own.
  struct Unit {
    /// Its number among the strata of the allocation.
    let place: Int
    let stratum: Int
    var requirement: Requirement
    /// The quotas that its parts permit, included objects counted.
    let permitted: ClosedRange<Int>
    /// For messages: how many objects each subquota is about, and how many of them are permitted.
    let subquotas: [(population: Int, bounds: ClosedRange<Int>)]
    /// Different values to be covered.
    let values: Int
  }

  /// A value of what a bound over all strata is about.
  struct AreaValue {
    let label: String
    let classes: [Int]
    /// Objects that have it, and those of them that are included and count.
    let population: Int
    let included: Int
    /// How many of them the sample may have.
    let bounds: ClosedRange<Int>

    /// The objects to be drawn, included ones aside.
    func part(_ family: Int) -> Requirement.Part {
      Requirement.Part(
        classes: classes, least: max(0, bounds.lowerBound - included),
        greatest: max(0, bounds.upperBound - included), family: family)
    }
  }

  /// What the rows of one class have in common.
  struct Class: Hashable {
    let cell: Int32
    /// Which subquotas of the stratum it belongs to.
    let holds: [Bool]
    /// Which value it has of what is to be covered.
    let value: Int32
    /// Which value of each bound over all strata.
    let areas: [Int32]
  }

  var units: [Unit] = []
  var classes: [Class] = []
  /// By class, the rows to be drawn from, those that are included anyway, and those that cannot be
  /// drawn again.
  var free: [Int] = []
  var included: [Int] = []
  var spent: [Int] = []
  /// The class of each row of the registry; empty if there are no parts.
  var ofRows: [Int32] = []
  /// Of each bound over all strata its values, in their order.
  var areas: [[AreaValue]] = []

  /// Adds up what there is of some classes.
  func count(_ numbers: KeyPath<PlanParts, [Int]>, _ classes: [Int]) -> Int {
    let numbers = self[keyPath: numbers]
    return classes.reduce(0) { $0 + numbers[$1] }
  }

  func population(_ classes: [Int]) -> Int {
    count(\.free, classes) + count(\.included, classes) + count(\.spent, classes)
  }

  /// What goes across strata: the parts of all units, and the areas.
  func acrossStrata(_ cells: Cells) -> Requirement {
    Requirement(
      cells: Array(cells.cells.indices), classes: Array(classes.indices),
      parts: units.flatMap(\.requirement.parts)
        + areas.enumerated().flatMap { number, values in values.map { $0.part(number + 1) } })
  }

  /// The requirements once quotas are known: where several cells are drawn together, each gives its
  /// own, less what is included.
  func requirements(_ cells: Cells, _ quotas: [Int]) -> [Requirement] {
    func withQuotas(_ requirement: Requirement) -> Requirement {
      var requirement = requirement
      for cell in requirement.cells {
        let own = requirement.classes.filter { classes[$0].cell == Int32(cell) }
        let quota = quotas[cell] - cells.cells[cell].included
        requirement.parts.append(
          Requirement.Part(classes: own, least: quota, greatest: quota))
      }
      return requirement
    }
    if !areas.isEmpty { return [withQuotas(acrossStrata(cells))] }
    return units.map { unit in
      unit.requirement.cells.count > 1 ? withQuotas(unit.requirement) : unit.requirement
    }
  }
}
