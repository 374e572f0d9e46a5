import Syntax

/// Plans in relation to other registries and to each other. All keys are texts, and those of two
/// registries are partly the same.
extension RandomProgram {
  /// `除 册 按 列 其中 …`
  mutating func exception(from own: Int) -> String {
    let other = number(0..<registries.count)
    var text = " \(word(.except)) \(registries[other].name)"
    if chance(40), let field = textField(of: chance(50) ? own : other) {
      text += " \(word(.by)) \(field)"
    }
    if other == own || chance(50) { text += " \(word(.where)) \(condition(inside: other))" }
    return text
  }

  /// `抽查 随 案` or `抽查 同 案`
  mutating func relatedSample(_ plan: ScriptPlan) -> (text: String, isAlong: Bool)? {
    if chance(15), !plans.isEmpty {
      return ("\(word(.sample)) \(word(.sampleAlong)) \(pick(plans).name)", true)
    }
    let alike = plans.filter { $0.registry == plan.registry && !$0.hasScope && !$0.isAlong }
    guard chance(30), !alike.isEmpty else { return nil }
    return ("\(word(.sample)) \(word(.sampleAs)) \(pick(alike).name)", false)
  }

  /// `再抽 册 其中 … 按 列 { 1户..2户 }`
  mutating func secondStage(_ plan: inout ScriptPlan) -> String {
    let other = number(0..<registries.count)
    plan.stage = other
    var text = "\(word(.thenSample)) \(registries[other].name)"
    if chance(30) { text += " \(word(.where)) \(condition(inside: other))" }
    let key = registries[other].fields[registries[other].key].name
    let field = chance(80) ? key : textField(of: other) ?? key
    let quantities = ["50%", word(.all), "\(word(.atLeast)) 20%", "\(word(.atMost)) 70%"]
    let zero = chance(80) ? " " + word(.allowZero) : ""
    return "\(text) \(word(.by)) \(field) { \(pick(quantities))\(zero) }"
  }

  private mutating func condition(inside registry: Int) -> String {
    condition(Surroundings(constants: constants).inside(.row(registry)), 1).text
  }

  /// The name of a field that may hold a key.
  private mutating func textField(of registry: Int) -> String? {
    let fields = registries[registry].fields.filter { $0.type.unwrapped == .text }
    return fields.isEmpty ? nil : pick(fields).name
  }
}
