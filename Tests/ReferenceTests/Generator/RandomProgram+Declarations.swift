import Quantities
import Syntax

/// A script's items, each a text of its own, so that a failing script can be made smaller.
struct GeneratedScript {
  var declarations: [String] = []
  var shows: [String] = []

  var text: String { (declarations + shows).joined(separator: "\n") + "\n" }
}

extension RandomProgram {
  /// Writes a whole script.
  mutating func script() -> GeneratedScript {
    if isForDraws { return plansOnly() }
    var script = GeneratedScript()
    for _ in 0..<number(1...2) { script.declarations.append(enumeration()) }
    script.declarations.append(calendar())
    for kind in CodeKind.allCases { script.declarations.append(codeConstant(kind)) }
    for _ in 0..<number(0...2) { script.declarations.append(constant()) }
    for _ in 0..<number(0...2) { script.declarations.append(record()) }
    for _ in 0..<pick([0, 1, 1, 1, 2]) { script.declarations.append(registry()) }
    for _ in 0..<number(0...4) {
      script.declarations.append(chance(50) ? function() : table())
    }
    if !registries.isEmpty && chance(30) { script.declarations += planWithDepartments() }
    if chance(40) { script.declarations.append(computedConstant()) }
    var around = Surroundings(constants: constants)
    around.mayDraw = true
    for _ in 0..<number(5...10) { script.shows.append("\(word(.show)) \(shown(around))") }
    return script
  }

  private mutating func plansOnly() -> GeneratedScript {
    var script = GeneratedScript()
    for _ in 0..<2 { script.declarations.append(enumeration()) }
    script.declarations.append(calendar())
    for kind in CodeKind.allCases { script.declarations.append(codeConstant(kind)) }
    for _ in 0..<number(1...2) { script.declarations.append(registry()) }
    if chance(50) { script.declarations.append(function()) }
    for _ in 0..<number(1...3) { script.declarations += planWithDepartments() }
    return script
  }

  private mutating func shown(_ around: Surroundings) -> String {
    switch number(0..<12) {
    case 0...4: return query(around, 2)
    case 5: return list(of: scalarType(), around, 2)
    case 6: return expression(.set(scalarType()), around, 2)
    case 7 where !records.isEmpty:
      return expression(.record(number(0..<records.count)), around, 3)
    case 8: return expression(.optional(scalarType()), around, 3)
    case 9:
      guard let callable = callables.randomElement(using: &random) else { break }
      let arguments = callable.parameters.map { argument($0, around, 2) }
      return "\(callable.name)(\(arguments.joined(separator: ", ")))"
    default: break
    }
    return expression(scalarType(), around, 3)
  }

  private mutating func enumeration() -> String {
    let isOrdered = chance(50)
    let members = (0..<number(1...5)).map { _ in name("级", "Grade") }
    let enumeration = ScriptEnumeration(
      name: name("类", "Kind"), isOrdered: isOrdered, members: members)
    enumerations.append(enumeration)
    let ordered = isOrdered ? " " + word(.ordered) : ""
    return
      "\(word(.enumeration)) \(enumeration.name)\(ordered) { \(members.joined(separator: ", ")) }"
  }

  /// One a file, so that it need not be named; it starts and ends where dates are common.
  private mutating func calendar() -> String {
    let first = number(2021...2026)
    let years = (first...number(first...2031)).map { year in
      var days = Set((0..<number(0...8)).map { _ in "\(year)-0\(number(1...9))-1\(number(0...9))" })
      let off = Array(days.sorted().prefix(4))
      days.subtract(off)
      return
        "\(year) { \(calendarDays(.daysOff, off)) \(calendarDays(.daysWorked, days.sorted())) }"
    }
    return "\(word(.calendar)) \(name("历", "Days")) {\n" + years.joined(separator: "\n") + "\n}"
  }

  private func calendarDays(_ keyword: Keyword, _ days: [String]) -> String {
    days.isEmpty ? "" : word(keyword) + " " + days.joined(separator: ", ")
  }

  /// Codes cannot be written out where nothing tells their type, so each file names some.
  private mutating func codeConstant(_ kind: CodeKind) -> String {
    let name = name("码", "code")
    let type = ScriptType.code(kind)
    constants.append(ScriptVariable(name: name, type: type))
    return "\(word(.let)) \(name): \(spelling(type)) = \(literal(type))"
  }

  private mutating func constant() -> String {
    let name = name("常", "fixed")
    var type = scalarType()
    if type.isCode { type = .integer }
    let value: String
    if chance(15) {
      value = "\(literal(type))"
      constants.append(ScriptVariable(name: name, type: .optional(type)))
      return "\(word(.let)) \(name): \(spelling(type))? = \(chance(50) ? value : word(.none))"
    }
    if chance(20) {
      value = "[\(literal(type)), \(literal(type)), \(literal(type))]"
      constants.append(ScriptVariable(name: name, type: .list(type)))
    } else {
      value = literal(type)
      constants.append(ScriptVariable(name: name, type: type))
    }
    return "\(word(.let)) \(name) = \(value)"
  }

  /// A constant that needs data, and is computed when it is first used.
  private mutating func computedConstant() -> String {
    let around = Surroundings(constants: constants)
    let name = name("算", "made")
    let type = scalarType()
    let value = "\(list(of: type, around, 2))"
    constants.append(ScriptVariable(name: name, type: .list(type)))
    return "\(word(.let)) \(name) = \(value)"
  }

