import Quantities
import Source
import Syntax

/// The functions of the language: what they take and what they give. The one table of them.
struct BuiltinSignature {
  enum Parameter {
    case exactly(Type)
    /// A decimal or a percentage; the result has the same type.
    case roundable
    /// Any number, with or without a unit; the result has the same type.
    case number
    /// An integer that may be left out and is 0 then.
    case places
  }

  enum Result {
    case exactly(Type)
    case ofFirstArgument
  }

  let keyword: Keyword
  let builtin: Builtin
  let parameters: [Parameter]
  let result: Result

  init(
    _ keyword: Keyword, _ builtin: Builtin, _ parameters: [Parameter], _ result: Result
  ) {
    self.keyword = keyword
    self.builtin = builtin
    self.parameters = parameters
    self.result = result
  }

  /// How many arguments a call must have at least.
  var required: Int {
    parameters.filter { if case .places = $0 { false } else { true } }.count
  }

  static let all: [BuiltinSignature] = [
    .init(.yearOf, .yearOf, [.exactly(.date)], .exactly(.integer)),
    .init(.monthOf, .monthOf, [.exactly(.date)], .exactly(.integer)),
    .init(.dayOf, .dayOf, [.exactly(.date)], .exactly(.integer)),
    .init(
      .daysBetween, .daysBetween, [.exactly(.date), .exactly(.date)],
      .exactly(.duration(.naturalDays))),
    .init(
      .addDays, .addDays, [.exactly(.date), .exactly(.duration(.naturalDays))], .exactly(.date)),
    .init(
      .addMonths, .addMonths, [.exactly(.date), .exactly(.duration(.months))], .exactly(.date)),
    .init(.roundUp, .roundUp, [.roundable, .places], .ofFirstArgument),
    .init(.roundDown, .roundDown, [.roundable, .places], .ofFirstArgument),
    .init(.roundHalfUp, .roundHalfUp, [.roundable, .places], .ofFirstArgument),
    .init(.absolute, .absolute, [.number], .ofFirstArgument),
    .init(.length, .length, [.exactly(.text)], .exactly(.integer)),
    .init(.contains, .contains, [.exactly(.text), .exactly(.text)], .exactly(.bool)),
    .init(.startsWith, .startsWith, [.exactly(.text), .exactly(.text)], .exactly(.bool)),
    .init(.endsWith, .endsWith, [.exactly(.text), .exactly(.text)], .exactly(.bool)),
    .init(
      .parentDivision, .parentDivision, [.exactly(.code(.division))],
      .exactly(.optional(.code(.division)))),
    .init(
      .withinDivision, .withinDivision,
      [.exactly(.code(.division)), .exactly(.code(.division))], .exactly(.bool)),
  ]

  static func of(_ keyword: Keyword) -> BuiltinSignature? { all.first { $0.keyword == keyword } }
}
