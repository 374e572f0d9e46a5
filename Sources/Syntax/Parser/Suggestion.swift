import Source

/// Finds the keyword that a misspelled word was meant to be.
enum Suggestion {
  /// The closest of some spellings, if one is close enough to go on as if it had been written.
  ///
  /// Chinese keywords are short, and many differ in one character only (检查, 抽查); so the first
  /// character must be right, or two characters have changed places.
  static func closest(to word: String, among keywords: [Keyword], in language: Language) -> Keyword?
  {
    var best: (keyword: Keyword, distance: Int)?
    for keyword in keywords {
      let spelling = keyword.spelling(in: language)
      let distance =
        language == .english
        ? englishDistance(word, spelling) : chineseDistance(word, spelling)
      if let distance, distance < best?.distance ?? Int.max { best = (keyword, distance) }
    }
    return best?.keyword
  }

  /// A keyword that the word starts with, so that a space seems to be missing: `对象校园食堂`.
  static func prefix(of word: String, among keywords: [Keyword], in language: Language) -> Keyword?
  {
    guard language == .chinese else { return nil }
    return keywords.first { word.hasPrefix($0.spelling(in: language)) }
  }

  private static func englishDistance(_ word: String, _ spelling: String) -> Int? {
    let word = Array(word.lowercased().unicodeScalars)
    let spelling = Array(spelling.lowercased().unicodeScalars)
    let allowed = spelling.count < 3 ? 0 : spelling.count < 6 ? 1 : 2
    return editDistance(word, spelling, limit: allowed)
  }

  private static func chineseDistance(_ word: String, _ spelling: String) -> Int? {
    let word = Array(word.unicodeScalars)
    let spelling = Array(spelling.unicodeScalars)
    guard spelling.count >= 2, abs(word.count - spelling.count) <= 1 else { return nil }
    guard word.first == spelling.first || word.count == 2 && word.reversed() == spelling else {
      return nil
    }
    if word.count == 1 || spelling.count == 2 && word.count == 3 { return nil }
    return editDistance(word, spelling, limit: 1) == 1 ? 1 : nil
  }
}
