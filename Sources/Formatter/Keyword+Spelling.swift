import Source
import Syntax

extension Keyword {
  /// The spelling behind other pieces: in English a unit has the singular behind a 1, what a
  /// frequency counts by the plural behind a greater number.
  func spelling(in language: Language, after pieces: [Piece]) -> String {
    guard language == .english, let number = pieces.last, number.role == .number else {
      return spelling(in: language)
    }
    let isOne = number.text == "1"
    guard Keyword.frequencyUnits.contains(self) else {
      return isOne ? other ?? spelling(in: language) : spelling(in: language)
    }
    // `1 time / 2 years`, but `2026 year 3 month`.
    guard !isOne, pieces.dropLast().last?.role == .punctuation(.divide) else {
      return spelling(in: language)
    }
    return other ?? spelling(in: language)
  }

  /// The other English spelling: the singular of a unit, the plural of what a frequency counts by.
  private var other: String? {
    KeywordTable.rows.first { $0.keyword == self }?.synonyms
      .first { $0.language == .english }?.spelling
  }
}
