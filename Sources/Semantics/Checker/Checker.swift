import Source
import Syntax

/// Checks a script with its modules. The parts are in `Checker+….swift`, one for each class of
/// syntax; the mistakes they report are made by the functions in `Diagnostics`.
struct Checker {
  /// The modules in the order they were given; the main file is the last.
  var modules: [Module]
  let main: Int
  var program = Program()
  private(set) var diagnostics: [Diagnostic] = []

  // Declarations with the module they stand in, by the index of their identifiers.
  var departmentItems: [(module: Int, item: DepartmentItem)] = []
  var enumerationItems: [(module: Int, item: EnumerationItem)] = []
  var recordItems: [(module: Int, item: RecordItem)] = []
  var registryItems: [(module: Int, item: RegistryItem)] = []
  var functionItems: [(module: Int, item: FunctionItem)] = []
  var tableItems: [(module: Int, item: TableItem)] = []
  var constantItems: [(module: Int, item: LetStatement)] = []
  var planItems: [(module: Int, item: PlanItem)] = []
  var lawItems: [(module: Int, item: LawItem)] = []
  var calendarItems: [(module: Int, item: CalendarItem)] = []
  var matterItems: [(module: Int, item: MatterItem)] = []
  var checklistItems: [(module: Int, item: ChecklistItem)] = []
  /// The conditions of checklists over the rows of registries, as far as they have been looked at.
  var checklistConditions: [ChecklistUse: [TypedExpression?]] = [:]
  var taskItems: [(module: Int, item: TasksItem)] = []
  var taskTables: [TaskTable] = []
  var visitCapItems: [(module: Int, item: VisitCapItem)] = []
  var jointItems: [(module: Int, item: JointItem)] = []

  // Where to find fields by their names.
  var recordFields: [[String: Int]] = []
  var registryFields: [[String: Int]] = []
  var functionSignatures: [Signature] = []
  var tableSignatures: [Signature] = []
  /// The values of constants that have been looked at.
  var constants: [TypedExpression?] = []
  /// The inspectors that `每名检查人员` counts, in the plan being checked.
  var inspectorCount: InspectorCount?
  /// The registry a plan draws from, known before the plan is checked.
  var planRegistries: [RegistryID?] = []
  /// The registry of its second stage, if it has one.
  var planStages: [RegistryID?] = []
  /// The parameters of each plan, and their types by the places of their names.
  var planParameters: [[PlanParameter]] = []
  var parameterTypes: [Span: Type] = [:]
  /// Of the plan being checked.
  var parameters: [PlanDeclaration.Parameter] = []

  // Where the checker is.
  var module: Int
  var scope = Scope()
  /// The declaration being checked; nil in tests and `显示` lines.
  var owner: Entity?
  /// While a plan that changes another is checked: what it inherits may not fit.
  var overlay: Overlay?
  /// The condition of the plan that is being checked, and the plan's place.
  var planScope: (condition: TypedExpression, plan: Span)?

  /// What each declaration refers to, in order; for cycles.
  var references: [Entity: [(to: Entity, span: Span)]] = [:]
  /// What is named anywhere outside its own declaration.
  var used: Set<Entity> = []
  /// Which modules are really needed by which.
  var usedImports: Set<Import> = []
  /// Names already reported as undefined, in one module: one cause, one diagnostic.
  var undefined: [Set<String>]
  /// Names of variables already reported to be those of fields too.
  var ambiguous: Set<Span> = []
  /// Literals whose type only their surroundings can tell, until they do.
  var unsettled: [Span: DiagnosticCode] = [:]

  init(modules given: [(path: String, tree: SyntaxTree)], main tree: SyntaxTree) {
    modules = given.map { Module(path: $0.path, tree: $0.tree) } + [Module(path: nil, tree: tree)]
    main = given.count
    module = given.count
    undefined = Array(repeating: [], count: given.count + 1)
  }

