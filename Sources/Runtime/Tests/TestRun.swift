import Engine
import Import
import Quantities
import Semantics
import Source
import Store
import Syntax

/// One test while it runs.
struct TestRun {
  private let script: CheckedScript
  private let meter: Meter
  private let files: (String) -> [UInt8]?
  private let store = MemoryStore()
  private(set) var assertions = 0
  var diagnostics: [Diagnostic] = []
  var reachedLimit = false

  init(_ script: CheckedScript, _ limits: Limits, _ files: @escaping (String) -> [UInt8]?) {
    self.script = script
    self.meter = Meter(limits)
    self.files = files
  }

  /// First all data, then bindings and assertions in order. An assertion that does not hold does
  /// not keep the next ones from being evaluated; anything else that goes wrong does.
  mutating func perform(_ test: TestDeclaration) throws(Stop) {
    for case .given(let registry, let rows, let asAt) in test.statements {
      switch rows {
      case .table(let rows): try give(registry, rows, asAt: asAt)
      case .file(let name, let span): try give(registry, file: name, span, asAt: asAt)
      }
    }
    let snapshot: any StoreSnapshot
    do {
      snapshot = try store.snapshot()
    } catch {
      throw .store(error)
    }
    let interpreter = Interpreter(
      script, snapshot: snapshot, asOf: nil, meter: meter, absentIsEmpty: true)
    interpreter.registries.givenDraws = pastDraws(test)
    var scope = Scope()
    for statement in test.statements {
      switch statement {
      case .given, .givenDrawn: break
      case .givenSample(let sample, let plan, let arguments):
        guard case .rows(let rows) = try interpreter.evaluate(sample, scope) else {
          throw .impossible("a sample that is no rows")
        }
        interpreter.registries.give(
          try interpreter.pastDraw(plan, arguments, scope, rows))
      case .constant(_, let expression):
        scope.locals.append(.constant(try interpreter.evaluate(expression, scope)))
      case .assert(let expression):
        assertions += 1
        if case .scalar(.bool(true)) = try interpreter.evaluate(expression, scope) { continue }
        let explanation = AssertionExplanation(interpreter, scope, script.sources)
        diagnostics.append(try explanation.diagnostic(expression))
      }
    }
  }

  /// The earlier draws that the test gives: one of each object.
  private func pastDraws(_ test: TestDeclaration) -> [PastDraw] {
    var draws: [PastDraw] = []
    for case .givenDrawn(let registry, let rows) in test.statements {
      let name = script.program.registries[registry.index].name.text
      draws += rows.map {
        PastDraw(
          registry: name, plan: $0.plan, on: $0.on, period: "", event: 0, digest: "", visits: 1,
          keys: [$0.key])
      }
    }
    return draws.sorted(by: PastDraw.precedes)
  }

  /// Rows written out in the test.
  private func give(
    _ id: RegistryID, _ rows: [TestDeclaration.GivenRow], asAt: CivilDate?
  ) throws(Stop) {
    let declaration = script.program.registries[id.index]
    let schema = RegistrySchema(declaration, script.program)
    var columns: [Column] = []
    for (index, field) in declaration.fields.enumerated() {
      var builder = DatumColumnBuilder(field.type)
      var keys = MadeKeys(field.type, besides: rows, key: declaration.key)
      for row in rows {
        let written = row.values[index].flatMap { $0 == .none ? nil : $0 }
        let value = written ?? field.missing ?? .none
        do throws(LimitExceeded) {
          try meter.spend(steps: Int(row.copies ?? 1))
          try meter.spend(bytes: Int(row.copies ?? 0) * MadeKeys.bytes)
        } catch {
          throw .limit(error)
        }
        for _ in 0..<(row.copies ?? 1) {
          let isMade = index == declaration.key && row.copies != nil
          builder.append(isMade ? .text(keys.next()) : value)
        }
      }
      columns.append(builder.finish())
    }
    let twice: [Int]
    do throws(StoreError) {
      let target = try store.beginImport(schema)
      twice = try target.append(Table(rowCount: columns.first?.count ?? 0, columns: columns))
      _ = try target.commit(ImportOrigin(name: "", fileDigest: nil, asAt: asAt))
    } catch {
      throw .store(error)
    }
    if !twice.isEmpty { throw .impossible("given rows with one key") }
  }

  private mutating func give(
    _ id: RegistryID, file name: String, _ span: Span, asAt: CivilDate?
  ) throws(Stop) {
    guard let bytes = files(name) else { throw .fault(givenFileMissing(name, at: span)) }
    do throws(RunFailure) {
      var settings = ImportSettings()
      settings.asAt = asAt
      _ = try script.importRegistry(
        script.program.registries[id.index].name.text, from: DataFile(name: name, bytes: bytes),
        settings, into: store, meter: meter)
    } catch {
      switch error {
      case .mistakes(let diagnostics): throw .mistakes(diagnostics)
      case .limit(let diagnostic):
        reachedLimit = true
        throw .fault(diagnostic)
      case .store(let error, _): throw .store(error)
      }
    }
  }
}
