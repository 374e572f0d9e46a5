extension NumberStyle {
  /// How a number format shows numbers that is not the workbook's own, by its number.
  ///
  /// Numbers 14 to 22 and 45 to 47 are dates and times everywhere, 27 to 36 and 50 to 58 are dates in
  /// Chinese, Japanese and Korean workbooks (ECMA-376, part 1, 18.8.30).
  init(formatID: Int, from1904: Bool) {
    switch formatID {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 34...36, 50...54, 57...58: self = .date(from1904: from1904)
    case 18...21, 32...33, 45...47, 55...56: self = .time
    default: self = .general
    }
  }

  /// By the first section of a format code, without what is quoted, escaped or in brackets.
  init(code: String, from1904: Bool) {
    var letters = ""
    var isQuoted = false
    var isInBrackets = false
    var skipsNext = false
    for scalar in code.unicodeScalars {
      if skipsNext {
        skipsNext = false
        continue
      }
      switch scalar {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case _ where isInBrackets:
        // [h], [mm] and [ss] are durations; other brackets are colours, conditions and languages.
        break
      case "\\", "_", "*": skipsNext = true
      default: letters.unicodeScalars.append(scalar)
      }
    }
    letters = letters.lowercased()
    if let semicolon = letters.firstIndex(of: ";") { letters = String(letters[..<semicolon]) }
    let isElapsed =
      ["[h", "[m", "[s"].contains { code.lowercased().contains($0 + "]") }
      || ["[hh]", "[mm]", "[ss]"].contains { code.lowercased().contains($0) }
    if letters.hasPrefix("general") || letters.contains("通用格式") {
      self = .general
    } else if letters.contains("%") {
      self = .percent
    } else if letters.contains("y") || letters.contains("d") || letters.contains("年")
      || Self.hasMonth(letters)
    {
      self = .date(from1904: from1904)
    } else if isElapsed || letters.contains("h") || letters.contains("s") {
      self = .time
    } else if letters.utf8.count > 1, letters.utf8.count < 40,
      letters.utf8.allSatisfy({ $0 == 0x30 })
    {
      self = .padded(UInt8(letters.utf8.count))
    } else {
      self = .general
    }
  }

  /// `m` is a month, unless it stands with hours or seconds.
  private static func hasMonth(_ letters: String) -> Bool {
    letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }
}
