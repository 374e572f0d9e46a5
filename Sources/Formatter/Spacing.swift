import Syntax

/// Which pieces have a space between them when they stand on the same line.
struct Spacing {
  private let pieces: [Piece]
  /// The minus signs that make a number negative rather than subtract.
  private let signs: Set<Int>

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    self.signs = Self.signs(in: pieces)
  }

  /// Whether a space stands before a piece that is not the first of its line.
  func isSpaced(before index: Int) -> Bool {
    let next = pieces[index]
    let previous = pieces[index - 1]
    if case .punctuation(let sign) = next.role {
      switch sign {
      case .comma, .semicolon, .colon, .question, .dot, .range, .percent, .perMille,
        .rightParenthesis, .rightBracket:
        return false
      case .rightBrace: return !previous.is(.leftBrace)
      case .leftParenthesis where previous.isCallable: return false
      // `10%(20户)`
      case .leftParenthesis where previous.is(.percent) || previous.is(.perMille): return false
      case .leftBracket where previous.isGenericType: return false
      case .divide where isPer(index): return false
      default: break
      }
    }
    if case .punctuation(let sign) = previous.role {
      switch sign {
      case .leftParenthesis, .leftBracket, .dot, .range: return false
      case .minus where signs.contains(index - 1): return false
      case .divide where isPer(index - 1): return false
      default: return true
      }
    }
    if previous.isWide, let word = previous.keyword {
      // `2026年11月底前`, `15日前`
      if Keyword.dateWords.contains(word), next.role == .number { return false }
      if word == .bareDays, next.keyword == .latest { return false }
    }
    // `20工作日`, but `20 working days`.
    return !(previous.role == .number && next.isUnit && next.isWide)
  }

  /// The slash of `2次/年`; in English it has spaces, as all words have.
  private func isPer(_ index: Int) -> Bool {
    guard index + 1 < pieces.count else { return false }
    if pieces[index + 1].role == .number, index + 2 < pieces.count, pieces[index + 2].isWide {
      return pieces[index + 2].keyword.map {
        ($0 == .months || $0 == .years || Keyword.frequencyUnits.contains($0))
      } ?? false
    }
    guard pieces[index + 1].isWide else { return false }
    return pieces[index + 1].keyword.map(Keyword.frequencyUnits.contains) ?? false
  }

  private static func signs(in pieces: [Piece]) -> Set<Int> {
    var signs: Set<Int> = []
    var brackets: [Punctuation] = []
    for (index, piece) in pieces.enumerated() {
      guard case .punctuation(let sign) = piece.role else { continue }
      switch sign {
      case .leftParenthesis, .leftBracket, .leftBrace: brackets.append(sign)
      case .rightParenthesis, .rightBracket, .rightBrace: _ = brackets.popLast()
      case .minus:
        // In parentheses an operator may start a line; elsewhere a new line starts a new value.
        let isOpen = brackets.last == .leftParenthesis || brackets.last == .leftBracket
        let startsValue = piece.startsLine && !isOpen
        if index == 0 || startsValue || !pieces[index - 1].endsOperand { signs.insert(index) }
      default: break
      }
    }
    return signs
  }
}

extension Piece {
  /// Whether a `(` behind it holds its arguments.
  fileprivate var isCallable: Bool {
    if role == .name { return true }
    return keyword.map(Keyword.builtinFunctions.contains) ?? false
  }

  /// Whether a `[` behind it holds the type of its elements.
  fileprivate var isGenericType: Bool { keyword == .listType || keyword == .setType }

  fileprivate var isUnit: Bool {
    keyword.map {
      $0.isCountingUnit || $0.isDurationUnit || $0 == .roundUnit || Keyword.dateWords.contains($0)
        || Keyword.frequencyUnits.contains($0)
    } ?? false
  }

  /// Whether a minus behind it subtracts.
  fileprivate var endsOperand: Bool {
    switch role {
    case .name, .number, .date, .text: return true
    case .punctuation(let sign):
      switch sign {
      case .rightParenthesis, .rightBracket, .rightBrace, .percent, .perMille, .question,
        .underscore:
        return true
      default: return false
      }
    case .keyword(let keyword):
      switch keyword {
      case .true, .false, .none, .it, .asOf, .count, .distinct, .keyMember, .valueMember:
        return true
      default: return isUnit
      }
    }
  }
}
