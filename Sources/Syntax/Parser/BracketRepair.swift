import Source

/// Pairs the brackets of a file in which they do not pair up, by their indentation, and finds the
/// wrong ones. Linear but for a bounded search among the innermost open brackets.
struct BracketRepair {
  private struct Open {
    let index: Int
    let kind: Punctuation
    /// Part of a nesting past the limit, which is reported as such.
    var isTooDeep = false
  }

  private static let searchLimit = 256

  private let tokens: [Token]
  private let words: [KeywordIndex.WordID]
  private let file: SourceFile
  private var open: [Open] = []
  /// Positions of the braces in `open`.
  private var braces: [Int] = []
  /// For each token the first token of its line, and the first of the next line.
  private var lineFirst: [Int32]
  private var nextLine: [Int32]
  /// The last block end found by indentation, by the first token of the opener's line.
  private var lastBlockEnd: (line: Int32, end: Int)?
  private(set) var result: Brackets

  init(_ tokens: [Token], _ words: [KeywordIndex.WordID], _ file: SourceFile) {
    self.tokens = tokens
    self.words = words
    self.file = file
    result = Brackets(unpaired: tokens.count)
    result.isRepaired = true
    result.strays = [Bool](repeating: false, count: tokens.count)
    lineFirst = [Int32](repeating: 0, count: tokens.count)
    nextLine = [Int32](repeating: Int32(tokens.count - 1), count: tokens.count)
    for index in tokens.indices.dropFirst() {
      lineFirst[index] = tokens[index].startsLine ? Int32(index) : lineFirst[index - 1]
    }
    for index in tokens.indices.dropLast().reversed() {
      nextLine[index] = tokens[index + 1].startsLine ? Int32(index + 1) : nextLine[index + 1]
    }
  }

  mutating func run() {
    for index in tokens.indices {
      if !open.isEmpty, startsItem(index) { leave(from: 0, at: index) }
      guard case .punctuation(let punctuation) = tokens[index].kind else { continue }
      if punctuation.closer != nil {
        push(punctuation, index)
      } else if punctuation == .rightBrace {
        closeBrace(index)
      } else if punctuation.opener != nil {
        closeParenthesis(punctuation, index)
      }
    }
    leave(from: 0, at: tokens.count - 1)
  }

  private mutating func push(_ punctuation: Punctuation, _ index: Int) {
    if punctuation == .leftBrace { braces.append(open.count) }
    open.append(Open(index: index, kind: punctuation))
    if open.count == Parser.nestingLimit + 1 {
      for position in open.indices { open[position].isTooDeep = true }
    } else if open.count > Parser.nestingLimit {
      open[open.count - 1].isTooDeep = true
    }
  }

  /// A `}` at the start of a line belongs to the block whose line is indented as far.
  private mutating func closeBrace(_ index: Int) {
    guard let nearest = braces.last else {
      if let last = open.last, isSameLine(last.index, index) {
        mismatch(index)
      } else {
        stray(index)
      }
      return
    }
    let isOnOpenersLine = isSameLine(open[nearest].index, index)
    if !tokens[index].startsLine {
      if let last = open.last, last.kind != .leftBrace, isSameLine(last.index, index),
        !isOnOpenersLine
      {
        mismatch(index)
      } else {
        close(nearest, at: index)
      }
      return
    }
    let column = column(index)
    let indentation = indentation(open[nearest].index)
    if column > indentation {
      stray(index)
    } else if column == indentation {
      close(nearest, at: index)
    } else {
      let candidates = braces.suffix(BracketRepair.searchLimit)
      let match = candidates.last { self.indentation(open[$0].index) == column }
      close(match ?? nearest, at: index)
    }
  }

  private mutating func closeParenthesis(_ punctuation: Punctuation, _ index: Int) {
    guard let last = open.last else {
      stray(index)
      return
    }
    if last.kind == punctuation.opener {
      close(open.count - 1, at: index)
      return
    }
    let candidates = open.indices.suffix(BracketRepair.searchLimit)
    let match = candidates.last {
      open[$0].kind == punctuation.opener && isSameLine(open[$0].index, index)
    }
    if let match {
      close(match, at: index)
    } else if last.kind != .leftBrace {
      mismatch(index)
    } else {
      stray(index)
    }
  }

