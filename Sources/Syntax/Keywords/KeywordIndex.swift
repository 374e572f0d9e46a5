import Source

/// Finds keywords by their spelling. Derived from the keyword table once.
///
/// Each distinct word of the table has a small number; the lexer gives every word token its number
/// (0: no keyword contains this word), so that the parser compares numbers, not texts.
struct KeywordIndex: Sendable {
  typealias WordID = UInt16

  /// A spelling of a keyword, as the numbers of its words.
  struct Form: Sendable {
    let keyword: Keyword
    let language: Language
    let words: [WordID]
  }

  static let shared = KeywordIndex(KeywordTable.rows)

  /// The forms that start with a word; longer ones first.
  private(set) var forms: [[Form]] = [[]]
  /// Spellings of units and of `至` that are split off a word glued to a number; longest first.
  private(set) var afterNumber: [[UInt8]] = []
  /// Spellings that are split off before digits: `不少于` of `不少于30`.
  private(set) var beforeDigits: [[UInt8]] = []
  /// For each word: whether it is a hard word, which is no name.
  private(set) var isHard: [Bool] = [false]

  private var spellings: [[UInt8]] = [[]]
  /// Open addressing; a power of two of word numbers, at least half of them 0 for free.
  private var slots: [WordID]
  private var longest = 0

  init(_ table: [KeywordSpelling]) {
    let words = table.reduce(0) { sum, row in
      let spellings = [row.chinese, row.english] + row.synonyms.map(\.spelling)
      return sum + spellings.reduce(0) { $0 + $1.split(separator: " ").count }
    }
    var size = 1024
    while size < 2 * words { size *= 2 }
    slots = [WordID](repeating: 0, count: size)
    for row in table {
      add(row.chinese, row.keyword, .chinese)
      add(row.english, row.keyword, .english)
      for (language, spelling) in row.synonyms { add(spelling, row.keyword, language) }
      addGlued(row)
    }
    for word in forms.indices {
      forms[word].sort { $0.words.count > $1.words.count }
      isHard[word] = forms[word].contains {
        $0.words.count == 1 && Keyword.hardWords.contains($0.keyword)
      }
    }
    beforeDigits += EverydayWords.gluedToDigits.map { Array($0.utf8) }
    afterNumber.sort { $0.count > $1.count }
    beforeDigits.sort { $0.count > $1.count }
  }

  /// The number of a word given as UTF-8 in NFC, or 0. O(length).
  func word(_ bytes: ArraySlice<UInt8>) -> WordID {
    if bytes.count > longest { return 0 }
    var slot = KeywordIndex.hash(bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      if spellings[Int(slots[slot])].elementsEqual(bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private mutating func add(_ spelling: String, _ keyword: Keyword, _ language: Language) {
    let words = spelling.split(separator: " ").map { intern(Array($0.utf8)) }
    guard let first = words.first else { return }
    forms[Int(first)].append(Form(keyword: keyword, language: language, words: words))
  }

  private mutating func addGlued(_ row: KeywordSpelling) {
    var chinese = [row.chinese]
    for synonym in row.synonyms where synonym.language == .chinese {
      chinese.append(synonym.spelling)
    }
    if row.keyword.isCountingUnit || row.keyword.isDurationUnit || row.keyword == .to
      || row.keyword == .year || row.keyword == .month
    {
      afterNumber += chinese.map { Array($0.utf8) }
    }
    if Keyword.gluedToDigits.contains(row.keyword) {
      beforeDigits += chinese.map { Array($0.utf8) }
    }
  }

  private mutating func intern(_ bytes: [UInt8]) -> WordID {
    longest = max(longest, bytes.count)
    let known = word(bytes[...])
    if known != 0 { return known }
    let id = WordID(spellings.count)
    spellings.append(bytes)
    forms.append([])
    isHard.append(false)
    var slot = KeywordIndex.hash(bytes[...]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
    return id
  }

  /// FNV-1a.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
