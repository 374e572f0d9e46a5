import Source
import Syntax

extension Keyword {
  /// The spelling behind another piece: a unit behind a 1 has the singular in English.
  func spelling(in language: Language, after previous: Piece?) -> String {
    // The other spelling of years and quarters is their plural.
    if language == .english, let previous, previous.role == .number, previous.text == "1",
      !Keyword.frequencyUnits.contains(self)
    {
      let row = KeywordTable.rows.first { $0.keyword == self }
      if let singular = row?.synonyms.first(where: { $0.language == .english }) {
        return singular.spelling
      }
    }
    return spelling(in: language)
  }
}