  /// Pairs the bracket at a position of `open`; those inside it have no closing bracket.
  private mutating func close(_ position: Int, at index: Int) {
    leave(from: position + 1, at: index)
    result.ends[open[position].index] = Int32(index)
    pop()
  }

  private mutating func pop() {
    open.removeLast()
    if braces.last == open.count { braces.removeLast() }
  }

  private mutating func stray(_ index: Int) {
    guard case .punctuation(let punctuation) = tokens[index].kind else { return }
    result.strays[index] = true
    guard result.mistakes.count < DiagnosticList.limit else { return }
    result.mistakes[index] = .bracketWithoutOpener(punctuation, at: tokens[index].span(in: file.id))
  }

  private mutating func mismatch(_ index: Int) {
    guard let last = open.last, case .punctuation(let closer) = tokens[index].kind else { return }
    if result.mistakes.count < DiagnosticList.limit {
      result.mistakes[index] = .mismatchedBracket(
        last.kind, at: tokens[last.index].span(in: file.id), closedBy: closer,
        at: tokens[index].span(in: file.id))
    }
    close(open.count - 1, at: index)
  }

  /// The brackets from a position of `open` on have no closing bracket before a token. One is
  /// reported a line.
  private mutating func leave(from position: Int, at index: Int) {
    var line: Int32 = -1
    for entry in open[min(position, open.count)...] where !entry.isTooDeep {
      if lineFirst[entry.index] == line || result.mistakes.count >= DiagnosticList.limit {
        continue
      }
      line = lineFirst[entry.index]
      result.mistakes[entry.index] = .unclosedBracket(
        entry.kind, at: tokens[entry.index].span(in: file.id))
    }
    while open.count > position, let entry = open.last {
      let end =
        entry.kind == .leftBrace ? blockEnd(entry.index, index) : lineEnd(entry.index, index)
      result.ends[entry.index] = Int32(end)
      result.unclosed.insert(entry.index)
      pop()
    }
  }

  /// The line of an unclosed parenthesis ends its content, but for a `{` at the end of the line.
  private func lineEnd(_ opener: Int, _ limit: Int) -> Int {
    let end = min(Int(nextLine[opener]), limit)
    if end - 1 > opener, tokens[end - 1].kind == .punctuation(.leftBrace) { return end - 1 }
    return end
  }

  /// A line that is indented no further than the line of an unclosed brace ends its content.
  private mutating func blockEnd(_ opener: Int, _ limit: Int) -> Int {
    let line = lineFirst[opener]
    if let last = lastBlockEnd, last.line == line { return min(max(last.end, opener + 1), limit) }
    let indentation = indentation(opener)
    let first = Int(nextLine[opener])
    var end = first
    while end < limit, column(end) > indentation { end = Int(nextLine[end]) }
    if end == first { end = limit }
    end = min(end, limit)
    lastBlockEnd = (line, end)
    return end
  }

  private func isSameLine(_ a: Int, _ b: Int) -> Bool { lineFirst[a] == lineFirst[b] }

  private func indentation(_ index: Int) -> Int { column(Int(lineFirst[index])) }

  private func column(_ index: Int) -> Int {
    let start = tokens[index].start
    return Int(start - file.lineStarts[file.line(at: start)])
  }

  /// An item at the left margin: nothing that is open can go on past it.
  private func startsItem(_ index: Int) -> Bool {
    let word = words[index]
    guard word != 0, index == 0 || tokens[index].startsLine, column(index) == 0,
      index + 2 < tokens.count, !tokens[index + 1].startsLine,
      let form = KeywordIndex.shared.forms[Int(word)].first(where: {
        Keyword.itemStarts.contains($0.keyword)
      })
    else { return false }
    let next = tokens[index + 1].kind
    let third = tokens[index + 2].kind
    switch form.keyword {
    case .let: return false
    case .test: return next == .text
    case .function, .table: return next == .word && third == .punctuation(.leftParenthesis)
    case .enumeration, .record, .registry, .plan:
      return next == .word && (third == .punctuation(.leftBrace) || third == .word)
    default: return next == .word
    }
  }
}
