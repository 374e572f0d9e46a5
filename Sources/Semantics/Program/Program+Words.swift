package import Quantities
package import Source
package import Syntax

/// Types in the words of the language, for messages.
extension Program {
  package func words(for type: Type) -> Words {
    switch type {
    case .unknown: Words(zh: "未知", en: "unknown")
    case .bool: Keyword.boolType.words
    case .integer: Keyword.intType.words
    case .decimal: Keyword.decimalType.words
    case .percent: Keyword.percentType.words
    case .text: Keyword.textType.words
    case .date: Keyword.dateType.words
    case .count(let unit): unit.keyword.words
    case .duration(let unit): unit.keyword.words
    case .code(let kind): kind.keyword.words
    case .deadline: Keyword.deadlineType.words
    case .enumeration(let id): Words(same: enumerations[id.index].name.text)
    case .record(let id): Words(same: records[id.index].name.text)
    case .row(let id): Words(same: registries[id.index].name.text)
    case .group(let key, let value): groupWords(words(for: key), words(for: value))
    case .list(let element): bracketed(.listType, words(for: element))
    case .set(let element): bracketed(.setType, words(for: element))
    case .optional(let inner):
      inner.isUnknown ? Keyword.none.words : suffixed(words(for: inner), "?")
    }
  }

  private func bracketed(_ keyword: Keyword, _ inner: Words) -> Words {
    let outer = keyword.words
    return Words(
      zh: "\(outer.chinese)[\(inner.chinese)]", en: "\(outer.english)[\(inner.english)]")
  }

  private func groupWords(_ key: Words, _ value: Words) -> Words {
    Words(
      zh: "分组(\(key.chinese): \(value.chinese))", en: "group(\(key.english): \(value.english))")
  }

  private func suffixed(_ inner: Words, _ suffix: String) -> Words {
    Words(zh: inner.chinese + suffix, en: inner.english + suffix)
  }
}

extension Words {
  /// A name, which is the same in both languages.
  init(same text: String) { self.init(zh: text, en: text) }
}

extension Keyword {
  /// The keyword in both spellings.
  package var words: Words {
    Words(zh: spelling(in: .chinese), en: spelling(in: .english))
  }
}

extension CodeKind {
  /// The word of the type.
  package var keyword: Keyword {
    switch self {
    case .uniform: .uniformCodeType
    case .division: .divisionCodeType
    case .matter: .matterCodeType
    }
  }
}
