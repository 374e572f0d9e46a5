import Quantities
import Source
import Syntax

/// Writes values and classes of one column the way a script in a language writes them.
struct ColumnText: Sendable {
  let name: String
  let classes: ValueClasses
  let type: Type
  /// Of an enumeration.
  let members: [String]
  let language: Language

  init(
    _ column: PatternMatrix.Column, classes: ValueClasses,
    enumerations: [EnumerationDeclaration], language: Language
  ) {
    name = column.name
    self.classes = classes
    self.language = language
    type = if case .optional(let wrapped) = column.type { wrapped } else { column.type }
    members =
      if case .enumeration(let id) = type {
        enumerations[id.index].members.map(\.text)
      } else {
        []
      }
  }

  func word(_ keyword: Keyword) -> String { keyword.spelling(in: language) }

  /// One value of a set of classes, the simplest to read: `3`, `366自然日`, `C`.
  func example(of set: BitSet) -> String {
    guard let first = classes.naturalOrder.first(where: set.contains) else { return "" }
    if first == classes.absent { return word(.none) }
    let run = first..<first + 1
    switch classes.domain {
    case .members: return member(first)
    case .integers:
      guard let stretch = classes.integerStretch(run) else { return "" }
      // The first of all days would be a strange example.
      let value = type == .date ? (stretch.low ?? stretch.high)?.value : stretch.example
      return value.map { integer($0) + unit(after: $0) } ?? text(of: set)
    case .decimals:
      let value = classes.decimalStretch(run)?.example(places: type == .percent ? 2 : 0)
      return value.map(decimal) ?? text(of: set)
    case .texts(let texts):
      return first < texts.count ? Self.quoted(texts[first]) : otherTexts(than: texts)
    case .opaque: return ""
    }
  }

  /// A whole set of classes, in words where no pattern says it.
  func text(of set: BitSet) -> String {
    if let pattern = pattern(of: set) { return pattern }
    var pieces = presentRuns(of: set).map { pattern(ofRun: $0) ?? openStretch($0) }
    if case .texts(let texts) = classes.domain {
      let excluded = texts.indices.filter { !set.contains($0) }.map { texts[$0] }
      pieces = [otherTexts(than: excluded)]
    }
    if let absent = classes.absent, set.contains(absent) { pieces.append(word(.none)) }
    return pieces.joined(separator: ", ")
  }

  func member(_ index: Int) -> String {
    if case .bool = type { return word(index == 1 ? .true : .false) }
    return members[index]
  }

  func integer(_ value: Int64) -> String {
    guard type == .date else { return String(value) }
    return CivilDate(dayNumber: Int(value)).map(String.init(describing:)) ?? String(value)
  }

  func decimal(_ value: Decimal) -> String {
    guard type == .percent else { return value.description }
    let hundredfold = try? value.multiplied(by: 100)
    return hundredfold.map { $0.description + "%" } ?? value.description
  }

  private func unit(after value: Int64) -> String {
    let keyword: Keyword? =
      switch type {
      case .count(.objects): .objects
      case .count(.times): .times
      case .count(.cases): .cases
      case .count(.persons): .persons
      case .count(.items): .items
      case .duration(.months): .months
      case .duration(.naturalDays): .naturalDays
      case .duration(.workingDays): .workingDays
      case .duration(.hours): .hours
      default: nil
      }
    guard let keyword else { return "" }
    return language == .chinese ? word(keyword) : " " + word(keyword)
  }

  /// `> 1 且 < 2`
  private func openStretch(_ run: Range<Int>) -> String {
    guard let stretch = classes.decimalStretch(run) else { return "" }
    let low = stretch.low.map { ($0.isIncluded ? ">= " : "> ") + decimal($0.value) }
    let high = stretch.high.map { ($0.isIncluded ? "<= " : "< ") + decimal($0.value) }
    return [low, high].compactMap(\.self).joined(separator: " " + word(.and) + " ")
  }

  private func otherTexts(than texts: [String]) -> String {
    guard !texts.isEmpty else { return Phrase.anyText.words.text(in: language) }
    let shown = texts.prefix(5).map(Self.quoted) + (texts.count > 5 ? ["…"] : [])
    return Message(.textOtherThan, [.text(shown.joined(separator: ", "))]).text(in: language)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