  private mutating func record() -> String {
    let fields = (0..<number(1...4)).map { _ in
      var type = maybeOptional(scalarType())
      if chance(12) { type = .list(type.unwrapped) }
      if chance(12) && !records.isEmpty { type = .record(number(0..<records.count)) }
      return ScriptVariable(name: name("栏", "part"), type: type)
    }
    let record = ScriptRecord(name: name("档", "File"), fields: fields)
    let texts = fields.map { "\($0.name): \(spelling($0.type))" }
    records.append(record)
    return "\(word(.record)) \(record.name) { \(texts.joined(separator: ", ")) }"
  }

  private mutating func registry() -> String {
    var fields: [ScriptVariable] = []
    for _ in 0..<number(2...8) {
      fields.append(ScriptVariable(name: name("列", "field"), type: maybeOptional(scalarType())))
    }
    let key = number(0..<fields.count)
    fields[key] = ScriptVariable(name: fields[key].name, type: .text)
    let registry = ScriptRegistry(name: name("册", "register"), key: key, fields: fields)
    registries.append(registry)
    let texts = fields.enumerated().map { index, field in
      var text = "  \(field.name): \(spelling(field.type))"
      if index == key { return "  \(word(.key)) \(field.name): \(spelling(field.type))" }
      if chance(20) { text += " \(word(.missing)) \(missing(field.type.unwrapped))" }
      return text
    }
    return "\(word(.registry)) \(registry.name) {\n\(texts.joined(separator: "\n"))\n}"
  }

  private mutating func missing(_ type: ScriptType) -> String {
    if case .unit = type, chance(40) { return String(number(0...9)) }
    return literal(type)
  }

  private mutating func parameters() -> [ScriptVariable] {
    (0..<number(1...3)).map { _ in
      ScriptVariable(name: name("参", "given"), type: maybeOptional(scalarType()))
    }
  }

  private mutating func resultType() -> ScriptType {
    switch number(0..<12) {
    case 0: .list(scalarType())
    case 1...2: .optional(scalarType())
    case 3 where !records.isEmpty: .record(number(0..<records.count))
    default: scalarType()
    }
  }

  private func signature(
    _ keyword: Keyword, _ name: String, _ parameters: [ScriptVariable], _ result: ScriptType
  ) -> String {
    let texts = parameters.map { "\($0.name): \(spelling($0.type))" }
    return "\(word(keyword)) \(name)(\(texts.joined(separator: ", "))) -> \(spelling(result))"
  }

  private mutating func function() -> String {
    var parameters = parameters()
    let takesRows = chance(65)
    if !takesRows && chance(30) {
      let element =
        !registries.isEmpty && chance(50)
        ? ScriptType.row(number(0..<registries.count)) : scalarType()
      parameters.append(ScriptVariable(name: name("参", "given"), type: .list(element)))
    }
    let result = resultType()
    var around = Surroundings(constants: constants, locals: parameters)
    around.isOpen = takesRows
    let name = name("数", "work")
    let head = signature(.function, name, parameters, result)
    let usable = callables
    if takesRows { callables.removeAll { !$0.takesRows } }
    var lines: [String] = []
    for _ in 0..<pick([0, 0, 1, 2]) {
      let type = maybeOptional(scalarType(), 20)
      let local = self.name("量", "value")
      lines.append(
        chance(40)
          ? "  \(word(.let)) \(local): \(spelling(type)) = \(argument(type, around, 2))"
          : "  \(word(.let)) \(local) = \(expression(type, around, 2))")
      around.locals.append(ScriptVariable(name: local, type: type))
    }
    let body = argument(result, around, 3)
    callables = usable
    callables.append(
      ScriptCallable(
        name: name, parameters: parameters.map(\.type), result: result, takesRows: takesRows))
    if lines.isEmpty && chance(60) { return "\(head) = \(body)" }
    return "\(head) {\n\((lines + ["  " + body]).joined(separator: "\n"))\n}"
  }

  private mutating func table() -> String {
    let parameters = parameters()
    let result = resultType()
    var around = Surroundings(constants: constants, locals: parameters)
    around.isOpen = true
    let policy = pick([Keyword.unique, .first, .first, .collect])
    let types = parameters.map(\.type)
    var lines = policy == .first ? orderedLines(types) : lines(types)
    if policy == .unique { lines.shuffle(using: &random) }
    if policy == .collect {
      lines += self.lines(types)
      lines = Array(lines.shuffled(using: &random).prefix(5))
    }
    let name = name("判", "decide")
    let head = signature(.table, name, parameters, result)
    let usable = callables
    callables.removeAll { !$0.takesRows }
    let header = (parameters.map(\.name) + [self.name("果", "outcome")]).joined(separator: " | ")
    var narrowing = PatternNarrowing(parameters.map { presence(of: $0.name, around) })
    let rows = lines.map { line in
      let facts = narrowing.facts(line, accumulates: policy == .first)
      let cells = line.map(\.text).joined(separator: " | ")
      return "  \(cells) | \(argument(result, around.assuming(facts), 2))"
    }
    callables = usable
    callables.append(
      ScriptCallable(
        name: name, parameters: types, result: policy == .collect ? .list(result) : result,
        takesRows: true))
    let body = (["  " + header] + rows).joined(separator: "\n")
    return "\(head) \(word(policy)) {\n\(body)\n}"
  }
}
