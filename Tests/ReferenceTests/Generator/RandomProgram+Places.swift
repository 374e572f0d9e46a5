import Syntax

/// Names and their parts: what can be looked at without computing anything.
extension RandomProgram {
  struct Place {
    let text: String
    /// As seen here: without `?` where a condition has shown it to be present.
    let type: ScriptType
    let isOfRow: Bool

    /// What is known where it is present.
    var facts: Facts {
      isOfRow ? Facts(rowPlaces: [text]) : Facts(places: [text])
    }
  }

  func places(_ around: Surroundings) -> [Place] {
    var result: [Place] = []
    func add(_ text: String, _ type: ScriptType, _ isOfRow: Bool) {
      let present = isOfRow ? around.presentInRow : around.present
      let seen = present.contains(text) ? type.unwrapped : type
      result.append(Place(text: text, type: seen, isOfRow: isOfRow))
      guard case .record = seen else { return }
      for field in fields(of: seen) { add("\(text).\(field.name)", field.type, isOfRow) }
    }
    for variable in around.constants + around.locals { add(variable.name, variable.type, false) }
    guard let element = around.element else { return result }
    let it = word(.it)
    switch element {
    case .row(let index):
      for (number, field) in fields(of: element).enumerated()
      where !isForDraws || number != registries[index].key {
        add(field.name, field.type, true)
      }
    case .record:
      add(it, element, true)
      for field in fields(of: element) { add(field.name, field.type, true) }
    case .group(let key, let value):
      add("\(it).\(word(.keyMember))", key, true)
      add("\(it).\(word(.valueMember))", value, true)
    default: add(it, element, true)
    }
    return result
  }

  func places(of type: ScriptType, _ around: Surroundings) -> [String] {
    places(around).filter { $0.type == type }.map(\.text)
  }

  /// What is known once the value of a text is known to be present.
  func presence(of text: String, _ around: Surroundings) -> Facts {
    places(around).first { $0.text == text && $0.type.isOptional }?.facts ?? Facts()
  }
}
