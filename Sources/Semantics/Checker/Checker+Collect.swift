import Source
import Syntax

/// Gives every declaration of a file its identifier, before any of them is looked into.
extension Checker {
  mutating func collect(_ index: Int) {
    module = index
    var named: [String: Name] = [:]
    for item in modules[index].tree.items {
      guard let (name, entity) = number(item), !name.text.isEmpty else { continue }
      if let earlier = named[name.text] {
        report(redeclared(name, earlier))
        continue
      }
      named[name.text] = name
      modules[index].own.append(Declared(name: name, entity: entity, module: index))
    }
  }

  /// The next identifier of its kind for an item that declares something.
  private mutating func number(_ item: Item) -> (Name, Entity)? {
    switch item {
    case .use, .test, .show: return nil
    case .department(let item):
      departmentItems.append((module, item))
      program.departments.append(DepartmentDeclaration(name: item.name, title: item.title))
      return (item.name, .department(DepartmentID(program.departments.count - 1)))
    case .enumeration(let item):
      enumerationItems.append((module, item))
      program.enumerations.append(enumeration(item))
      return (item.name, .enumeration(EnumerationID(enumerationItems.count - 1)))
    case .record(let item):
      recordItems.append((module, item))
      recordFields.append(Checker.positions(item.fields.map(\.name)))
      program.records.append(RecordDeclaration(name: item.name, fields: []))
      return (item.name, .record(RecordID(recordItems.count - 1)))
    case .registry(let item):
      registryItems.append((module, item))
      registryFields.append(Checker.positions(item.fields.map(\.name)))
      program.registries.append(RegistryDeclaration(name: item.name, key: 0, fields: []))
      return (item.name, .registry(RegistryID(registryItems.count - 1)))
    case .function(let item):
      functionItems.append((module, item))
      return (item.name, .function(FunctionID(functionItems.count - 1)))
    case .table(let item):
      let id = TableID(tableItems.count)
      tableItems.append((module, item))
      // The table of its grounds, which has no name of its own, stands behind a principle.
      if item.principle != nil { tableItems.append((module, item)) }
      return (item.name, .table(id))
    case .constant(let item):
      constantItems.append((module, item))
      constants.append(nil)
      return (item.name, .constant(ConstantID(constantItems.count - 1)))
    case .plan(let item):
      planItems.append((module, item))
      return (item.name, .plan(PlanID(planItems.count - 1)))
    case .law(let item):
      lawItems.append((module, item))
      return (item.name, .law(LawID(lawItems.count - 1)))
    case .calendar(let item):
      calendarItems.append((module, item))
      program.calendars.append(
        CalendarDeclaration(name: item.name, base: nil, days: nil, notices: [:]))
      return (item.name, .calendar(CalendarID(calendarItems.count - 1)))
    case .matter(let item):
      matterItems.append((module, item))
      return (item.name, .matter(MatterID(matterItems.count - 1)))
    case .checklist(let item):
      checklistItems.append((module, item))
      return (item.name, .checklist(ChecklistID(checklistItems.count - 1)))
    case .tasks(let item):
      taskItems.append((module, item))
      return (item.name, .tasks(TasksID(taskItems.count - 1)))
    case .visitCap(let item):
      visitCapItems.append((module, item))
      return (item.name, .visitCap(VisitCapID(visitCapItems.count - 1)))
    case .joint(let item):
      jointItems.append((module, item))
      return (item.name, .joint(JointID(jointItems.count - 1)))
    }
  }

  private mutating func enumeration(_ item: EnumerationItem) -> EnumerationDeclaration {
    reportRepeated(item.members)
    if item.members.isEmpty { report(noMembers(item.name)) }
    return EnumerationDeclaration(
      name: item.name, isOrdered: item.isOrdered, members: item.members)
  }

  /// Where each name stands first.
  private static func positions(_ names: [Name]) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() where positions[name.text] == nil {
      positions[name.text] = index
    }
    return positions
  }

  /// Reports names that stand twice in a list of them.
  mutating func reportRepeated(_ names: [Name]) {
    var seen: [String: Name] = [:]
    for name in names where !name.text.isEmpty {
      if let earlier = seen[name.text] {
        report(redeclared(name, earlier))
      } else {
        seen[name.text] = name
      }
    }
  }
}
