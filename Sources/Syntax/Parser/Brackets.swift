import Source

/// Where the content of each bracket ends.
///
/// Found before parsing, so that the parser can never run over the end of a group, and a mistake
/// inside one stays inside. A file whose brackets pair up is taken as it is; only in one where they
/// do not, indentation decides which bracket is the wrong one (`BracketRepair`).
struct Brackets {
  /// For each opening bracket the token behind its content; -1 for every other token.
  var ends: [Int32]
  /// For each token whether it is a closing bracket without opener; empty if there are none.
  var strays: [Bool] = []
  /// Opening brackets without a closing one: their content ends where indentation says.
  var unclosed: Set<Int> = []
  var isRepaired = false
  /// What is wrong with each bracket, by token.
  var mistakes: [Int: Diagnostic] = [:]

  init(_ tokens: [Token], _ words: [KeywordIndex.WordID], _ file: SourceFile) {
    ends = [Int32](repeating: -1, count: tokens.count)
    if !pair(tokens) {
      var repair = BracketRepair(tokens, words, file)
      repair.run()
      self = repair.result
    }
  }

  init(unpaired count: Int) { ends = [Int32](repeating: -1, count: count) }

  /// Pairs all brackets, or gives up at the first that does not fit.
  private mutating func pair(_ tokens: [Token]) -> Bool {
    var open: [(index: Int, closer: Punctuation)] = []
    for index in tokens.indices {
      guard case .punctuation(let punctuation) = tokens[index].kind else { continue }
      if let closer = punctuation.closer {
        open.append((index, closer))
      } else if punctuation.opener != nil {
        guard let last = open.popLast(), last.closer == punctuation else { return false }
        ends[last.index] = Int32(index)
      }
    }
    return open.isEmpty
  }

  func isStray(_ index: Int) -> Bool { !strays.isEmpty && strays[index] }

  /// Where the content of an opening bracket ends, and whether its closing bracket stands there.
  func end(of opener: Int) -> (end: Int, isClosed: Bool) {
    (Int(ends[opener]), !unclosed.contains(opener))
  }
}
