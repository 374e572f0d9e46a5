import Source
import Syntax

/// Global constants: typed, and computed where they need no data, each after those it names.
extension Checker {
  mutating func settleConstants() {
    let named = constantItems.map { source in
      var names: [ConstantID] = []
      source.item.value.forEachName { name in
        if case .constant(let id)? = modules[source.module].visible[name.text]?.entity {
          names.append(id)
        }
      }
      return names
    }
    var order: [ConstantID] = []
    var walk = DepthFirstWalk<ConstantID>()
    for index in constantItems.indices {
      walk.visit(ConstantID(index), targets: { named[$0.index] }, leave: { order.append($0) })
    }
    for id in order { settle(id) }
    program.constants = constantItems.indices.map(declaration)
  }

  private mutating func settle(_ id: ConstantID) {
    let source = constantItems[id.index]
    let value = elsewhere(module: source.module, owner: .constant(id)) { checker in
      let value = checker.value(of: source.item)
      return checker.folded(value)
    }
    constants[id.index] = value
  }

  /// The type of a constant; `unknown` while it takes part in its own definition, which is
  /// reported as a cycle.
  func type(of id: ConstantID) -> Type { constants[id.index]?.type ?? .unknown }

  private func declaration(_ index: Int) -> ConstantDeclaration {
    let name = constantItems[index].item.name
    return ConstantDeclaration(name: name, value: constants[index] ?? .unknown(at: name.span))
  }
}
