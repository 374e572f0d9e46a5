import Sampling
import Semantics

/// What the quantities of a plan want of parts of their strata: `其中`, `涵盖`.
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

  /// What the rows of one class have in common.
  struct Class: Hashable {
    let cell: Int32
    /// Which subquotas of the stratum it belongs to.
    let holds: [Bool]
    /// Which value it has of what is to be covered.
    let value: Int32
  }

  var units: [Unit] = []
  var classes: [Class] = []
  /// The class of each row of the registry; empty if there are no parts.
  var ofRows: [Int32] = []

  /// The requirements once quotas are known: where a stratum's quota is spread, each cell gives its
  /// own, less what is included.
  func requirements(_ cells: Cells, _ quotas: [Int]) -> [Requirement] {
    units.map { unit in
      var requirement = unit.requirement
      guard requirement.cells.count > 1 else { return requirement }
      for cell in requirement.cells {
        let own = requirement.classes.filter { classes[$0].cell == Int32(cell) }
        let quota = quotas[cell] - cells.cells[cell].included
        requirement.parts.append(
          Requirement.Part(classes: own, least: quota, greatest: quota))
      }
      return requirement
    }
  }
}
