import Quantities
import Source
import Syntax

/// Mistakes in values that are written out, and in constants.
extension Checker {
  func integerTooLarge(_ digits: String, _ span: Span) -> Diagnostic {
    Diagnostic(.integerTooLarge, at: span, [.text(digits)])
  }

  func decimalTooLong(_ digits: String, _ span: Span) -> Diagnostic {
    Diagnostic(.decimalTooLong, at: span, [.text(digits)])
  }

  func notWhole(_ digits: String, _ unit: Words, _ span: Span) -> Diagnostic {
    Diagnostic(.notWhole, at: span, [.text(digits), .words(unit)])
  }

  func noSuchDay(_ text: String, _ span: Span) -> Diagnostic {
    var diagnostic = Diagnostic(.noSuchDay, at: span, [.text(text)])
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...9999).contains(parts[0]), (1...12).contains(parts[1]),
      case let last = CivilDate.lastDay(ofMonth: parts[1], year: parts[0]), parts[2] > last,
      let day = CivilDate(year: parts[0], month: parts[1], day: last)
    else { return diagnostic }
    diagnostic.notes = [Message(.lastDayIs, [.text(day.description)])]
    diagnostic.fixIts = [
      FixIt(Message(.changeTo, [.text(day.description)]), [FixIt.Edit(span, day.description)])
    ]
    return diagnostic
  }

  /// Offers both readings, in the keywords of the file.
  func bareDays(_ span: Span, number: String) -> Diagnostic {
    func reading(_ keyword: Keyword, _ phrase: Phrase) -> FixIt {
      let unit = keyword.spelling(in: language)
      let space = language == .english && !number.isEmpty ? " " : ""
      let text = number + space + unit
      return FixIt(Message(phrase, [.text(text)]), [FixIt.Edit(span, text)])
    }
    return Diagnostic(
      .bareDays, at: span, [spelled(.bareDays)],
      fixIts: [reading(.workingDays, .asWorkingDays), reading(.naturalDays, .asNaturalDays)])
  }

  func notConstant(_ span: Span, _ place: ConstantPlace) -> Diagnostic {
    let what =
      switch place {
      case .pattern: Words(zh: "条件里的值", en: "a value in a pattern")
      case .missing: Words(zh: "缺失时的值", en: "the value for where it is missing")
      case .period: Words(zh: "期间", en: "a period")
      case .amount: Words(zh: "抽查的数量", en: "how many to sample")
      case .threshold: Words(zh: "“少于”后面的户数", en: "the number behind 'fewer than'")
      case .frequency: Words(zh: "频次", en: "a frequency")
      case .parameter: Words(zh: "参数的范围和值", en: "the range and the value of a parameter")
      case .deadline: Words(zh: "期限", en: "a deadline")
      case .given: Words(zh: "给定的值", en: "a given value")
      }
    return Diagnostic(.notConstant, at: span, [.words(what)])
  }

  func constantFails(_ fault: ConstantFault, _ span: Span) -> Diagnostic {
    let what =
      switch fault {
      case .overflow: Words(zh: "结果太大", en: "the result is too large")
      case .divisionByZero: Words(zh: "除以零", en: "division by zero")
      case .inexactDivision: Words(zh: "除不尽", en: "the quotient has no end")
      case .dateOutOfRange:
        Words(zh: "日期不在 0001 年到 9999 年之间", en: "the date lies outside the years 0001 to 9999")
      case .placesOutOfRange:
        Words(zh: "小数位数不在 0 到 38 之间", en: "the number of places lies outside 0 to 38")
      case .outsideCalendar(let name, let first, let last):
        Words(
          zh: "日历“\(name)”只有 \(first) 年到 \(last) 年",
          en: "the calendar '\(name)' has the years \(first) to \(last) only")
      }
    return Diagnostic(.constantFails, at: span, [.words(what)])
  }

  func notCode(_ text: String, _ fault: CodeFault, _ span: Span) -> Diagnostic {
    let code: DiagnosticCode =
      switch fault {
      case .uniform: .notUniformCode
      case .division: .notDivisionCode
      case .matter: .notMatterCode
      }
    return Diagnostic(code, at: span, [.text(text)])
  }
}
