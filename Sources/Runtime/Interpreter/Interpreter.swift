import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

/// Evaluates the expressions of one program over one snapshot of a store.
///
/// There is one evaluator: the engine. An expression is lowered to the engine's expressions over
/// the columns of the loop around it; outside of loops everything is known, and each operation is
/// worked out by the engine on a chunk of one row as soon as it is met. What the interpreter does
/// itself is to follow the structure: lists, records, queries, calls.
final class Interpreter {
  let program: Program
  let registries: RegistryProvider
  /// What `基准日` is; nil where nobody has given one.
  let asOf: CivilDate?
  let meter: Meter
  /// The keyword set of the script, for values that become labels.
  let language: Language
  let sites: SiteTable
  /// In the order of the program's host functions.
  let hosts: [HostFunction]
  /// How deep lowering may nest, function calls included: it is recursive, and so is the engine.
  /// The parser's limit of 256 fits, in the 512 KB of stack that a worker thread has.
  static let deepest = 280
  /// A query inside of a query takes as much stack as this many plain levels.
  static let queryDepth = 5
  var depth: Int
  /// Expressions lowered for the columns of the loops that are being entered, and the most there
  /// have been: what they become stays in memory until the loop is through.
  var loweredCount = 0
  private var mostLowered = 0
  private static let bytesPerExpression = 256
  private var slots = 0
  private var constants: [Int: Datum] = [:]

  init(
    _ program: Program, registries: RegistryProvider, asOf: CivilDate?, meter: Meter,
    language: Language, hosts: [HostFunction], depth: Int = 0, sites: SiteTable = SiteTable()
  ) {
    self.program = program
    self.registries = registries
    self.asOf = asOf
    self.meter = meter
    self.language = language
    self.depth = depth
    self.sites = sites
    self.hosts = hosts
  }

  /// The same program and data on another day.
  func on(_ date: CivilDate) -> Interpreter {
    // A plan may draw by another plan inside of its conditions: that is nesting, too.
    Interpreter(
      program, registries: registries, asOf: date, meter: meter, language: language,
      hosts: hosts, depth: depth + Self.deepest / 10, sites: sites)
  }

  /// Counts an expression that is lowered for columns.
  func countLowered() throws(Stop) {
    loweredCount += 1
    guard loweredCount > mostLowered else { return }
    mostLowered = loweredCount
    do {
      try meter.spend(bytes: Self.bytesPerExpression)
    } catch {
      throw .limit(error)
    }
  }

  func newSlot() -> Int {
    slots += 1
    return slots - 1
  }

  /// A `设` at the top of a file: evaluated when it is first used.
  func constant(_ id: ConstantID) throws(Stop) -> Datum {
    if let known = constants[id.index] { return known }
    let value = try evaluate(program.constants[id.index].value, Scope())
    constants[id.index] = value
    return value
  }

