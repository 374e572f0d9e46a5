import Source
import Syntax

/// `使用` lines: which modules take part, and what a file sees of them.
extension Checker {
  /// Resolves the `使用` lines of the main file and of every module it reaches. Returns the modules
  /// reached, each after those it uses; the main file is the last.
  mutating func resolveUses() -> [Int] {
    var order: [Int] = []
    var path: [Int] = []
    var done: Set<Int> = []
    visit(main, &order, &path, &done)
    return order
  }

  private mutating func visit(
    _ index: Int, _ order: inout [Int], _ path: inout [Int], _ done: inout Set<Int>
  ) {
    path.append(index)
    var named: [String: Span] = [:]
    for (text, span) in usedModules(of: modules[index].tree) {
      if let earlier = named[text] {
        report(moduleUsedTwice(text, span, earlier: earlier))
        continue
      }
      named[text] = span
      guard let used = modules.firstIndex(where: { $0.path == text }) else {
        report(unknownModule(text, span))
        modules[index].lacksModule = true
        continue
      }
      if let start = path.firstIndex(of: used) {
        report(cyclicUse(path[start...].map { modules[$0].path ?? text }, text, span))
        modules[index].lacksModule = true
        continue
      }
      modules[index].uses.append((used, text, span))
      if !done.contains(used) { visit(used, &order, &path, &done) }
    }
    path.removeLast()
    done.insert(index)
    order.append(index)
  }

  /// Fills in what the text of a module may name.
  mutating func makeVisible(_ index: Int) {
    var visible: [String: Declared] = [:]
    for declared in modules[index].own where visible[declared.name.text] == nil {
      visible[declared.name.text] = declared
    }
    for use in modules[index].uses {
      for declared in modules[use.module].own {
        guard let earlier = visible[declared.name.text] else {
          visible[declared.name.text] = declared
          continue
        }
        guard earlier.module != declared.module else { continue }
        report(nameConflict(declared, earlier, use: use, in: index))
      }
    }
    modules[index].visible = visible
    modules[index].members = members(of: index)
  }

  /// The members of the enumerations a module sees, in the order of their declaration.
  private func members(of index: Int) -> [String: [EnumerationMember]] {
    var members: [String: [EnumerationMember]] = [:]
    let seen = [index] + modules[index].uses.map(\.module)
    for (id, source) in enumerationItems.enumerated() where seen.contains(source.module) {
      for (position, member) in source.item.members.enumerated() {
        members[member.text, default: []].append(
          EnumerationMember(enumeration: EnumerationID(id), index: position))
      }
    }
    return members
  }

  /// What a name stands for at the top of the file being checked.
  func declared(_ name: String) -> Declared? { modules[module].visible[name] }

  /// Notes that the text being checked refers to an entity.
  mutating func refer(to declared: Declared, at span: Span) {
    if let owner {
      references[owner, default: []].append((declared.entity, span))
      if owner == declared.entity { return }
    }
    used.insert(declared.entity)
    if declared.module != module { usedImports.insert(Import(from: module, to: declared.module)) }
  }

  /// Notes that something is named which what is being checked does not depend on.
  mutating func mention(_ declared: Declared) {
    if owner == declared.entity { return }
    used.insert(declared.entity)
    if declared.module != module { usedImports.insert(Import(from: module, to: declared.module)) }
  }

  /// Notes that the text being checked names a member of an enumeration.
  mutating func refer(to enumeration: EnumerationID) {
    used.insert(.enumeration(enumeration))
    let declaring = enumerationItems[enumeration.index].module
    if declaring != module { usedImports.insert(Import(from: module, to: declaring)) }
  }
}

/// That one module names something another declares.
struct Import: Hashable {
  let from: Int
  let to: Int
}
