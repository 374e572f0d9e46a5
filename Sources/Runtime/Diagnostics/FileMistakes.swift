import Import
import Source
import Store

/// Turns what is wrong with a data file into diagnostics at its lines.
struct FileMistakes {
  let file: String

  func failure(_ error: ImportError) -> RunFailure {
    switch error {
    case .header(let problems, let found): .mistakes(problems.map { header($0, found) })
    case .file(let failure): .mistakes([unreadable(failure)])
    case .rows(let problems): .mistakes(rows(problems) + [refused(problems)])
    case .rejects(let failure):
      .mistakes([make(.rejectsUnwritable, 0, nil, [.text(failure.message)])])
    case .store(let error): RunFailure(error)
    case .limit(let limit): .limit(limitReached(limit))
    }
  }

  func rows(_ problems: RowProblems) -> [Diagnostic] {
    problems.first.map { row($0, problems.reading ?? FileReading(format: .csv)) }
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

  private func header(_ problem: HeaderProblem, _ found: [String]) -> Diagnostic {
    let columns = Message(.columnsFound, [.text(found.joined(separator: ", "))])
    switch problem {
    case .emptyFile: return make(.emptyDataFile, 1, nil)
    case .missingColumns(let names):
      return make(
        .missingColumns, 1, nil, [.text(names.joined(separator: ", "))], notes: [columns])
    case .duplicateColumns(let names):
      return make(.duplicateColumns, 1, nil, [.text(names.joined(separator: ", "))])
    case .undecodable(let column, let encoding):
      return make(.headerUndecodable, 1, column, [.number(column), .text(encoding.name)])
    case .mergedCells(let ranges):
      return make(.mergedHeader, 1, nil, [.text(ranges.joined(separator: ", "))])
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
    case .utf16: make(.utf16File, 1, nil)
    case .jsonArray: make(.jsonArrayFile, 1, nil)
    case .webPage: make(.webPageFile, 1, nil)
    case .noSheets: make(.noSheets, 1, nil)
    case .noEncoding: make(.noEncoding, 1, nil)
    case .workbook(let failure): workbook(failure)
    }
  }

  private func workbook(_ failure: WorkbookFailure) -> Diagnostic {
    func sheets(_ names: [String]) -> MessageArgument { .text(names.joined(separator: ", ")) }
    return switch failure {
    case .oldFormat: make(.oldWorkbook, 1, nil)
    case .notWorkbook: make(.notWorkbook, 1, nil)
    case .damaged(let part): make(.damagedWorkbook, 1, nil, [.text(part)])
    case .tooLarge(let part): make(.workbookTooLarge, 1, nil, [.text(part)])
    case .severalSheets(let names): make(.severalSheets, 1, nil, [sheets(names)])
    case .noSuchSheet(let name, let found):
      make(.noSuchSheet, 1, nil, [.text(name)], notes: [Message(.sheetsFound, [sheets(found)])])
    case .tooManyRows(let limit): make(.dataTooLong, limit + 1, nil, [.number(limit)])
    }
  }

  private func row(_ problem: RowProblem, _ reading: FileReading) -> Diagnostic {
    RowMistakes(file: file, problem: problem, reading: reading).diagnostic
  }
}
