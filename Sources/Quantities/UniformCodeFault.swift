/// What is wrong with a text that should be a 统一社会信用代码.
public enum UniformCodeFault: Error, Hashable, Sendable {
  /// It has not 18 characters but so many bytes.
  case length(Int)
  /// The character at a position 1…18 is not permitted there: codes have no I, O, S, V, Z and no
  /// lower case, and positions 3–8 are digits.
  case character(position: Int)
  /// The 17th character is not the check digit of the organisation code (GB 11714).
  case organisationCheck(expected: Character)
  /// The 18th character is not the check digit of the whole (GB 32100).
  case check(expected: Character)
}
