import Import
import Quantities
import Source
import Syntax

/// What is wrong with a row of a data file, as a diagnostic at its place.
struct RowMistakes {
  let file: String
  let problem: RowProblem
  let reading: FileReading

  var diagnostic: Diagnostic {
    switch problem.reason {
    case .fieldCount(let found, let expected): at(.cellCount, [.number(found), .number(expected)])
    case .quoteInside, .textAfterQuote: at(.malformedQuote, [value])
    case .undecodable(let offset):
      at(
        .cellUndecodable, [.number(offset), .text(encoding)],
        [Message(.encodingTaken, [.text(encoding)])])
    case .missing: at(.missingValue, [field])
    case .integerOutOfRange, .tooManyDigits: at(.numberTooLarge, [field, value])
    case .noSuchDay: at(.noSuchDayInData, [field, value])
    case .ambiguousDate: at(.ambiguousDate, [field, value])
    case .timeOfDay: at(.timeOfDayInData, [field, value])
    case .ambiguousComma: at(.ambiguousComma, [field, value])
    case .ambiguousPercent: at(.ambiguousPercent, [field, value])
    case .dateCell: at(.dateCell, [field, value])
    case .dateNumber: at(.dateNumber, [field, value])
    case .digitsLost: at(.digitsLost, [field, value])
    case .errorValue: at(.errorValue, [field, value])
    case .formulaWithoutValue: at(.formulaWithoutValue, [field])
    case .nestedValue: at(.nestedValue, [field])
    case .doubledMember(let name): at(.doubledMember, [.text(name)])
    case .notObject(let byte): at(.notAnObject, [.number(byte)])
    case .mergedCells(let range): at(.mergedCells, [.text(range)])
    case .notMember(let nearest, _):
      at(
        .notAMember, [field, value],
        nearest.map { [Message(.didYouMeanValue, [.text($0)])] } ?? [])
    case .code(let fault): code(fault)
    case .controlCharacterInKey: at(.controlInKey)
    case .nullCharacter: at(.nullInText, [field])
    case .duplicateKey: at(.duplicateKey, [value])
    case .notBool: wrongType(.boolType)
    case .notInteger: wrongType(.intType)
    case .notDecimal: wrongType(.decimalType)
    case .notPercent: wrongType(.percentType)
    case .notText: wrongType(.textType)
    case .notDate: wrongType(.dateType)
    }
  }

  /// What helps against all mistakes of the kind; nil where the message says it.
  var wayOut: Message? {
    switch problem.reason {
    case .missing: Message(.mayBeMissing)
    case .notBool: Message(.boolForm)
    case .notDate, .ambiguousDate: Message(.dateForm)
    case .ambiguousPercent, .notPercent: Message(.percentForm)
    case .timeOfDay: Message(.withoutTime)
    case .dateNumber: Message(.formatAsDate)
    case .dateCell, .digitsLost: Message(.formatAsText)
    case .errorValue, .formulaWithoutValue: Message(.saveResults)
    case .mergedCells: Message(.splitCells)
    case .notMember(nil, let members) where !members.isEmpty:
      Message(.membersAre, [.text(members.joined(separator: ", "))])
    default: nil
    }
  }

  private var field: MessageArgument { .text(problem.field ?? "") }
  private var value: MessageArgument { .text(problem.value) }
  private var encoding: String { (reading.encoding ?? .utf8).name }

  private func code(_ fault: CodeFault) -> Diagnostic {
    switch fault {
    case .uniform(.length): at(.uniformCodeLength, [value])
    case .uniform(.character(let position)): at(.uniformCodeCharacter, [value, .number(position)])
    case .uniform(.organisationCheck(let expected)), .uniform(.check(let expected)):
      at(.uniformCodeCheck, [value, .text(String(expected))])
    case .division(.form): at(.divisionCodeForm, [value])
    case .division(.province): at(.divisionCodeProvince, [value])
    case .division(.level): at(.divisionCodeLevel, [value])
    case .matter: at(.matterCodeForm, [value])
    }
  }

  private func wrongType(_ keyword: Keyword, _ notes: [Message] = []) -> Diagnostic {
    let type = Words(
      zh: keyword.spelling(in: .chinese), en: "a value of \(keyword.spelling(in: .english))")
    return at(.notThisType, [field, value, .words(type)], notes)
  }

  private func at(
    _ code: DiagnosticCode, _ arguments: [MessageArgument] = [], _ notes: [Message] = []
  ) -> Diagnostic { Diagnostic(code, at: place, arguments, notes: notes) }

  /// The cell by the name that people have for it.
  private var place: Location {
    let line = max(1, problem.line)
    let column = max(1, problem.column ?? 1)
    switch (reading.format, reading.sheet, problem.field) {
    case (.xlsx, let sheet, _):
      let name = (sheet.map { $0 + "!" } ?? "") + CellReference(row: line, column: column).name
      return .cell(file: file, name: name, line: line, column: column)
    case (.jsonLines, _, let field?):
      return .cell(file: file, name: "\(line):\(field)", line: line, column: column)
    case (.jsonLines, _, nil), (.csv, _, _):
      return .data(file: file, line: line, column: column)
    }
  }
}

extension TextEncoding {
  /// What people call it.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    }
  }
}
