import Source
import Syntax

extension Keyword {
  func coverageSpelling(in language: Language) -> String {
    let words: (String, String) =
      switch self {
      case .none: ("无", "none")
      case .not: ("非", "not")
      case .and: ("且", "and")
      case .true: ("真", "true")
      case .false: ("假", "false")
      case .objects: ("户", "objects")
      case .times: ("次", "times")
      case .cases: ("件", "cases")
      case .persons: ("人", "persons")
      case .items: ("项", "items")
      case .months: ("个月", "months")
      case .naturalDays: ("自然日", "natural days")
      case .workingDays: ("工作日", "working days")
      case .hours: ("小时", "hours")
      default: ("", "")
      }
    return language == .chinese ? words.0 : words.1
  }
}
