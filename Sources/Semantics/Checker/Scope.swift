import Syntax

/// The names and facts that hold at one point of a body.
struct Scope {
  struct Local {
    let name: Name
    let type: Type
    /// Parameters may go unused; a binding that does is a mistake.
    let isBinding: Bool
    var isUsed = false
  }

  /// Parameters, then bindings: the index is the `LocalID`.
  private(set) var locals: [Local] = []
  private var names: [String: Int] = [:]
  /// The type of the rows or elements that each enclosing query goes through, outermost first.
  var rows: [Type] = []
  /// Optional places that a condition has shown to be present.
  var present: Set<Place> = []

  /// Adds a local, unless the name is taken; the one that has it is returned then.
  mutating func add(_ name: Name, _ type: Type, isBinding: Bool) -> Name? {
    let index = locals.count
    locals.append(Local(name: name, type: type, isBinding: isBinding))
    if let earlier = names[name.text] { return locals[earlier].name }
    names[name.text] = index
    return nil
  }

  /// The local with a name.
  func local(_ name: String) -> LocalID? { names[name].map(LocalID.init) }

  mutating func markUsed(_ local: LocalID) { locals[local.index].isUsed = true }

  /// The level of the innermost query.
  var level: Int { rows.count - 1 }
}