  /// How many errors have been found so far, those that are not told again included.
  private(set) var errorCount = 0

  /// Counts an error whose cause has been reported already.
  mutating func countToldError() { errorCount += 1 }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    guard let overlay, overlay.inherits(diagnostic) else {
      diagnostics.append(diagnostic)
      return
    }
    let mistake =
      diagnostic.severity == .error ? inheritedDoesNotFit(diagnostic, overlay) : diagnostic
    // Told where the plan is checked that it comes from.
    if diagnostics.contains(where: { $0 == diagnostic || overlay.isTold(mistake, by: $0) }) {
      return
    }
    diagnostics.append(mistake)
  }

  mutating func report(_ several: [Diagnostic]) {
    for diagnostic in several { report(diagnostic) }
  }

  mutating func checkAll() {
    let reachable = resolveUses()
    for index in reachable { collect(index) }
    for index in reachable { makeVisible(index) }
    resolveCalendars()
    resolveDepartments()
    declareTasks()
    resolveRecords()
    resolveSignatures()
    resolveRegistries()
    settleConstants()
    resolveTasks()
    resolveDefaults()
    resolveSources()
    resolveLaws()
    resolveMatters()
    for index in functionItems.indices { checkFunction(FunctionID(index)) }
    for index in tableItems.indices { checkTable(TableID(index)) }
    checkPlans()
    noteCalendars()
    checkAcrossPlans()
    checkStatements()
    reportCycles()
    reportRowDependence()
    reportUnsettled()
    reportUnused()
  }

  /// While there are errors, what seems unused may be what they are about.
  mutating func dropConsequences() {
    let isBroken =
      errorCount > 0 || modules[main].tree.diagnostics.contains { $0.severity == .error }
    guard isBroken else { return }
    let unused: Set<DiagnosticCode> = [.unusedBinding, .unusedDepartment, .unusedModule]
    diagnostics.removeAll { unused.contains($0.code) }
  }

  /// Does something elsewhere, with a fresh scope, and comes back.
  mutating func elsewhere<Result>(
    module other: Int, owner otherOwner: Entity?, _ body: (inout Checker) -> Result
  ) -> Result {
    let saved = (module, owner, scope)
    (module, owner, scope) = (other, otherOwner, Scope())
    defer { (module, owner, scope) = saved }
    return body(&self)
  }

  /// Does something where the given places are known to be present.
  mutating func assuming<Result>(
    _ facts: Set<Place>, _ body: (inout Checker) -> Result
  ) -> Result {
    let saved = scope.present
    scope.present.formUnion(facts)
    defer { scope.present = saved }
    return body(&self)
  }

  /// The keyword set of the file being checked.
  var language: Language { modules[module].tree.keywordLanguage }

  /// A keyword as the file being checked spells it, whatever the language of the message.
  func spelled(_ keyword: Keyword) -> MessageArgument { .text(keyword.spelling(in: language)) }

  /// The words a span covers, in the file being checked.
  func written(_ span: Span) -> String { modules[module(of: span)].tree.file.text(span) }

  /// The module whose text a span covers.
  func module(of span: Span) -> Int {
    if modules[module].tree.file.id == span.file { return module }
    return modules.firstIndex { $0.tree.file.id == span.file } ?? module
  }

  /// Does something for the text of another module, where all else stays as it is: names mean
  /// what they mean there.
  mutating func reading<Result>(_ span: Span, _ body: (inout Checker) -> Result) -> Result {
    let saved = module
    module = module(of: span)
    defer { module = saved }
    return body(&self)
  }

  /// The `显示` lines and tests of the main file.
  private mutating func checkStatements() {
    for item in modules[main].tree.items {
      switch item {
      case .show(let show):
        let value = elsewhere(module: main, owner: nil) { $0.infer(show.value) }
        program.shows.append(value)
      case .test(let test): checkTest(test)
      default: break
      }
    }
  }
}
