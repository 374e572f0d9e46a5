import Source
import Syntax

/// Plans whose quantities contradict nothing before the data is known.
extension RandomProgram {
  mutating func planWithDepartments() -> [String] {
    let department = name("局", "office")
    var plan = ScriptPlan(name: name("案", "plan"), registry: number(0..<registries.count))
    let registry = registries[plan.registry]
    var around = Surroundings(constants: constants)
    around = around.inside(.row(plan.registry))
    var over = "\(word(.over)) \(registry.name)"
    if chance(40) {
      let test = condition(around, 2)
      over += " \(word(.where)) \(test.text)"
      around = around.assuming(test.whenTrue)
      plan.hasScope = true
    }
    if chance(25) { over += exception(from: plan.registry) }
    var clauses = [
      "\(word(.period)) 2026-03-01 \(word(.to)) 2026-09-30", "\(word(.lead)) \(department)", over,
    ]
    let related = relatedSample(plan)
    if related?.isAlong != true, chance(20) {
      clauses.append("\(word(.coordination)) \(quoted("g\(number(0...3))"))")
    }
    let hasRounds = chance(40)
    if hasRounds, chance(25) {
      clauses += openRounds(&plan)
    } else if hasRounds {
      clauses.append(rounds())
    }
    plan.isAlong = related?.isAlong ?? false
    clauses.append(related?.text ?? sample(around, hasRounds: hasRounds, plan.name))
    if chance(20) { clauses.append(secondStage(&plan)) }
    plans.append(plan)
    let body = clauses.map { "  " + $0 }.joined(separator: "\n")
    return [
      "\(word(.department)) \(department)", "\(word(.plan)) \(plan.name) {\n\(body)\n}",
    ]
  }

  private mutating func months(_ range: ClosedRange<Int>) -> String {
    "\(number(range))\(language == .chinese ? "" : " ")\(word(.months))"
  }

  /// Whether a sample asks for parts of its strata, which ratios of all objects need not leave room
  /// for once some have been drawn.
  private func hasParts(_ clauses: [String], _ head: String) -> Bool {
    (clauses + [head]).contains { text in
      text.contains(", \(word(.where)) ") || text.contains(word(.covering))
    }
  }

  private mutating func rounds() -> String {
    let space = language == .chinese ? "" : " "
    switch number(0..<6) {
    case 0: return "\(word(.rounds)) \(word(.monthly))"
    case 1: return "\(word(.rounds)) \(word(.quarterly))"
    case 2: return "\(word(.rounds)) \(word(pick([.halfYearly, .yearly])))"
    case 3: return "\(word(.rounds)) \(number(1...9))\(space)\(word(.roundUnit))"
    case 4: return "\(word(.rounds)) (\(number(1...4)) + \(number(0...6)))"
    default:
      let to = word(.to)
      return """
        \(word(.rounds)) {
            2026-03-01 \(to) 2026-0\(number(3...5))-\(number(10...30))
            2026-06-\(number(10...30)) \(to) 2026-09-\(number(10...30))
          }
        """
    }
  }

  /// As many rounds as a parameter says, by itself or in the draw.
  private mutating func openRounds(_ plan: inout ScriptPlan) -> [String] {
    let (parameter, most) = (name("数", "count"), number(1...7))
    plan.rounds = (parameter, most)
    let count = pick([parameter, "\(parameter) + \(number(0...2))", "\(parameter) * 2"])
    return [
      "\(word(.parameter)) \(parameter): \(word(.intType)) 1..\(most) = \(number(1...most))",
      "\(word(.rounds)) (\(count))",
    ]
  }

  /// The share of a quantity, in per cent: how small and how large it may be.
  private struct Share {
    var least: Int
    var greatest: Int
  }

