import Import
import Quantities
import Semantics
import Source
import Store
import Syntax

/// Turns what is wrong with a data file into diagnostics at its lines.
struct FileMistakes {
  private let file: String
  private let program: Program

  init(file: String, _ program: Program) {
    self.file = file
    self.program = program
  }

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

  func rows(_ problems: RowProblems) -> [Diagnostic] { problems.first.map(row) }

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
    case .notUTF8(let column): return make(.headerNotUTF8, 1, column, [.number(column)])
    }
  }

  private func unreadable(_ failure: CSVFailure) -> Diagnostic {
    switch failure {
    case .unreadable(let failure):
      Diagnostic(.dataUnreadable, at: .nowhere, [.text(failure.message)])
    case .unclosedQuote(let line, let column): make(.unclosedQuote, line, column)
    case .fieldTooLong(let line, let column, let limit):
      make(.dataTooLong, line, column, [.number(limit)])
    case .recordTooLong(let line, let limit), .tooManyColumns(let line, let limit):
      make(.dataTooLong, line, nil, [.number(limit)])
    }
  }

  private func row(_ problem: RowProblem) -> Diagnostic {
    let field = MessageArgument.text(problem.field ?? "")
    let value = MessageArgument.text(problem.value)
    func at(
      _ code: DiagnosticCode, _ arguments: [MessageArgument] = [], _ notes: [Message] = []
    ) -> Diagnostic { make(code, problem.line, problem.column, arguments, notes: notes) }
    func wrongType(_ keyword: Keyword, _ notes: [Message] = []) -> Diagnostic {
      at(
        .notThisType,
        [
          field, value,
          .words(
            Words(
              zh: keyword.spelling(in: .chinese), en: "a value of \(keyword.spelling(in: .english))"
            )),
        ], notes)
    }
    switch problem.reason {
    case .fieldCount(let found, let expected):
      return at(.cellCount, [.number(found), .number(expected)])
    case .quoteInside, .textAfterQuote: return at(.malformedQuote, [value])
    case .notUTF8(let offset): return at(.cellNotUTF8, [.number(offset)])
    case .missing: return at(.missingValue, [field])
    case .notBool: return wrongType(.boolType)
    case .notInteger: return wrongType(.intType)
    case .notDecimal: return wrongType(.decimalType)
    case .notPercent: return wrongType(.percentType)
    case .notDate: return wrongType(.dateType, [Message(.dateForm)])
    case .integerOutOfRange, .tooManyDigits: return at(.numberTooLarge, [field, value])
    case .noSuchDay: return at(.noSuchDayInData, [field, value])
    case .notMember(let nearest):
      return at(
        .notAMember, [field, value],
        nearest.map { [Message(.didYouMeanValue, [.text($0)])] } ?? [])
    case .code(.uniform(.length)): return at(.uniformCodeLength, [value])
    case .code(.uniform(.character(let position))):
      return at(.uniformCodeCharacter, [value, .number(position)])
    case .code(.uniform(.organisationCheck(let expected))), .code(.uniform(.check(let expected))):
      return at(.uniformCodeCheck, [value, .text(String(expected))])
    case .code(.division(.form)): return at(.divisionCodeForm, [value])
    case .code(.division(.province)): return at(.divisionCodeProvince, [value])
    case .code(.division(.level)): return at(.divisionCodeLevel, [value])
    case .code(.matter): return at(.matterCodeForm, [value])
    case .controlCharacterInKey: return at(.controlInKey)
    case .nullCharacter: return at(.nullInText, [field])
    case .duplicateKey: return at(.duplicateKey, [value])
    }
  }
}
