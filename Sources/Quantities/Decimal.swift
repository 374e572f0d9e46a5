/// PLACEHOLDER until the Quantities work lands; see the brief.
public struct Decimal: Hashable, Sendable {
  package let coefficient: Int128
  package let exponent: Int
}
