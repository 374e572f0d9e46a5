import Import
import Source
import Store

/// Turns what is wrong with a data file into diagnostics at its lines.
struct FileMistakes {
  let file: String

  func failure(_ error: ImportError) -> RunFailure {
    switch error {
    case .header(let failure): .mistakes(failure.problems.map { header($0, failure) })
    case .file(let failure): .mistakes([unreadable(failure)])
    case .rows(let problems): .mistakes(rows(problems) + [refused(problems)])
    case .rejects(let failure):
      .mistakes([make(.rejectsUnwritable, 0, nil, [.text(failure.message)])])
    case .store(let error): RunFailure(error)
    case .limit(let limit): .limit(limitReached(limit))
    }
  }

  func rows(_ problems: RowProblems) -> [Diagnostic] {
    var explained: Set<[String]> = []
    return problems.first.map { problem in
      let mistakes = RowMistakes(
        file: file, problem: problem, reading: problems.reading ?? FileReading(format: .csv))
      var diagnostic = mistakes.diagnostic
      // The way out of one mistake is that of all of its kind in the column.
      if let wayOut = mistakes.wayOut,
        explained.insert([diagnostic.code.number, problem.field ?? ""]).inserted
      {
        diagnostic.notes.append(wayOut)
      }
      return diagnostic
    }
  }

  private func refused(_ problems: RowProblems) -> Diagnostic {
    var diagnostic = Diagnostic(.importRefused, at: .nowhere, [.number(problems.rows)])
    let hidden = problems.count - problems.first.count
    if hidden > 0 { diagnostic.notes.append(Message(.moreProblems, [.number(hidden)])) }
    return diagnostic
  }

  private func make(
    _ code: DiagnosticCode, _ line: Int, _ column: Int?, _ arguments: [MessageArgument] = [],
    notes: [Message] = []
  ) -> Diagnostic {
    Diagnostic(
      code, at: .data(file: file, line: max(1, line), column: max(1, column ?? 1)), arguments,
      notes: notes)
  }

  private func header(_ problem: HeaderProblem, _ failure: HeaderFailure) -> Diagnostic {
    func make(
      _ code: DiagnosticCode, _ column: Int?, _ arguments: [MessageArgument], _ notes: [Message]
    ) -> Diagnostic {
      Diagnostic(
        code, at: headerPlace(failure, column: column ?? 1), arguments, notes: notes)
    }
    switch problem {
    case .emptyFile: return self.make(.emptyDataFile, 1, nil)
    case .missingColumns(let names):
      return make(.missingColumns, nil, [list(names)], columns(failure, missing: names))
    case .duplicateColumns(let names): return make(.duplicateColumns, nil, [list(names)], [])
    case .undecodable(let column, let encoding):
      return make(
        .headerUndecodable, column, [.number(column), .text(encoding.name)],
        [Message(.encodingTaken, [.text(encoding.name)])])
    case .otherSeparator(let separator):
      return make(.otherSeparator, nil, [.words(Self.words(separator))], [Message(.saveAsCSV)])
    case .mergedCells(let ranges):
      return make(.mergedHeader, nil, [list(ranges)], [Message(.oneHeaderRow)])
    }
  }

  /// What the file has instead of the missing columns, and which of those may be meant.
  private func columns(_ failure: HeaderFailure, missing: [String]) -> [Message] {
    let named = failure.found.filter { !$0.isEmpty }
    let found =
      failure.line == 1
      ? Message(.columnsFound, [list(named)])
      : Message(.mostLikeHeader, [.number(failure.line), list(named)])
    let near = missing.compactMap { name in
      nearestName(to: name, among: named).map {
        Message(.nearColumn, [.text(name), .text($0)])
      }
    }
    return [found] + near.prefix(3)
  }

  private func headerPlace(_ failure: HeaderFailure, column: Int) -> Location {
    guard failure.reading?.format == .xlsx else {
      return .data(file: file, line: failure.line, column: column)
    }
    let cell = CellReference(row: failure.line, column: column).name
    return .cell(
      file: file, name: (failure.reading?.sheet.map { $0 + "!" } ?? "") + cell,
      line: failure.line, column: column)
  }

  private func list(_ names: [String]) -> MessageArgument {
    .words(.list(names))
  }

  private static func words(_ separator: Character) -> Words {
    switch separator {
    case "\t": Words(zh: "制表符", en: "tabs")
    case ";": Words(zh: "分号", en: "semicolons")
    default: Words(zh: "“\(separator)”", en: "\"\(separator)\"")
    }
  }

  private func unreadable(_ failure: FileFailure) -> Diagnostic {
    switch failure {
    case .unreadable(let failure):
      Diagnostic(.dataUnreadable, at: .nowhere, [.text(failure.message)])
    case .unclosedQuote(let line, let column): make(.unclosedQuote, line, column)
    case .fieldTooLong(let line, let column, let limit):
      make(.dataTooLong, line, column, [.number(limit)])
    case .recordTooLong(let line, let limit), .tooManyColumns(let line, let limit):
      make(.dataTooLong, line, nil, [.number(limit)])
    case .utf16: make(.utf16File, 1, nil, notes: [Message(.saveAsCSV)])
    case .jsonArray: make(.jsonArrayFile, 1, nil, notes: [Message(.linesOfJSON)])
    case .webPage: make(.webPageFile, 1, nil, notes: [Message(.saveAsWorkbook)])
    case .noSheets: make(.noSheets, 1, nil)
    case .noEncoding: make(.noEncoding, 1, nil)
    case .workbook(let failure): workbook(failure)
    }
  }

  private func workbook(_ failure: WorkbookFailure) -> Diagnostic {
    switch failure {
    case .oldFormat: make(.oldWorkbook, 1, nil, notes: [Message(.saveAsWorkbook)])
    case .notWorkbook: make(.notWorkbook, 1, nil)
    case .damaged(let part):
      make(.damagedWorkbook, 1, nil, [.text(part)], notes: [Message(.getAgain)])
    case .tooLarge(let part): make(.workbookTooLarge, 1, nil, [.text(part)])
    case .severalSheets(let names):
      make(
        .severalSheets, 1, nil, [list(names)],
        notes: [Message(.chooseSheet, [.text(names.first ?? "")])])
    case .noSuchSheet(let name, let found):
      make(.noSuchSheet, 1, nil, [.text(name)], notes: [Message(.sheetsFound, [list(found)])])
    case .tooManyRows(let limit): make(.dataTooLong, limit + 1, nil, [.number(limit)])
    }
  }
}
