import Quantities

/// Looks for the row that names the columns: the first of the file in which the names of all stand, or
/// the first two that have them together, as in tables whose columns have common headings. What stands
/// above, titles and remarks, is passed over. Where none has them all, the row that has most is told.
struct HeaderSearch {
  /// What was found.
  struct Found {
    let header: Header
    let line: Int
    /// Whether rows stand above.
    let hasRowsAbove: Bool
    /// Whether the row above is a part of the header.
    let hasTwoRows: Bool

    init(_ header: Header, line: Int, hasRowsAbove: Bool, hasTwoRows: Bool = false) {
      self.header = header
      self.line = line
      self.hasRowsAbove = hasRowsAbove
      self.hasTwoRows = hasTwoRows
    }

    /// For a file in which names stand beside values, so that no row has to be found.
    init(titles: [String]) {
      self.init(Header(titles: titles), line: 0, hasRowsAbove: false)
    }
  }

  private let titles: [String]
  private var looked = 0
  private var failure: HeaderFailure?
  private var above: [String] = []

  /// Rows with a value, from the first on, that are looked at.
  static let rows = 20

  init(titles: [String]) { self.titles = titles }

  var isOver: Bool { looked == Self.rows }

  /// Why there is no header.
  var problem: HeaderFailure { failure ?? HeaderFailure(problems: [.emptyFile]) }

  /// Takes the row that was read.
  mutating func take(_ source: some RowSource) -> Found? {
    looked += 1
    let (names, malformed) = names(source)
    defer { above = names }
    do {
      return Found(
        try Header(names, titles: titles), line: source.line, hasRowsAbove: looked > 1)
    } catch {
      var wrong = error
      wrong.line = source.line
      if let malformed {
        wrong.problems = [.undecodable(column: malformed + 1, encoding: source.encoding)]
      } else if let separator = otherSeparator(source) {
        wrong.problems = [.otherSeparator(separator)]
        wrong.fitting = titles.count
      } else if let header = try? Header(filled(names), titles: titles) {
        return Found(header, line: source.line, hasRowsAbove: looked > 2, hasTwoRows: true)
      }
      if failure.map({ $0.fitting < wrong.fitting }) ?? true { failure = wrong }
      return nil
    }
  }

  /// The names, and the first that is no text.
  private func names(_ source: some RowSource) -> (names: [String], malformed: Int?) {
    let (cells, buffer, scratch) = (source.cells, source.buffer, source.scratch)
    var names: [String] = []
    var malformed: Int?
    for (position, cell) in cells.enumerated() {
      let name = (cell.isInScratch ? scratch : buffer).span.extracting(cell.range)
      if malformed == nil, firstMalformed(name) != nil { malformed = position }
      let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
      let words = NormalizationFormC.normalizing(text).split(whereSeparator: \.isWhitespace)
      names.append(words.joined(separator: " "))
    }
    return (names, malformed)
  }

  /// With the names of the row above where this one has none.
  private func filled(_ names: [String]) -> [String] {
    (0..<max(names.count, above.count)).map { position in
      let own = position < names.count ? names[position] : ""
      return own.isEmpty && position < above.count ? above[position] : own
    }
  }

  /// What stands between the names of the columns instead of commas.
  private func otherSeparator(_ source: some RowSource) -> Character? {
    guard let raw = source.raw, source.hasFixedWidth, titles.count > 1 else { return nil }
    let text = String(decoding: source.buffer[raw], as: UTF8.self)
    return ["\t", ";", "|"].first { separator in
      let parts = text.split(separator: separator).map {
        Header.bare($0.filter { $0 != "\"" })
      }
      return titles.allSatisfy { parts.contains(Header.bare($0)) }
    }
  }
}