  /// The value of an expression where everything it depends on is known.
  func evaluate(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Datum {
    let term = try lower(expression, scope.closed())
    guard case .constant(let datum) = term else { throw .needsRows }
    return datum
  }

  /// The same from inside a loop over columns, where it is not certain that the value is wanted:
  /// instead of failing, it asks for evaluation row by row.
  func evaluateAhead(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Datum {
    do throws(Stop) {
      return try evaluate(expression, scope)
    } catch let stop where stop.isFault && scope.isOpen {
      throw .needsRows
    }
  }
}

/// Spans of the operations that may fail, by the engine's sites.
final class SiteTable {
  private var spans: [Span] = []
  private var known: [Span: Site] = [:]
  private var noArms: Set<Site> = []
  private var calendars: [Site: Diagnostic] = [:]

  func site(_ span: Span) -> Site {
    if let site = known[span] { return site }
    let site = Site(Int32(spans.count))
    spans.append(span)
    known[span] = site
    return site
  }

  /// A site that says, if something fails there, that no arm was taken.
  func noArmSite(_ span: Span) -> Site {
    let site = Site(Int32(spans.count))
    spans.append(span)
    noArms.insert(site)
    return site
  }

  /// A site that says, if a day lies outside of the calendar there, which years that has.
  func calendarSite(_ span: Span, _ name: String, _ days: WorkingDayCalendar) -> Site {
    let site = site(span)
    calendars[site] = outsideCalendar(name, days, at: span)
    return site
  }

  func diagnostic(_ fault: Fault) -> Diagnostic {
    if fault.kind == .outsideCalendar, let known = calendars[fault.site] { return known }
    let span = spans[Int(fault.site.index)]
    return noArms.contains(fault.site) ? noArmTaken(at: span) : Runtime.fault(fault.kind, at: span)
  }
}

/// The registries of a run, each bound to the store when it is first used.
final class RegistryProvider {
  private let program: Program
  private let snapshot: any StoreSnapshot
  private let meter: Meter
  /// Whether a registry that was never imported counts as empty: in tests.
  private let absentIsEmpty: Bool
  private var bound: [Int: RegistryRows] = [:]
  /// Earlier draws in place of those of the store: what a test or a verification gives.
  var givenDraws: [PastDraw]?
  private var past: [Int: [PastDraw]] = [:]

  init(
    _ program: Program, snapshot: any StoreSnapshot, meter: Meter, absentIsEmpty: Bool = false
  ) {
    self.program = program
    self.snapshot = snapshot
    self.meter = meter
    self.absentIsEmpty = absentIsEmpty
  }

  /// The registries that have been used, in the order of their declarations.
  var versions: [RegistryVersion] {
    bound.keys.sorted().compactMap { bound[$0]?.version }
  }

  /// The newest draw of each round that was drawn from a registry, in their order.
  func pastDraws(of id: RegistryID) throws(Stop) -> [PastDraw] {
    if let known = past[id.index] { return known }
    let name = program.registries[id.index].name.text
    let draws: [PastDraw]
    if let givenDraws {
      draws = givenDraws.filter { $0.registry == name }
    } else {
      do {
        draws = try snapshot.pastDraws(of: name)
      } catch {
        throw .store(error)
      }
    }
    past[id.index] = draws
    return draws
  }

  /// Adds a draw to those that are given; it stands for its round.
  func give(_ draw: PastDraw) {
    var draws = (givenDraws ?? []).filter {
      $0.registry != draw.registry || $0.plan != draw.plan || $0.period != draw.period
    }
    draws.append(draw)
    givenDraws = draws.sorted(by: PastDraw.precedes)
    past = [:]
  }

  /// - Parameter span: where the script asks for the rows.
  func rows(_ id: RegistryID, at span: Span) throws(Stop) -> RegistryRows {
    if let rows = bound[id.index] { return rows }
    let declaration = program.registries[id.index]
    let schema = RegistrySchema(declaration, program)
    let found: RegistryVersion?
    do {
      found = try snapshot.registry(declaration.name.text)
    } catch {
      throw .store(error)
    }
    guard let version = found ?? (absentIsEmpty ? RegistryVersion.empty(schema) : nil) else {
      throw .fault(registryNotImported(declaration.name, at: span))
    }
    let differences = SchemaDifference.between(declared: schema, stored: version.schema)
    if !differences.isEmpty {
      throw .fault(registryDiffers(declaration.name, differences, at: span))
    }
    let rows = RegistryRows(declaration, version: version, snapshot: snapshot, meter: meter)
    bound[id.index] = rows
    return rows
  }
}

extension RegistryVersion {
  /// Of a registry that was never imported.
  fileprivate static func empty(_ schema: RegistrySchema) -> RegistryVersion {
    RegistryVersion(
      schema: schema, version: 0, rowCount: 0, digest: "",
      origin: ImportOrigin(name: "", fileDigest: nil))
  }
}
