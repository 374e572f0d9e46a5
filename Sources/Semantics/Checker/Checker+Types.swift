import Quantities
import Source
import Syntax

/// Types as written, and what may stand where.
extension Checker {
  /// The type that a piece of syntax denotes; `unknown` once its mistake is reported.
  mutating func resolve(_ syntax: TypeSyntax) -> Type {
    switch syntax.kind {
    case .missing: return .unknown
    case .builtin(let keyword): return BuiltinType.type(of: keyword) ?? bareDays(in: syntax)
    case .named(let name): return named(name)
    case .list(let element): return .list(resolveElement(element))
    case .set(let element):
      let type = resolveElement(element)
      guard type.isUnknown || type.isScalar else {
        report(typeNotAllowed(type, element.span, .inSet))
        return .unknown
      }
      return .set(type)
    case .optional(let inner):
      let type = resolve(inner)
      if case .optional = type {
        report(typeNotAllowed(type, syntax.span, .optionalTwice))
        return type
      }
      return type.isUnknown ? .unknown : .optional(type)
    }
  }

  /// The type of the elements of a list or set: rows of a registry may stand only here.
  private mutating func resolveElement(_ syntax: TypeSyntax) -> Type {
    guard case .named(let name) = syntax.kind, let declared = declared(name.text),
      case .registry(let registry) = declared.entity
    else { return resolve(syntax) }
    refer(to: declared, at: name.span)
    return .row(registry)
  }

  private mutating func bareDays(in syntax: TypeSyntax) -> Type {
    report(bareDays(syntax.span, number: ""))
    return .unknown
  }

  private mutating func named(_ name: Name) -> Type {
    guard let declared = declared(name.text) else {
      reportUndefined(name, among: .types)
      return .unknown
    }
    refer(to: declared, at: name.span)
    switch declared.entity {
    case .enumeration(let id): return .enumeration(id)
    case .record(let id): return .record(id)
    case .registry:
      report(rowOutsideList(name))
      return .unknown
    default:
      report(wrongKind(name, declared, wanted: Words(zh: "类型", en: "a type")))
      return .unknown
    }
  }
}

/// The words for types that are part of the language.
enum BuiltinType {
  static let keywords: [Keyword] = [
    .boolType, .intType, .decimalType, .percentType, .textType, .dateType, .uniformCodeType,
    .deadlineType,
    .divisionCodeType, .matterCodeType, .listType, .setType, .objects, .firms, .units, .sites,
    .times, .cases, .persons, .items, .months, .naturalDays, .workingDays, .hours,
  ]

  /// Those that are named where an unknown type is reported.
  static let offered: [Keyword] = keywords.filter { ![.firms, .units, .sites].contains($0) }

  /// What a type is called in other languages and programs.
  static func calledElsewhere(_ name: String) -> Keyword? {
    switch name.lowercased() {
    case "数字", "数值", "数", "整型", "number", "integer", "int", "long", "num": .intType
    case "浮点", "浮点数", "实数", "金额", "float", "double", "numeric", "real", "money":
      .decimalType
    case "字符串", "字符", "文字", "string", "str", "text", "varchar", "char": .textType
    case "布尔值", "布尔型", "是否", "逻辑", "boolean", "bool", "logical": .boolType
    case "日期时间", "时间", "年月日", "date", "datetime", "time", "day": .dateType
    case "比例", "比率", "percentage", "percent", "ratio": .percentType
    default: nil
    }
  }

  /// The type a word stands for; nil for a bare `日`, and for words that need a further type.
  static func type(of keyword: Keyword) -> Type? {
    switch keyword {
    case .boolType: .bool
    case .intType: .integer
    case .decimalType: .decimal
    case .percentType: .percent
    case .textType: .text
    case .dateType: .date
    case .uniformCodeType: .code(.uniform)
    case .divisionCodeType: .code(.division)
    case .matterCodeType: .code(.matter)
    case .deadlineType: .deadline
    default:
      if let unit = CountingUnit(keyword) {
        .count(unit)
      } else if let unit = DurationUnit(keyword) {
        .duration(unit)
      } else {
        nil
      }
    }
  }
}

extension CountingUnit {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .objects, .firms, .units, .sites: self = .objects
    case .times: self = .times
    case .cases: self = .cases
    case .persons: self = .persons
    case .items: self = .items
    default: return nil
    }
  }

  var keyword: Keyword {
    switch self {
    case .objects: .objects
    case .times: .times
    case .cases: .cases
    case .persons: .persons
    case .items: .items
    }
  }
}

extension DurationUnit {
  /// Nil also for the bare `日`, which says too little.
  init?(_ keyword: Keyword) {
    switch keyword {
    case .months: self = .months
    case .naturalDays: self = .naturalDays
    case .workingDays: self = .workingDays
    case .hours: self = .hours
    default: return nil
    }
  }

  var keyword: Keyword {
    switch self {
    case .months: .months
    case .naturalDays: .naturalDays
    case .workingDays: .workingDays
    case .hours: .hours
    }
  }
}
