import Source
import Syntax

/// The gaps of a matrix with the means to write them down.
struct CoverageFindings: Sendable {
  let gaps: CoverageAnalysis.Gaps
  let columns: [ColumnText]
  private let language: Language

  init(
    _ analysis: CoverageAnalysis, _ gaps: CoverageAnalysis.Gaps, _ matrix: PatternMatrix,
    _ language: Language
  ) {
    self.gaps = gaps
    self.language = language
    columns = zip(matrix.columns, analysis.columns).map {
      ColumnText($0, classes: $1, enumerations: matrix.enumerations, language: language)
    }
  }

  /// `投诉 = 3，未检 = 366自然日`: one point of a box; columns where all holds are left out.
  func witness(_ box: CoverageAnalysis.Box) -> MessageArgument {
    joined(box, .columnHasValue) { $0.example(of: $1) }
  }

  /// `投诉：2..4；未检：<= 365`: all of a box.
  func region(_ box: CoverageAnalysis.Box) -> MessageArgument {
    joined(box, .columnIsIn) { $0.text(of: $1) }
  }

  private func joined(
    _ box: CoverageAnalysis.Box, _ phrase: Phrase, _ text: (ColumnText, BitSet) -> String
  ) -> MessageArgument {
    let pairs = zip(columns, box).filter { $0.0.classes.all != $0.1 }.map { column, classes in
      (column.name, text(column, classes))
    }
    guard !pairs.isEmpty else { return .words(Phrase.anyInput.words) }
    func joined(_ language: Language, _ separator: String) -> String {
      let texts = pairs.map { name, value in
        Message(phrase, [.text(name), .text(value)]).text(in: language)
      }
      return texts.joined(separator: separator)
    }
    let separators = phrase == .columnIsIn ? ("；", "; ") : ("，", ", ")
    return .words(
      Words(zh: joined(.chinese, separators.0), en: joined(.english, separators.1)))
  }

  /// The patterns of a row that takes exactly a box; nil if the language cannot say it.
  func cells(_ box: CoverageAnalysis.Box) -> [String]? {
    var cells: [String] = []
    for (column, classes) in zip(columns, box) {
      guard let cell = column.pattern(of: classes) else { return nil }
      cells.append(cell)
    }
    return cells
  }

  /// For each member of the only column, an arm of its own; otherwise one for each gap.
  var missingRows: [[String]] {
    if let only = columns.first, columns.count == 1, case .members = only.classes.domain {
      return gaps.boxes.flatMap { $0[0].elements }.map {
        [$0 == only.classes.absent ? only.word(.none) : only.member($0)]
      }
    }
    return gaps.boxes.compactMap(cells)
  }
}