  private mutating func quantity(_ isYearly: Bool) -> (text: String, share: Share) {
    let percent = number(1...40)
    let count = number(1...4)
    func objects(_ number: Int) -> String {
      language == .chinese ? "\(number)\(word(.objects))" : "\(number) \(word(.objects))"
    }
    var result: (text: String, share: Share) =
      switch number(0..<13) {
      case 12:
        // Its ratio depends on the rounds: a whole for what bounds it from above, nothing for what
        // bounds it from below.
        ("\(word(.rotate)) \(months(12...72))", Share(least: 100, greatest: 0))
      case 0: (word(.all), Share(least: 100, greatest: 100))
      case 1...3: ("\(percent)%", Share(least: percent, greatest: percent))
      case 4...5:
        ("\(word(.atLeast)) \(percent)%", Share(least: percent, greatest: 100))
      case 6...7: ("\(word(.atMost)) \(percent)%", Share(least: 0, greatest: percent))
      case 8: ("\(percent)%..\(percent + 20)%", Share(least: percent, greatest: percent + 20))
      case 9: (objects(count), Share(least: 0, greatest: 100))
      case 10: ("\(word(.atLeast)) \(objects(count))", Share(least: 0, greatest: 100))
      default: ("\(word(.atMost)) \(objects(count))", Share(least: 0, greatest: 100))
      }
    if result.text != word(.all) && chance(35) {
      result.text += ", \(word(.all)) \(word(.when)) \(word(.fewerThan)) \(objects(number(4...9)))"
      result.share.greatest = 100
    }
    if isYearly { result.text = word(.yearTotal) + " " + result.text }
    return result
  }

  /// A quantity with an alternative, one part, or a further layer.
  private mutating func quantity(
    _ isYearly: Bool, _ around: Surroundings, canHaveParts: Bool
  ) -> (text: String, share: Share) {
    var result = quantity(isYearly)
    let isPlain =
      !result.text.contains(",") && !result.text.hasSuffix(word(.all))
      && !result.text.contains(word(.rotate))
    let hasAlternative = isPlain && chance(12)
    if hasAlternative {
      let other = number(1...40)
      result.text += " \(word(.or)) \(other)%"
      result.share = Share(
        least: min(result.share.least, other), greatest: min(result.share.greatest, other))
    }
    guard canHaveParts, !isYearly else { return result }
    if chance(15) {
      let bound = pick(["\(word(.atLeast)) ", "\(word(.atMost)) ", ""])
      let isWhole = result.share.least == 100 || result.text.hasPrefix(word(.all))
      if !isWhole {
        result.text +=
          ", \(word(.where)) (\(condition(around, 1).text)) \(bound)\(number(1...60))%"
      }
    } else if chance(10) {
      result.text += ", \(word(.covering)) (\(stratifier(around, mayBeAbsent: true).text))"
    }
    if !hasAlternative, chance(10), result.share.greatest > 0 {
      result.text += ", \(word(.again)) \(number(1...max(1, min(result.share.greatest, 30))))%"
    }
    return result
  }

