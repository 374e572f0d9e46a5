import ArgumentParser
import Yijian

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks scripts: names, types, tables, sampling arithmetic, plans that meet.",
    discussion: """
      A folder stands for all .yj files below it; the plans of all scripts are checked together.
      With a store the objects are looked at as well: gaps and overlaps say how many objects they are
      about, and how often each object is visited, by the draws that are recorded and those still to
      come, is held against the visit caps and joint bounds of the scripts; what two departments
      inspect at the same objects, and more working days than a department has, are told, and plans
      that could visit together are proposed.

      EXAMPLE
        yijian check plans/ --format json
        yijian check plans/ --store sqlite:firms.db --year 2026
      """)

  @Argument(help: "Scripts or folders.")
  var paths: [String]

  @Flag(help: "Also report what plans lack in the six respects (六个全).")
  var complete = false

  @Option(
    help:
      "Also look at the objects of this store: memory:, sqlite:PATH or postgresql://HOST/DATABASE"
  )
  var store: StoreURL?

  @Option(help: "With a store: only the plans of this year.")
  var year: Int?

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if year != nil, store == nil { throw ValidationError("--year needs --store") }
  }

  func run() throws { try common.perform(check) }

  private func check(_ console: Console) throws {
    let paths = try Files.scripts(at: paths)
    var scripts: [CheckedScript] = []
    var found = Findings()
    var isUnavailable = false
    var reports: [PlanCompleteness] = []
    let limits = limitOptions.limits()
    let store = try store.map { try opening($0, mustExist: true, console) }
    for path in paths {
      do {
        let script = try Scripts.load(path, into: &found.sources)
        found.add(try diagnostics(script, store, limits, console))
        if complete {
          found.add(script.incompleteness)
          reports += script.completeness
        }
        scripts.append(script)
      } catch let error as FileProblem {
        found.add([error.diagnostic])
        isUnavailable = true
      }
    }
    // What is wrong inside of a script hides what it means for others.
    let sound = scripts.filter { !$0.hasErrors }
    let portfolio = Portfolio(sound)
    found.add(portfolio.diagnostics)
    var review: PortfolioReview?
    if let store, portfolio.hasPlans {
      let looked = try reporting(console, found.sources) { () throws(RunFailure) in
        try portfolio.review(over: store, years: year.map { [$0] }, limits: limits)
      }
      found.add(looked.diagnostics)
      review = looked
    }
    let diagnostics = found.diagnostics.filter { !isOfOthers($0, portfolio) }
    let portfolioView = review.map { PortfolioView(review: $0, console: console) }
    let completeness = reports.map { CompletenessView(report: $0, console: console) }
    switch console.format {
    case .json:
      var members: [JSONValue.Member] = []
      if let portfolioView { members.append(.init("portfolio", portfolioView.json)) }
      if complete { members.append(.init("completeness", .array(completeness.map(\.json)))) }
      console.show(diagnostics, in: found.sources, beside: members)
    case .text:
      console.warn(diagnostics, in: found.sources)
      if let portfolioView {
        console.output(portfolioView.text)
      } else if diagnostics.isEmpty {
        console.remark(
          console.text(
            "检查了 \(scripts.count) 个脚本，没有问题",
            "scripts checked: \(scripts.count), no problems"))
      }
      for view in completeness { console.output(view.text) }
    }
    if isUnavailable { throw ExitStatus.unavailable }
    if found.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
  }

  private func diagnostics(
    _ script: CheckedScript, _ store: (any Store)?, _ limits: Limits, _ console: Console
  ) throws -> [Diagnostic] {
    guard let store else { return script.diagnostics }
    return try reporting(console, script.sources) { () throws(RunFailure) in
      try script.diagnostics(counting: store, limits: limits)
    }
  }

  /// A department of a module is there for the scripts that use the module.
  private func isOfOthers(_ diagnostic: Diagnostic, _ portfolio: Portfolio) -> Bool {
    guard diagnostic.code == .unusedDepartment, case .source(let place) = diagnostic.location
    else { return false }
    return portfolio.isModule(place.file)
  }
}
