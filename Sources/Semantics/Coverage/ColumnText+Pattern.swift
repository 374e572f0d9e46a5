import Syntax

extension ColumnText {
  /// The pattern that takes exactly a set of classes, or nil if the language has none.
  func pattern(of set: BitSet) -> String? {
    if set == classes.all { return "_" }
    let takesAbsence = classes.absent.map(set.contains) ?? false
    let present = BitSet(0..<classes.presentCount, capacity: classes.count)
    let missing = present.subtracting(set)
    if missing.isEmpty { return word(.not) + " " + word(.none) }
    var pieces: [String] = []
    if case .texts(let texts) = classes.domain, set.contains(texts.count) {
      // All but some texts: only one can be denied, and denying takes absence too.
      guard missing.count == 1, let only = missing.elements.first,
        takesAbsence || classes.absent == nil
      else { return nil }
      return word(.not) + " " + Self.quoted(texts[only])
    }
    for run in presentRuns(of: set) {
      guard let piece = pattern(ofRun: run) else { return nil }
      pieces.append(piece)
    }
    if takesAbsence { pieces.append(word(.none)) }
    return pieces.joined(separator: ", ")
  }

  /// Runs of neighbouring classes of a line; of other values, each by itself.
  func presentRuns(of set: BitSet) -> [Range<Int>] {
    let present = set.intersection(BitSet(0..<classes.presentCount, capacity: classes.count))
    switch classes.domain {
    case .integers, .decimals: return present.runs
    case .members, .texts, .opaque: return present.elements.map { $0..<$0 + 1 }
    }
  }

  func pattern(ofRun run: Range<Int>) -> String? {
    switch classes.domain {
    case .members: return member(run.lowerBound)
    case .texts(let texts):
      return run.lowerBound < texts.count ? Self.quoted(texts[run.lowerBound]) : nil
    case .integers:
      guard let stretch = classes.integerStretch(run) else { return nil }
      return pattern(stretch, integer)
    case .decimals:
      guard let stretch = classes.decimalStretch(run) else { return nil }
      return pattern(stretch, decimal)
    case .opaque: return nil
    }
  }

  /// `5`, `2..4`, `> 3`; nil for a range that leaves out one of its ends.
  private func pattern<Value>(
    _ stretch: Stretch<Value>, _ text: (Value) -> String
  ) -> String? {
    switch (stretch.low, stretch.high) {
    case (nil, nil): return nil
    case (let low?, nil): return (low.isIncluded ? ">= " : "> ") + text(low.value)
    case (nil, let high?): return (high.isIncluded ? "<= " : "< ") + text(high.value)
    case (let low?, let high?):
      guard low.isIncluded, high.isIncluded else { return nil }
      return low.value == high.value
        ? text(low.value) : text(low.value) + ".." + text(high.value)
    }
  }
}
