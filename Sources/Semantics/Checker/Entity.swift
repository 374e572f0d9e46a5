import Source
import Syntax

/// Something that is declared at the top of a file. All kinds share one space of names.
enum Entity: Hashable {
  case department(DepartmentID)
  case enumeration(EnumerationID)
  case record(RecordID)
  case registry(RegistryID)
  case function(FunctionID)
  case table(TableID)
  case constant(ConstantID)
  case plan(PlanID)
  case law(LawID)
  case calendar(CalendarID)
  case matter(MatterID)
  case checklist(ChecklistID)
  case tasks(TasksID)
  case visitCap(VisitCapID)
  case joint(JointID)

  /// What it is called: `部门`.
  var words: Words {
    switch self {
    case .department: Words(zh: "部门", en: "a department")
    case .enumeration: Words(zh: "枚举", en: "an enumeration")
    case .record: Words(zh: "记录", en: "a record")
    case .registry: Words(zh: "名录", en: "a registry")
    case .function: Words(zh: "函数", en: "a function")
    case .table: Words(zh: "判定", en: "a decision table")
    case .constant: Words(zh: "常量", en: "a constant")
    case .plan: Words(zh: "计划", en: "a plan")
    case .law: Words(zh: "法规", en: "a law")
    case .calendar: Words(zh: "日历", en: "a calendar")
    case .matter: Words(zh: "事项", en: "a matter")
    case .checklist: Words(zh: "检查单", en: "a checklist")
    case .tasks: Words(zh: "任务分工", en: "a table of tasks")
    case .visitCap: Words(zh: "检查上限", en: "a visit cap")
    case .joint: Words(zh: "统筹", en: "a joint bound")
    }
  }
}

/// An entity with its name and the module that declares it.
struct Declared {
  let name: Name
  let entity: Entity
  let module: Int
}

/// A file that takes part in a check.
struct Module {
  /// What `使用` lines call it; nil for the main file.
  let path: String?
  let tree: SyntaxTree
  /// The modules it uses, and where it says so.
  var uses: [(module: Int, path: String, span: Span)] = []
  /// Whether a module it uses is not there: then names may be undefined for that reason alone.
  var lacksModule = false
  /// What it declares itself, in order.
  var own: [Declared] = []
  /// What its text may name: its own declarations and those of the modules it uses itself.
  /// Use is not transitive: a file says all it depends on.
  var visible: [String: Declared] = [:]
  /// Members of visible enumerations, by name.
  var members: [String: [EnumerationMember]] = [:]
}

struct EnumerationMember {
  let enumeration: EnumerationID
  let index: Int
}

/// What a call of a function or table has to agree with.
struct Signature {
  let name: Name
  let parameters: [FieldDeclaration]
  /// Of a call: a list for a table that collects.
  let result: Type
}
