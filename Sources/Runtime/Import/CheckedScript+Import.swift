public import Engine
public import Import
public import Quantities
import Semantics
public import Source
public import Store
import Syntax

/// What an import did, with the rows that were put aside as diagnostics.
public struct ImportResult: Sendable {
  public let report: ImportReport
  public let diagnostics: [Diagnostic]
}

/// How a registry is imported.
public struct ImportSettings {
  /// What to take the file for, instead of looking.
  public var reading = ReadingOptions()
  /// The day that the rows show, where it is known.
  public var asAt: CivilDate?
  public var mode = ImportMode.refuseAll
  /// How many problems become diagnostics; the others are counted.
  public var problemLimit = 100
  /// Is told what the columns hold, once all rows have been read and before any is stored, also where
  /// the import is refused.
  public var examined: (DataQuality) -> Void = { _ in }
  /// Is told after every few thousand rows.
  public var progress: (ImportProgress) -> Void = { _ in }

  /// Everything found out, nothing put aside, nobody told.
  public init() {}
}

extension CheckedScript {
  /// Imports a data file as the newest version of one of the script's registries: all of it, or its
  /// good rows with `mode` rejects, or nothing.
  public func importRegistry(
    _ name: String, from file: DataFile, _ settings: ImportSettings = ImportSettings(),
    into store: any Store, meter: Meter = Meter()
  ) throws(RunFailure) -> ImportResult {
    guard let declaration = program.registries.first(where: { $0.name.text == name }) else {
      throw .mistakes([unknownRegistry(name, program.registries)])
    }
    var request = ImportRequest(RegistrySchema(declaration, program))
    request.defaults = declaration.fields.map { $0.missing.flatMap(FieldDefault.init) }
    request.titles = declaration.fields.map(\.title)
    request.options = settings.reading
    request.mode = settings.mode
    request.asAt = settings.asAt
    request.problemLimit = settings.problemLimit
    request.examined = settings.examined
    request.progress = settings.progress
    let mistakes = FileMistakes(file: file.name)
    do throws(ImportError) {
      let report = try Import.importRegistry(file, request, into: store, meter: meter)
      return ImportResult(report: report, diagnostics: mistakes.rows(report.problems))
    } catch {
      throw mistakes.failure(error)
    }
  }
}

extension FieldDefault {
  /// Nil for absence, which is no value.
  init?(_ constant: TypedExpression.Constant) {
    switch constant {
    case .decimal(let value): self = .decimal(value)
    case .text(let value): self = .text(value)
    case .none: return nil
    case .bool, .integer, .date, .member:
      guard let value = constant.engineInteger else { return nil }
      self = .integer(value)
    }
  }
}
