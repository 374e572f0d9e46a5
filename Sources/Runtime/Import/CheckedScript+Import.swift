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

extension CheckedScript {
  /// Imports a CSV file as the newest version of one of the script's registries: all of it, or its
  /// good rows with `mode` rejects, or nothing.
  ///
  /// - Parameters:
  ///   - file: the name of the file for people and for the record, without folders.
  ///   - asAt: the day that the rows show, where it is known.
  ///   - problemLimit: how many problems become diagnostics; the others are counted.
  public func importCSV(
    _ source: @escaping ByteSource, file: String, registry name: String,
    asAt: CivilDate? = nil, into store: any Store, mode: ImportMode = .refuseAll,
    problemLimit: Int = 100, meter: Meter = Meter(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws(RunFailure) -> ImportResult {
    guard let declaration = program.registries.first(where: { $0.name.text == name }) else {
      throw .mistakes([unknownRegistry(name, program.registries)])
    }
    do throws(ImportError) {
      let report = try Import.importCSV(
        source, name: file, schema: RegistrySchema(declaration, program), asAt: asAt,
        defaults: declaration.fields.map { $0.missing.flatMap(FieldDefault.init) }, into: store,
        mode: mode, problemLimit: problemLimit, meter: meter, progress: progress)
      return ImportResult(
        report: report, diagnostics: FileMistakes(file: file, program).rows(report.problems))
    } catch {
      throw FileMistakes(file: file, program).failure(error)
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