  private mutating func sample(
    _ around: Surroundings, hasRounds: Bool, _ plan: String
  ) -> String {
    var clauses: [String] = []
    var shares: [Share] = []
    // All or none, so that quantities contradict nothing whatever the rounds are.
    let isYearly = chance(25)
    let year = isYearly ? word(.yearTotal) + " " : ""
    var head = word(.sample)
    let hasArea = !isLarge && chance(25)
    if chance(20) {
      let (text, share) = quantity(isYearly, around, canHaveParts: !hasArea)
      head += " " + text
      shares.append(share)
    } else {
      let subjects = (0..<pick([1, 1, 2])).map { _ in stratifier(around, mayBeAbsent: true) }
      head += " \(word(.by)) \(subjects.map(\.text).joined(separator: ", "))"
      if !hasArea, chance(50) {
        let within = stratifier(around, mayBeAbsent: false)
        head += ", \(word(chance(50) ? .each : .spread)) \(within.text)"
      }
      let isSpread = head.hasSuffix(word(.spread)) || head.contains(" \(word(.spread)) ")
      for line in orderedLines(subjects.map(\.type)) {
        let (text, share) = quantity(isYearly, around, canHaveParts: !isSpread && !hasArea)
        shares.append(share)
        clauses.append("\(written(line)) => \(text)")
      }
    }
    if chance(70) { clauses.append(word(.allowZero)) }
    let least = shares.map(\.least).min() ?? 0
    let greatest = shares.map(\.greatest).max() ?? 100
    if hasArea, chance(40) {
      // The ratios of areas are bounds over all strata too.
      let bound =
        chance(60) || least >= 100
        ? "\(word(.atLeast)) \(number(1...max(1, greatest - 1)))%"
        : "\(word(.atMost)) \(number(least + 1...100))%"
      clauses.append(area(around, year + bound))
    } else if chance(30) && least < 100 {
      clauses.append("\(word(.overall)) \(year)\(word(.atMost)) \(number(least + 1...100))%")
    } else if chance(20) {
      clauses.append(
        "\(word(.overall)) \(year)\(word(.atLeast)) \(number(1...max(1, greatest - 1)))%")
    }
    if hasArea, !clauses.contains(where: { $0.contains(word(.overall) + " " + word(.each)) }) {
      let space = language == .chinese ? "" : " "
      clauses.append(
        area(around, "\(year)\(word(.atLeast)) \(pick([1, 1, 2]))\(space)\(word(.objects))"))
    }
    if chance(35) {
      clauses.append(
        "\(word(.include)) \(condition(around, 1).text)\(chance(50) ? " " + word(.counted) : "")")
    }
    if chance(20) { clauses.append("\(word(.prefer)) \(condition(around, 1).text)") }
    if chance(30) { clauses.append("\(word(.exclude)) \(condition(around, 1).text)") }
    // What the rounds of a plan leave of it is checked before the data is known.
    let hasHistory = chance(40)
    if hasHistory && (isYearly || !hasRounds) && !hasParts(clauses, head) {
      if chance(50) { clauses.append(word(.withoutRepeats) + spared(around)) }
    }
    if hasHistory && chance(40) {
      let by =
        chance(40) ? " \(word(.byPlans)) \(chance(50) ? plan : quoted("p\(number(0...2))"))" : ""
      clauses.append(
        "\(word(.exclude)) \(months(1...40)) \(word(.afterDrawn))\(by)"
          + spared(around))
    }
    if hasHistory && !hasRounds && chance(40) {
      let space = language == .chinese ? "" : " "
      clauses.append(
        "\(word(.cap)) \(number(1...3))\(space)\(word(.times))/\(months(6...40))" + spared(around))
    }
    if clauses.isEmpty { return head }
    return "\(head) {\n\(clauses.map { "    " + $0 }.joined(separator: "\n"))\n  }"
  }

  /// Objects that a clause about earlier draws is not for.
  private mutating func spared(_ around: Surroundings) -> String {
    chance(30) ? " \(word(.except)) \(condition(around, 1).text)" : ""
  }

  private mutating func area(_ around: Surroundings, _ quantity: String) -> String {
    let value = stratifier(around, mayBeAbsent: false)
    return "\(word(.overall)) \(word(.each)) (\(value.text)) \(quantity)"
  }

  private mutating func stratifier(
    _ around: Surroundings, mayBeAbsent: Bool
  ) -> (text: String, type: ScriptType) {
    let fields = places(around).filter { place in
      switch mayBeAbsent ? place.type.unwrapped : place.type {
      case .bool, .integer, .text, .enumeration: place.isOfRow
      case .decimal, .percent, .date, .unit: mayBeAbsent && place.isOfRow
      default: false
      }
    }
    if !fields.isEmpty && chance(85) {
      let field = pick(fields)
      return (field.text, field.type)
    }
    let type = pick([ScriptType.bool, .integer, .enumeration(0)])
    return (expression(type, around, 1), type)
  }
}
