/// 10⁰ … 10³⁸.
enum PowersOfTen {
  private static let table: [UInt128] = {
    var powers: [UInt128] = [1]
    for index in 0..<Decimal.maximumDigits { powers.append(powers[index] * 10) }
    return powers
  }()

  static subscript(exponent: Int) -> UInt128 { table[exponent] }
}
