import Quantities

extension RegistrySchema {
  /// The schema as text, the same for equal schemas: what stores keep and what `ContentDigest`
  /// hashes before the rows. One line per item, its parts separated by tabs, each line ended by a
  /// line feed:
  ///
  ///     yijian-schema/1
  ///     registry  NAME
  ///     key  POSITION
  ///     field  NAME  KIND  required|optional  MEMBER…
  ///
  /// In names a backslash, tab, line feed and carriage return are written `\\`, `\t`, `\n`, `\r`.
  public var encoded: String {
    var lines = "yijian-schema/1\nregistry\t\(escaped(name))\nkey\t\(key)\n"
    for field in fields {
      lines += "field\t\(escaped(field.name))\t\(field.kind.word)\t"
      lines += field.isOptional ? "optional" : "required"
      if case .enumeration(let members) = field.kind {
        for member in members { lines += "\t" + escaped(member) }
      }
      lines += "\n"
    }
    return lines
  }

  /// Reads what `encoded` writes; nil for anything else.
  public init?(encoded text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popLast() == "", lines.popFirst() == "yijian-schema/1" else { return nil }
    func parts(_ line: Substring?, _ word: Substring) -> [String]? {
      guard let line else { return nil }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      return parts.first == word ? parts.dropFirst().map { unescaped($0) } : nil
    }
    guard let name = parts(lines.popFirst(), "registry"), name.count == 1,
      let key = parts(lines.popFirst(), "key"), key.count == 1, let position = Int(key[0])
    else { return nil }
    var fields: [FieldSchema] = []
    for line in lines {
      guard let words = parts(line, "field"), words.count >= 3,
        let kind = FieldKind(word: words[1], members: Array(words[3...])),
        words[2] == "optional" || words[2] == "required"
      else { return nil }
      fields.append(FieldSchema(name: words[0], kind: kind, isOptional: words[2] == "optional"))
    }
    guard fields.indices.contains(position) else { return nil }
    self.init(name: name[0], key: position, fields: fields)
  }
}

extension FieldKind {
  fileprivate var word: String {
    switch self {
    case .bool: "bool"
    case .integer: "integer"
    case .decimal: "decimal"
    case .percent: "percent"
    case .text: "text"
    case .code(.uniform): "code"
    case .code(.division): "division"
    case .code(.matter): "matter"
    case .date: "date"
    case .enumeration: "enumeration"
    }
  }

  fileprivate init?(word: String, members: [String]) {
    if word == "enumeration" {
      self = .enumeration(members: members)
      return
    }
    let plain: [FieldKind] =
      [.bool, .integer, .decimal, .percent, .text, .date] + CodeKind.allCases.map { .code($0) }
    guard members.isEmpty, let kind = plain.first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}

private func escaped(_ name: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    switch scalar {
    case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\r": result.append(contentsOf: "\\r".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func unescaped(_ text: Substring) -> String {
  var result = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in text.unicodeScalars {
    if isEscaped {
      isEscaped = false
      switch scalar {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      default: result.append(scalar)
      }
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
