/// How many objects each cell gives.
struct Allotment {
  /// Of each cell.
  var quotas: [Int]
  /// Which of its alternatives each stratum, or each cell with a quota of its own, has taken.
  var choices: [Int]
  /// Of each stratum what it would have given without bounds over all strata.
  var starts: [Int]
}
