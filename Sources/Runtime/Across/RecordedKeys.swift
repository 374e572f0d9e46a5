import Quantities
import Semantics
import Source
import Store

/// What a recorded draw says about whom it drew.
struct RecordedKeys {
  let event: Int
  let on: CivilDate
  /// Objects that were drawn from.
  let population: Int
  /// With the number of layers that each was drawn for.
  let keys: [(key: String, layers: Int64)]
  /// Of the plan's parameters.
  let values: [PlanDeclaration.ParameterValue?]

  init(
    _ event: StoredEvent, of plan: PlanDeclaration, _ script: CheckedScript
  ) throws(RunFailure) {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: event.payload)
    } catch {
      let error = StoreError.corrupt("\(event.stream) \(event.version)")
      throw .store(error, storeFailed(error))
    }
    let reader = ManifestReader(document)
    self.event = event.version
    guard let on = CivilDate(try reader.string("on")) else { throw reader.malformed("on") }
    self.on = on
    let counts = try reader.object("counts")
    population = try counts.integer("inScope") - counts.integer("excluded")
    var keys: [(String, Int64)] = []
    for object in try reader.objects("drawn") {
      let layers = object.has("layer") ? try object.integer("layer") : 1
      keys.append((try object.string("key"), Int64(layers)))
    }
    self.keys = keys
    var parameters: [String: String] = [:]
    if reader.has("parameters") {
      for parameter in try reader.objects("parameters") {
        parameters[try parameter.string("name")] = try parameter.string("value")
      }
    }
    values = try script.parameterValues(parameters, of: plan)
  }
}
