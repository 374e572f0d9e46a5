import Semantics
import Source
import Syntax

extension DrawResult {
  /// An item of a checklist by which the drawn objects are inspected.
  public struct InspectionItem: Hashable, Sendable {
    public let checklist: String
    public let name: String
    /// What is checked, in words.
    public let text: String
    /// The keyword of the element in Chinese: `人员`.
    public let element: String
    public let department: String
    public let matter: String?
    /// The keyword of the matter's class in Chinese, `一般` or `重点`; nil where it has none.
    public let category: String?
    /// The most points that can be given; nil where the item is found to conform or not.
    public let score: Int64?
    /// To how many of the drawn objects it applies.
    public let objects: Int

    public init(
      checklist: String, name: String, text: String, element: String, department: String,
      matter: String?, category: String? = nil, score: Int64? = nil, objects: Int
    ) {
      self.checklist = checklist
      self.name = name
      self.text = text
      self.element = element
      self.department = department
      self.matter = matter
      self.category = category
      self.score = score
      self.objects = objects
    }
  }

  /// An element of which a checklist has nothing to look at.
  public struct Inapplicable: Hashable, Sendable {
    public let checklist: String
    /// The keyword of the element in Chinese: `人员`.
    public let element: String
    public let reason: String
  }
}

extension Interpreter {
  /// For each item of the plan's checklists, in order, whether it applies to each drawn object: its
  /// condition holds, and its department comes. Nil where it applies to all of them.
  func applications(
    of plan: PlanDeclaration, to drawn: RowSet, _ attendances: [Attendance]
  ) throws(Stop) -> [[Bool]?] {
    var found: [[Bool]?] = []
    for inspection in plan.inspections {
      for (condition, department) in zip(inspection.conditions, inspection.departments) {
        let comes = department.flatMap { attendances.comes($0) }
        guard let condition else {
          found.append(comes)
          continue
        }
        var applies = Array(repeating: false, count: drawn.count)
        let elements = Elements.rows(drawn, .row(plan.registry))
        for position in try positions(where: condition, elements, Scope()) {
          applies[Int(position)] = comes?[Int(position)] ?? true
        }
        found.append(applies)
      }
    }
    return found
  }
}

extension Sample {
  /// The items of the plan's checklists with the number of drawn objects that each applies to.
  func inspectionItems(_ program: Program) -> [DrawResult.InspectionItem] {
    var items: [DrawResult.InspectionItem] = []
    for inspection in plan.inspections {
      let checklist = program.checklists[inspection.checklist.index]
      for (item, department) in zip(checklist.items, inspection.departments) {
        let objects = applications[items.count].map { $0.count { $0 } } ?? self.objects.count
        items.append(
          DrawResult.InspectionItem(
            checklist: checklist.name.text, name: item.name.text, text: item.text,
            element: item.element.keyword.spelling(in: .chinese),
            department: department.map { program.departments[$0.index].name.text } ?? "",
            matter: item.matter.map { program.matters[$0.index].name.text },
            category: item.matter.flatMap { program.matters[$0.index].category?.spelling },
            score: item.result.score, objects: objects))
      }
    }
    return items
  }

  /// The elements of which the plan's checklists have nothing to look at.
  func inapplicableElements(_ program: Program) -> [DrawResult.Inapplicable] {
    plan.inspections.flatMap { inspection in
      let checklist = program.checklists[inspection.checklist.index]
      return checklist.inapplicable.map {
        DrawResult.Inapplicable(
          checklist: checklist.name.text, element: $0.element.keyword.spelling(in: .chinese),
          reason: $0.reason)
      }
    }
  }

  /// How many items are due for the drawn object at a position; nil without checklists.
  func itemsDue(at position: Int) -> Int? {
    guard !plan.inspections.isEmpty else { return nil }
    return applications.count { $0.map { $0[position] } ?? true }
  }
}

extension MatterDeclaration.Category {
  fileprivate var spelling: String {
    let keyword: Keyword =
      switch self {
      case .general: .generalMatter
      case .key: .keyMatter
      }
    return keyword.spelling(in: .chinese)
  }
}

extension ChecklistDeclaration.Result {
  fileprivate var score: Int64? { if case .score(let most) = self { most } else { nil } }
}
