import Source

/// Reads the members of an object of a manifest; what is missing or of another kind is a mistake
/// at its path.
struct ManifestReader {
  private let value: JSONValue
  private let path: String

  init(_ value: JSONValue, path: String = "") {
    self.value = value
    self.path = path
  }

  func malformed(_ name: String) -> RunFailure {
    .mistakes([manifestMalformed(path + name)])
  }

  /// Whether there is a member of a name, which not every manifest has.
  func has(_ name: String) -> Bool { value[name] != nil }

  func string(_ name: String) throws(RunFailure) -> String {
    guard let text = value[name]?.string else { throw malformed(name) }
    return text
  }

  func integer(_ name: String) throws(RunFailure) -> Int {
    guard let number = value[name]?.integer else { throw malformed(name) }
    return number
  }

  func optionalString(_ name: String) throws(RunFailure) -> String? {
    if value[name] == .null { return nil }
    return try string(name)
  }

  func optionalInteger(_ name: String) throws(RunFailure) -> Int? {
    if value[name] == .null { return nil }
    return try integer(name)
  }

  func object(_ name: String) throws(RunFailure) -> ManifestReader {
    guard let member = value[name], case .object = member else { throw malformed(name) }
    return ManifestReader(member, path: "\(path)\(name).")
  }

  /// Nil where the member is null.
  func optional(_ name: String) throws(RunFailure) -> ManifestReader? {
    if value[name] == .null { return nil }
    return try object(name)
  }

  func strings(_ name: String) throws(RunFailure) -> [String] {
    guard let elements = value[name]?.array else { throw malformed(name) }
    var texts: [String] = []
    for element in elements {
      guard let text = element.string else { throw malformed(name) }
      texts.append(text)
    }
    return texts
  }

  func objects(_ name: String) throws(RunFailure) -> [ManifestReader] {
    guard let elements = value[name]?.array else { throw malformed(name) }
    var readers: [ManifestReader] = []
    for (index, element) in elements.enumerated() {
      guard case .object = element else { throw malformed(name) }
      readers.append(ManifestReader(element, path: "\(path)\(name)[\(index)]."))
    }
    return readers
  }
}
