import Quantities
import Syntax

/// A type as the generator knows it: enough to write well-typed text.
indirect enum ScriptType: Hashable, Sendable {
  case bool, integer, decimal, percent, text, date
  case code(CodeKind)
  /// A counting or duration unit.
  case unit(Keyword)
  case enumeration(Int)
  case record(Int)
  /// A row of a registry: only as an element.
  case row(Int)
  case group(key: ScriptType, value: ScriptType)
  case list(ScriptType)
  case set(ScriptType)
  case optional(ScriptType)

  var isCode: Bool { if case .code = self { true } else { false } }

  var isOptional: Bool { if case .optional = self { true } else { false } }

  var unwrapped: ScriptType { if case .optional(let inner) = self { inner } else { self } }

  /// Numbers that can be added up.
  var isAdditive: Bool {
    switch self {
    case .integer, .decimal, .percent, .unit: true
    default: false
    }
  }

  var isScalar: Bool {
    switch self {
    case .record, .row, .group, .list, .set, .optional: false
    default: true
    }
  }

  static let objects = ScriptType.unit(.objects)
  static let days = ScriptType.unit(.naturalDays)
}

/// A declared enumeration.
struct ScriptEnumeration {
  let name: String
  let isOrdered: Bool
  let members: [String]
}

/// A named part of a record or registry, or a name in scope.
struct ScriptVariable {
  let name: String
  let type: ScriptType
}

struct ScriptRecord {
  let name: String
  let fields: [ScriptVariable]
}

struct ScriptRegistry {
  let name: String
  let key: Int
  let fields: [ScriptVariable]
}

/// A function or table.
struct ScriptCallable {
  let name: String
  let parameters: [ScriptType]
  let result: ScriptType
  /// Whether arguments may depend on a row: the body has no queries, lists or sets of them.
  let takesRows: Bool
}

struct ScriptPlan {
  let name: String
  let registry: Int
  /// Whether its conditions rest on nothing that its scope has shown.
  var hasScope = false
  /// The registry of its second stage.
  var stage: Int?
  var isAlong = false
  /// The parameter that its rounds depend on, and the most that it may be.
  var rounds: (parameter: String, most: Int)?
}

/// What an expression may use where it stands.
struct Surroundings {
  /// Constants of the file.
  var constants: [ScriptVariable] = []
  /// Parameters and bindings.
  var locals: [ScriptVariable] = []
  /// What the query around goes through.
  var element: ScriptType?
  /// Optional places, as written, that a condition has shown to be present; those of the row apart,
  /// because they end with the query.
  var present: Set<String> = []
  var presentInRow: Set<String> = []
  /// Queries, lists and sets must not use locals or the row.
  var isOpen = false
  var mayDraw = false

  /// Where a query, list or set may be written: what it uses is the same for every row.
  var closed: Surroundings {
    guard isOpen else { return self }
    var closed = self
    closed.locals = []
    closed.element = nil
    closed.presentInRow = []
    closed.isOpen = false
    return closed
  }

  /// Inside a step of a query over elements of a type, which is written where this is closed.
  func inside(_ element: ScriptType) -> Surroundings {
    var inner = self
    inner.element = element
    inner.presentInRow = []
    inner.isOpen = true
    return inner
  }

  func assuming(_ facts: Facts) -> Surroundings {
    var inner = self
    inner.present.formUnion(facts.places)
    inner.presentInRow.formUnion(facts.rowPlaces)
    return inner
  }
}

/// Optional places that are certainly present.
struct Facts {
  var places: Set<String> = []
  var rowPlaces: Set<String> = []

  static func both(_ a: Facts, _ b: Facts) -> Facts {
    Facts(places: a.places.union(b.places), rowPlaces: a.rowPlaces.union(b.rowPlaces))
  }

  static func common(_ a: Facts, _ b: Facts) -> Facts {
    Facts(
      places: a.places.intersection(b.places), rowPlaces: a.rowPlaces.intersection(b.rowPlaces))
  }
}

/// The text of a condition with what it shows.
struct ConditionText {
  var text: String
  var whenTrue = Facts()
  var whenFalse = Facts()
}
