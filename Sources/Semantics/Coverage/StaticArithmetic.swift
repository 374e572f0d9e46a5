package import Source

extension PlanDeclaration {
  /// What is certainly wrong with the quantities of the sample, whatever the registry holds.
  ///
  /// Wants quantities whose amounts are folded; ratios outside 0…1 have been reported by then.
  package func staticArithmetic() -> [Diagnostic] { [] }
}
